import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestCms } from './testing'

let payload: Payload
const PASSWORD = 'only-for-tests'
let n = 0

beforeAll(async () => {
  payload = await openTestCms()
  await payload.create({ collection: 'users', data: { name: 'First', email: 'first@example.org', password: PASSWORD, role: 'administrator' } as never })
})

async function account() {
  const email = `account${++n}@example.org`
  const { id } = await payload.create({ collection: 'users', data: { name: email, email, password: PASSWORD, role: 'editor' } as never })
  const signIn = async (password = PASSWORD) => (await payload.login({ collection: 'users', data: { email, password } })).token!
  return { id: Number(id), email, signIn }
}

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
