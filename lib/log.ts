import pino from 'pino'
import { env } from './env'
import { currentRequestId } from './watch/request-context'

const ERROR = 50

/** The structured log: one JSON line an event, to standard output, with the request that it belongs to. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  hooks: {
    // What somebody may not do, or asks wrongly, is no fault of the site. The content system tells by the names of its
    // errors, which a production build takes away: their status stays.
    logMethod: function (args, method, level) {
      const { err } = (args[0] ?? {}) as { err?: { status?: unknown } }
      const isTheirs = level >= ERROR && typeof err?.status === 'number' && err.status >= 400 && err.status < 500
      if (isTheirs) this.info(...(args as [object]))
      else method.apply(this, args)
    },
  },
  mixin: () => {
    const requestId = currentRequestId()
    return requestId === undefined ? {} : { requestId }
  },
})
