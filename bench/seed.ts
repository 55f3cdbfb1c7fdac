/**
 * Fills the database of DATABASE_URL with a believable newsroom of any size, to measure with:
 * DATABASE_URL=file:/tmp/million.db npm run bench:seed -- --stories 1000000
 */
import './environment'
import { parseArgs } from 'node:util'
import { isPostgres, sqliteFile } from '../lib/cms/database'
import { migrate } from '../lib/cms/migrations'
import { openCms } from '../scripts/open-cms'
import { fail, run, say } from '../scripts/say'
import { fill } from './newsroom/fill'
import { plan } from './newsroom/plan'
import { postgresStore, sqliteStore } from './newsroom/stores'
import { env } from '../lib/env'

await run(async () => {
  const { values } = parseArgs({ options: { stories: { type: 'string', default: '1000' } } })
  const stories = Number(values.stories)
  if (!Number.isInteger(stories) || stories < 1) fail(`--stories must be a whole number, not “${values.stories}”.`)
  const payload = await openCms()
  await migrate(payload)
  const { totalDocs } = await payload.count({ collection: 'stories' })
  if (totalDocs > 0) fail(`The database holds ${totalDocs} stories already. Name an empty one in DATABASE_URL.`)
  const began = performance.now()
  const rate = (done: number) => `${done.toLocaleString('en')} of ${stories.toLocaleString('en')} stories, ${Math.round((done * 1000) / (performance.now() - began))} a second`
  const url = env().DATABASE_URL
  await fill(isPostgres(url) ? postgresStore(payload) : sqliteStore(sqliteFile(url)), plan(stories, Date.now()), stories, (done) => done % 10_000 === 0 && say(rate(done)))
  const { email, password } = { email: 'bench@newsroom.example', password: process.env.SEED_PASSWORD ?? 'only-for-measuring' }
  await payload.create({ collection: 'users', data: { name: 'Bench', email, password, role: 'administrator' } as never, context: { settled: true } })
  say(`${rate(stories)}. Administrator: ${email} / ${password}`)
})
