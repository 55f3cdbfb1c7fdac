/** The environment of a measurement: as of any script, and a secret for the time it takes when there is none. */
import '../scripts/environment'
import { randomBytes } from 'node:crypto'

process.env.PAYLOAD_SECRET ??= randomBytes(32).toString('hex')
