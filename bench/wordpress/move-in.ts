/**
 * How fast a WordPress newsroom moves in, text without files, on the database of DATABASE_URL (empty or new):
 * DATABASE_URL=file:/tmp/move.db PAYLOAD_SECRET=… npm run bench:move-in -- --posts 50000
 * A second run over the same export follows, which must change nothing.
 */
import '../environment'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '../../lib/cms/migrations'
import { readFiles } from '../../lib/import/wordpress/read-files'
import { moveIn, type RunOptions } from '../../lib/import/wordpress/run'
import { openStaging } from '../../lib/import/wordpress/staging'
import { meter } from '../../scripts/meter'
import { openCms } from '../../scripts/open-cms'
import { fail, run } from '../../scripts/say'
import { writeExport } from './export'

const OPTIONS: RunOptions = { media: null, permalinks: null, bases: { category: 'category', tag: 'tag' }, keepAddresses: true, redirects: null, timeZone: null, types: [], overwrite: false }

await run(async () => {
  const { values } = parseArgs({ options: { posts: { type: 'string', default: '5000' } } })
  const posts = Number(values.posts)
  if (!Number.isInteger(posts) || posts < 10) fail(`--posts must be a whole number of ten or more, not “${values.posts}”.`)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-move-in-'))
  try {
    const file = path.join(folder, 'export.xml')
    const bytes = await writeExport(file, posts, Date.now())
    console.log(`| ${posts.toLocaleString('en')} posts, ${(bytes / 1e6).toFixed(0)} MB | seconds | posts a second | memory, MB |\n| --- | --- | --- | --- |`)
    const payload = await openCms()
    await migrate(payload)
    const staging = openStaging(path.join(folder, 'work.db'))
    const show = meter()
    const timed = async <T>(name: string, work: () => Promise<T>) => {
      const began = performance.now()
      const result = await work()
      show.end()
      const seconds = (performance.now() - began) / 1000
      console.log(`| ${name} | ${seconds.toFixed(1)} | ${Math.round(posts / seconds)} | ${Math.round(process.memoryUsage().rss / 1e6)} |`)
      return { result, seconds }
    }
    const read = await timed('reading', () => readFiles(staging, [file], false, (name, done, of) => show(name, done, of)))
    const first = await timed('moving in', () => moveIn(payload, staging, OPTIONS, new Date(), (step, done, of) => show(step, done, of)))
    console.log(`| both | ${(read.seconds + first.seconds).toFixed(1)} | ${Math.round(posts / (read.seconds + first.seconds))} | |`)
    const second = await timed('again, nothing changed', () => moveIn(payload, staging, OPTIONS, new Date(), (step, done, of) => show(step, done, of)))
    const { made, updated, unchanged } = second.result.outcomes.stories
    if (made + updated > 0 || unchanged !== posts) fail(`The second run made ${made} and updated ${updated} of ${posts} stories.`)
    staging.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
