/** `npm run restore -- file.tar.gz [--overwrite]`: puts a backup back. Stop the site first. */
import './environment'
import path from 'node:path'
import { restore } from '../lib/cms/maintenance/backup'
import { fail, run, say } from './say'

await run(async () => {
  const archive = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
  if (archive === undefined) return fail('Name the archive: npm run restore -- dateline-2026-01-31.tar.gz')
  const { madeAt } = await restore(path.resolve(archive), process.argv.includes('--overwrite'))
  say(`Restored the newsroom as it was at ${madeAt}. Run npm run migrate if the archive is from an earlier version.`)
})
