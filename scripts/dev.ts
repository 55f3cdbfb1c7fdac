/** `npm run dev`: the development server, on a database brought up to date first. */
import './environment'
import { env } from '../lib/env'
import { migrate } from '../lib/cms/migrations'
import { openCms } from './open-cms'
import { fail } from './say'
import { isFree } from './port.mjs'
import { serve } from './serve.mjs'

try {
  const { PORT } = env()
  await import('./fonts')
  const payload = await openCms()
  await migrate(payload)
  await payload.destroy()
  if (!(await isFree(PORT))) fail(`Port ${PORT} is taken by another program. Choose another: PORT=${PORT + 1} npm run dev`)
  await serve('dev', PORT, process.env)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
