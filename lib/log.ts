import pino from 'pino'
import { env } from './env'

/** The structured log: one JSON line an event, to standard output. */
export const log = pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
