/** Imported first by every script: reads .env as Next does, and makes telemetry silent. */
import nextEnv from '@next/env'

nextEnv.loadEnvConfig(process.cwd(), process.env.NODE_ENV !== 'production', { info: () => undefined, error: console.error })
process.env.NEXT_TELEMETRY_DISABLED = '1'
