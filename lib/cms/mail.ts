import { setTimeout as wait } from 'node:timers/promises'
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import type { EmailAdapter } from 'payload'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** How mail stands in this process: since when the server has not taken any, and why; null where nothing is wrong. */
export interface MailState {
  failingSince: Date | null
  problem: string | null
}

const CONNECT_MS = 10_000
const ANSWER_MS = 20_000
/** When a mail is tried again that the server did not take; a link in it is good for an hour. */
const AGAIN_AFTER_MS = [5_000, 30_000, 120_000, 600_000, 1_200_000]
/** With more than this, somebody is playing; the sender's limits (lib/data/limits.ts) come first. */
const MOST_WAITING = 100

const key = Symbol.for('dateline.mail')
const state = ((globalThis as { [key]?: MailState & { waiting: number } })[key] ??= { failingSince: null, problem: null, waiting: 0 })

export const isMailConfigured = (): boolean => env().SMTP_URL !== undefined

/** @returns null where no mail server is configured. */
export const getMailState = (): MailState | null => (isMailConfigured() ? { failingSince: state.failingSince, problem: state.problem } : null)

/**
 * Payload's mails, by the server of SMTP_URL. Who asked does not wait for it: a server that hangs holds nobody up.
 */
export const mail: EmailAdapter = () => ({
  name: 'smtp',
  defaultFromAddress: addressOf(env().MAIL_FROM),
  defaultFromName: '',
  sendEmail: async (message) => {
    const { to, subject } = message
    if (!isMailConfigured()) log.warn({ to, subject }, 'a mail was not sent: no mail server is configured in SMTP_URL')
    else if (state.waiting >= MOST_WAITING) log.error({ to, subject }, `a mail was not sent: ${MOST_WAITING} others wait for the mail server`)
    else void deliver({ ...message, from: env().MAIL_FROM })
  },
})

/** Sends a mail, again and again while the server does not take it, as long as `againAfter` says. Never throws. */
export async function deliver(message: SendMailOptions, againAfter: readonly number[] = AGAIN_AFTER_MS, limits = { connect: CONNECT_MS, answer: ANSWER_MS }): Promise<boolean> {
  const { to, subject } = message
  state.waiting += 1
  try {
    for (let tries = 1; ; tries++) {
      const problem = await send(message, limits)
      if (problem === null) return true
      const pause = problem.isFinal ? undefined : againAfter[tries - 1]
      log.error({ to, subject, problem: problem.sentence, tries }, pause === undefined ? 'a mail was given up' : 'a mail was not taken; it is tried again')
      if (pause === undefined) return false
      await wait(pause, undefined, { ref: false })
    }
  } finally {
    state.waiting -= 1
  }
}

/** @returns null when the server has taken it, or why not. */
async function send(message: SendMailOptions, limits: { connect: number; answer: number }): Promise<{ sentence: string; isFinal: boolean } | null> {
  let transport: Transporter | undefined
  try {
    const url = new URL(env().SMTP_URL!)
    transport = createTransport({
      url: url.href,
      connectionTimeout: limits.connect,
      greetingTimeout: limits.connect,
      socketTimeout: limits.answer,
      // A password never goes over an open line.
      requireTLS: url.username !== '' && url.protocol === 'smtp:',
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    await transport.sendMail(message)
    recovered()
    return null
  } catch (error) {
    const { message: sentence, responseCode, command } = error as Error & { responseCode?: number; command?: string }
    // Who refuses a recipient for good is well.
    const isFinal = command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500
    if (isFinal) recovered()
    else Object.assign(state, { failingSince: state.failingSince ?? new Date(), problem: sentence })
    return { sentence, isFinal }
  } finally {
    transport?.close()
  }
}

function recovered(): void {
  if (state.problem !== null) log.info('the mail server answers again')
  Object.assign(state, { failingSince: null, problem: null })
}

const addressOf = (from: string | undefined) => /<([^>]+)>/.exec(from ?? '')?.[1] ?? from ?? 'newsroom@localhost'
