import type { AddressInfo } from 'node:net'
import { handleEndpoints, type Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCms } from './testing'

let payload: Payload
const PASSWORD = 'only-for-tests'
let n = 0

/** What a mail server has taken. */
const mails: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _, done) => {
    let text = ''
    stream.on('data', (part: Buffer) => (text += part.toString()))
    stream.on('end', () => {
      mails.push(text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))
      done()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, MAIL_FROM: 'newsroom@example.org', SITE_URL: 'https://news.example.org' })
  payload = await openTestCms()
  await payload.create({ collection: 'users', data: { name: 'First', email: 'first@example.org', password: PASSWORD, role: 'administrator' } as never })
})

afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

async function account() {
  const email = `account${++n}@example.org`
  const { id } = await payload.create({ collection: 'users', data: { name: email, email, password: PASSWORD, role: 'editor' } as never })
  const signIn = async (password = PASSWORD) => (await payload.login({ collection: 'users', data: { email, password } })).token!
  return { id: Number(id), email, signIn }
}

/** A request as a browser sends it, with the cookie of a session. */
const ask = (token: string, method: string, address: string, body?: object) =>
  handleEndpoints({ config: payload.config, request: new Request(`http://localhost/api${address}`, { method, headers: { cookie: `payload-token=${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) }) })

const headersOf = (token: string) => new Headers({ authorization: `JWT ${token}` })
const isIn = async (token: string) => (await payload.auth({ headers: headersOf(token) })).user !== null

describe('an account', () => {
  it('is locked after five wrong passwords, for the right one too', async () => {
    const { signIn } = await account()
    for (let i = 0; i < 5; i++) await expect(signIn('wrong')).rejects.toThrow()
    await expect(signIn()).rejects.toThrow(/locked/i)
  })

  it('loses every session with its password', async () => {
    const { id, signIn } = await account()
    const [one, two] = [await signIn(), await signIn()]
    expect([await isIn(one), await isIn(two)]).toEqual([true, true])
    await payload.update({ collection: 'users', id, data: { password: 'another-password' } as never })
    expect([await isIn(one), await isIn(two)]).toEqual([false, false])
    expect(await isIn(await signIn('another-password'))).toBe(true)
  })

  it('keeps the session in which somebody changes their own password, and no other', async () => {
    const { id, signIn } = await account()
    const [here, elsewhere] = [await signIn(), await signIn()]
    const { user } = await payload.auth({ headers: headersOf(here) })
    await payload.update({ collection: 'users', id, data: { password: 'another-password' } as never, user: user!, overrideAccess: false })
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false])
  })

  it('is out at once when it is closed, and cannot come back', async () => {
    const { id, signIn } = await account()
    const token = await signIn()
    await payload.update({ collection: 'users', id, data: { closed: true } as never })
    expect(await isIn(token)).toBe(false)
    await expect(signIn()).rejects.toThrow(/closed/)
    await payload.update({ collection: 'users', id, data: { closed: false } as never })
    expect(await isIn(await signIn())).toBe(true)
    expect(await isIn(token)).toBe(false)
  })

  it('is out when it is deleted', async () => {
    const { id, signIn } = await account()
    const token = await signIn()
    await payload.delete({ collection: 'users', id })
    expect(await isIn(token)).toBe(false)
  })
})

describe('signing out', () => {
  it('ends the session at the server, where it was and nowhere else', async () => {
    const { signIn } = await account()
    const [here, elsewhere] = [await signIn(), await signIn()]
    const response = await ask(here, 'POST', '/users/logout')
    expect(response.status).toBe(200)
    // The browser is told to forget its cookie; whoever kept a copy has nothing of it.
    expect(response.headers.get('set-cookie')).toMatch(/^payload-token=;/)
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([false, true])
    expect([(await ask(here, 'GET', '/stories')).status, (await ask(elsewhere, 'GET', '/stories')).status]).toEqual([403, 200])
    expect((await ask(here, 'POST', '/users/refresh-token')).status).toBe(403)
  })

  it('ends every session when that is asked for', async () => {
    const { signIn } = await account()
    const [here, elsewhere] = [await signIn(), await signIn()]
    await ask(here, 'POST', '/users/logout?allSessions=true')
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([false, false])
  })
})

describe('a role', () => {
  const settle = (token: string) => ask(token, 'POST', '/globals/breaking', { active: false })

  it('that is taken away acts at once, in a session that is open', async () => {
    const { id, signIn } = await account()
    const token = await signIn()
    expect((await settle(token)).status).toBe(200)
    await payload.update({ collection: 'users', id, data: { role: 'reporter' } as never })
    expect((await settle(token)).status).toBe(403)
    expect((await ask(token, 'GET', '/paths')).status).toBe(403)
    // A session that is prolonged brings nothing back.
    const renewed = (await (await ask(token, 'POST', '/users/refresh-token')).json()) as { refreshedToken: string }
    expect((await settle(renewed.refreshedToken)).status).toBe(403)
    expect(await isIn(token)).toBe(true)
  })

  it('that is given acts at once, too', async () => {
    const { id, signIn } = await account()
    const token = await signIn()
    const accounts = async () => ((await (await ask(token, 'GET', '/users?limit=0')).json()) as { docs: unknown[] }).docs.length
    expect(await accounts()).toBe(1)
    await payload.update({ collection: 'users', id, data: { role: 'administrator' } as never })
    expect(await accounts()).toBeGreaterThan(1)
    await payload.update({ collection: 'users', id, data: { role: 'editor' } as never })
    expect(await accounts()).toBe(1)
  })
})

describe('a forgotten password', () => {
  const forget = (email: string) => payload.forgotPassword({ collection: 'users', data: { email }, req: { headers: new Headers({ host: 'evil.example.com' }) } as never })

  it('is replaced by a link in a mail, once, and whoever was signed in is out', async () => {
    const { email, signIn } = await account()
    const before = await signIn()
    await forget(email.toUpperCase())
    await expect.poll(() => mails.length).toBe(1)
    expect(mails[0]).toContain(`To: ${email}`)
    const token = /https:\/\/news\.example\.org\/admin\/reset\/([0-9a-f]{40})"/.exec(mails[0]!)![1]!
    await payload.resetPassword({ collection: 'users', data: { token, password: 'a-new-password' }, overrideAccess: true })
    expect(await isIn(before)).toBe(false)
    await expect(signIn()).rejects.toThrow()
    expect(await isIn(await signIn('a-new-password'))).toBe(true)
    await expect(payload.resetPassword({ collection: 'users', data: { token, password: 'another' }, overrideAccess: true })).rejects.toThrow(/token/i)
  })

  it('tells nobody whether there is such an account', async () => {
    await expect(forget('nobody@example.org')).resolves.toBeFalsy()
  })

  it.each(['first@example.org', 'no-account@example.org'])('is not asked for again and again: %s', async (email) => {
    for (let i = 0; i < 3; i++) await forget(email)
    await expect(forget(email)).rejects.toMatchObject({ status: 429 })
  })
})
