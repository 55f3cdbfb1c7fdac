/** `npm run check [-- --mend]`: whether environment, database and what is derived from it are in order. */
import './environment'
import { access, constants, mkdir } from 'node:fs/promises'
import { env } from '../lib/env'
import { findDisagreements, mend } from '../lib/cms/maintenance/check'
import { rebuildIndex } from '../lib/adapters/search/index-story'
import { listPending } from '../lib/cms/migrations'
import { openCms } from './open-cms'
import { fail, run, say } from './say'

await run(async () => {
  const { MEDIA_DIR, SITE_URL } = env()
  say(`environment: in order, serving ${SITE_URL}`)
  await mkdir(MEDIA_DIR, { recursive: true })
  await access(MEDIA_DIR, constants.W_OK).catch(() => fail(`MEDIA_DIR (${MEDIA_DIR}) cannot be written to.`))
  say(`media: ${MEDIA_DIR} can be written to`)
  const payload = await openCms()
  const pending = await listPending(payload)
  if (pending.length > 0) fail(`The database is ${pending.length} migration(s) behind. Run: npm run migrate`)
  say('database: up to date')
  const findings = await findDisagreements(payload)
  for (const { what, storyIds } of findings) say(`${storyIds.length} stories are ${what}: ${storyIds.slice(0, 10).join(', ')}`)
  if (findings.length === 0) return say('addresses and lists: in order')
  if (!process.argv.includes('--mend')) fail('Derive them anew with: npm run check -- --mend')
  await mend(payload, findings.flatMap((finding) => finding.storyIds))
  await rebuildIndex(payload)
  if ((await findDisagreements(payload)).length > 0) fail('Some could not be mended; look at those stories in the back office.')
  say('mended')
})
