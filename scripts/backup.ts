/** `npm run backup [-- file.tar.gz]`: the database and all media in one archive. */
import './environment'
import path from 'node:path'
import { backup } from '../lib/cms/maintenance/backup'
import { run, say } from './say'

await run(async () => {
  const now = new Date()
  const target = path.resolve(process.argv[2] ?? `dateline-${now.toISOString().slice(0, 19).replace(/[:T]/g, '-')}.tar.gz`)
  const bytes = await backup(target, now)
  say(`${target} (${(bytes / 1024 / 1024).toFixed(1)} MB)`)
})
