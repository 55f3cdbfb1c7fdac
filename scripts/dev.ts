/** `npm run dev`: the development server, on a database brought up to date first. */
import './environment'
import { env } from '../lib/env'
import { migrate } from '../lib/cms/migrations'
import { openCms } from './open-cms'
import { fail } from './say'
import { serve } from './serve'

try {
  const { PORT } = env()
  await import('./fonts')
  const payload = await openCms()
  await migrate(payload)
  await payload.destroy()
  await serve('dev', PORT)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
