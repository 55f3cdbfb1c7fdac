/** `npm run start`: serves the production build, once the environment is right and the database is up to date. */
import './environment'
import { existsSync } from 'node:fs'
import { env } from '../lib/env'
import { listPending } from '../lib/cms/migrations'
import { openCms } from './open-cms'
import { fail } from './say'
import { isFree } from './port.mjs'
import { serve } from './serve.mjs'

try {
  const { PORT } = env()
  if (!existsSync('.next/BUILD_ID')) fail('There is no build yet. Run: npm run build')
  const payload = await openCms()
  const pending = await listPending(payload)
  await payload.destroy()
  if (pending.length > 0) fail(`The database is ${pending.length} migration(s) behind. Run: npm run migrate`)
  if (!(await isFree(PORT))) fail(`Port ${PORT} is taken by another program. Choose another: PORT=${PORT + 1} npm run start`)
  await serve('start', PORT, process.env)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
