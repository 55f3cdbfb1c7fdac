/** `npm run migrate`: brings the database up to this version of the program. */
import './environment'
import { migrate } from '../lib/cms/migrations'
import { openCms } from './open-cms'
import { run, say } from './say'

await run(async () => {
  const done = await migrate(await openCms())
  say(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}`)
})
