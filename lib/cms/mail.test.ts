import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openHanging } from './hanging'

const MESSAGE = { to: 'reporter@example.org', subject: 'A new password', html: '<p>Here</p>' }
const LIMITS = { connect: 300, answer: 300 }
const taken: { from: string; to: string[]; text: string }[] = []
let door: typeof import('./mail')
let closing: (() => Promise<void>)[] = []

/** A mail server on this port (0: any), which refuses who stands in `refused`. */
async function open(port = 0, refused: string[] = []): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => done(refused.includes(address) ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, { envelope }, done) => {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString()))
      stream.on('end', () => {
        taken.push({ from: (envelope.mailFrom as { address: string }).address, to: envelope.rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  return (server.server.address() as AddressInfo).port
}

async function use(port: number) {
  vi.resetModules()
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'The Meridian <newsroom@example.org>' })
  door = await import('./mail')
}

beforeEach(() => void (taken.length = 0))
afterEach(async () => {
  for (const close of closing) await close()
  closing = []
  Object.assign(process.env, { SMTP_URL: '', MAIL_FROM: '' })
})

describe('a mail', () => {
  it('is taken by the server, from who the operator says', async () => {
    await use(await open())
    expect(await door.deliver({ ...MESSAGE, from: process.env.MAIL_FROM })).toBe(true)
    expect(taken).toMatchObject([{ from: 'newsroom@example.org', to: ['reporter@example.org'] }])
    expect(taken[0]!.text).toMatch(/^From: The Meridian <newsroom@example.org>/m)
    expect(door.getMailState()).toEqual({ failingSince: null, problem: null })
  })

  it('holds nobody up while the server hangs, is told of to the operator, and comes when the server is back', async () => {
    const hanging = await openHanging()
    await use(hanging.port)
    await door.mail({ payload: {} as never }).sendEmail(MESSAGE)
    // It went on before anything was known.
    expect(door.getMailState()).toEqual({ failingSince: null, problem: null })
    const delivered = door.deliver({ ...MESSAGE, from: process.env.MAIL_FROM }, [50, 50, 3_000], LIMITS)
    await expect.poll(() => door.getMailState()?.problem, { timeout: 5_000 }).toMatch(/greeting|timeout/i)
    expect(door.getMailState()!.failingSince).toBeInstanceOf(Date)
    await hanging.close()
    await open(hanging.port)
    expect(await delivered).toBe(true)
    expect(taken).toHaveLength(1)
    expect(door.getMailState()).toEqual({ failingSince: null, problem: null })
  })

  it('is given up in the end', async () => {
    const { port, close } = await openHanging()
    await close()
    await use(port)
    expect(await door.deliver(MESSAGE, [1, 1], LIMITS)).toBe(false)
    expect(door.getMailState()!.problem).toMatch(/ECONNREFUSED/)
  })

  it('that cannot even be begun is given up like any other', async () => {
    await use(0)
    expect(await door.deliver(MESSAGE, [], null as never)).toBe(false)
    expect(door.getMailState()!.problem).toMatch(/null/)
  })

  it('to nobody is not tried again, and the server that says so is well', async () => {
    await use(await open(0, ['reporter@example.org']))
    expect(await door.deliver({ ...MESSAGE, from: process.env.MAIL_FROM }, [60_000], LIMITS)).toBe(false)
    expect(door.getMailState()).toMatchObject({ problem: null })
  })
})
