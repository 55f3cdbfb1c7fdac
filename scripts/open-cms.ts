import { getPayload, type Payload } from 'payload'

/** The content system for a script: its own log only from warnings up. */
export async function openCms(): Promise<Payload> {
  process.env.LOG_LEVEL ??= 'warn'
  const { default: config } = await import('../lib/cms/payload.config')
  return getPayload({ config })
}
