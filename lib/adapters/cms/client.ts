import { getPayload, type Payload } from 'payload'
import config from '@payload-config'

/** The content system of this process, opened once. */
export function cms(): Promise<Payload> {
  return getPayload({ config })
}
