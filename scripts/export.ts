/**
 * `npm run export -- DIR [--no-media] [--wxr-only | --jsonl-only] [--overwrite]`: writes the whole newsroom into a
 * folder, for another system. docs/contracts/export.md says what is in it.
 */
import './environment'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { env } from '../lib/env'
import { exportNewsroom } from '../lib/export/export'
import { listPending } from '../lib/cms/migrations'
import { openCms } from './open-cms'
import { fail, run, say } from './say'

const USAGE = 'Name a folder: npm run export -- DIR [--no-media] [--wxr-only | --jsonl-only] [--overwrite]'

await run(async () => {
  const { values, positionals } = readArguments()
  const [directory, ...more] = positionals
  if (directory === undefined || more.length > 0) fail(USAGE)
  if (values['wxr-only'] && values['jsonl-only']) fail('Give --wxr-only or --jsonl-only, not both: together they would leave nothing.')
  const payload = await openCms()
  if ((await listPending(payload)).length > 0) fail('The database is not up to date. Run: npm run migrate')
  const { SITE_URL, MEDIA_DIR } = env()
  const began = performance.now()
  const rate = (done: number) => `${done.toLocaleString('en')} stories, ${Math.round((done * 1000) / (performance.now() - began))} a second`
  const target = path.resolve(directory)
  const { counts, files, problems } = await exportNewsroom(payload, {
    directory: target,
    overwrite: values.overwrite,
    jsonl: !values['wxr-only'],
    wxr: !values['jsonl-only'],
    media: !values['no-media'],
    mediaDir: path.resolve(MEDIA_DIR),
    origin: SITE_URL,
    now: new Date(),
    onStories: (done) => done % 5_000 === 0 && say(rate(done)),
  })
  for (const { kind, id, title, message } of problems.first) say(`not written: ${kind} ${id}${title ? ` (${title})` : ''}: ${message}`)
  if (problems.total > problems.first.length) say(`not written: ${problems.total - problems.first.length} more`)
  say(`${Object.entries(counts).map(([kind, count]) => `${kind} ${count.toLocaleString('en')}`).join(', ')}`)
  say(`${target}: ${files.length} files, ${rate(counts.stories ?? 0)}`)
  if (problems.total > 0) fail(`${problems.total} could not be written, and are named above and in manifest.json; everything else is there.`)
})

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'no-media': { type: 'boolean', default: false },
        'wxr-only': { type: 'boolean', default: false },
        'jsonl-only': { type: 'boolean', default: false },
        overwrite: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}
