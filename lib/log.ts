import pino from 'pino'
import { env } from './env'
import { currentRequestId } from './watch/request-context'

/** The structured log: one JSON line an event, to standard output, with the request that it belongs to. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const requestId = currentRequestId()
    return requestId === undefined ? {} : { requestId }
  },
})
