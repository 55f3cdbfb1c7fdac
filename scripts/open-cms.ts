import { getPayload, type Payload } from 'payload'

/** The content system for a script: its own log only from warnings up, where LOG_LEVEL does not say otherwise. */
export async function openCms(): Promise<Payload> {
  const { log } = await import('../lib/log')
  // Not by the environment: the server that `npm run start` begins has it from here.
  if (!process.env.LOG_LEVEL) log.level = 'warn'
  const { default: config } = await import('../lib/cms/payload.config')
  return getPayload({ config })
}
