import type { EmailAdapter } from 'payload'
import { log } from '@/lib/log'

/**
 * No mail server is part of the site yet: what would be sent is noted in the log with its address and subject,
 * never its contents, so that an administrator knows who waits for a new password.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'newsroom@localhost',
  defaultFromName: 'Newsroom',
  sendEmail: async ({ to, subject }) => {
    log.warn({ to, subject }, 'a mail was not sent: no mail server is configured')
  },
})
