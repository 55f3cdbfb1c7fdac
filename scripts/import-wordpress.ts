/**
 * `npm run import:wordpress -- export.xml [more.xml …] [options]`: moves a WordPress newsroom in.
 * What each option does stands in docs/moving-in.md.
 */
import './environment'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { env } from '../lib/env'
import { isPostgres, sqliteFile } from '../lib/cms/database'
import { listPending, migrate } from '../lib/cms/migrations'
import { copySqlite } from '../lib/cms/maintenance/backup'
import { openSource } from '../lib/import/media/open-source'
import { readRedirects } from '../lib/import/redirects/read'
import { problemOfStructure } from '../lib/import/wordpress/plan/permalinks'
import { readFiles } from '../lib/import/wordpress/read-files'
import { writeJson, writeMarkdown } from '../lib/import/wordpress/report'
import { moveIn } from '../lib/import/wordpress/run'
import { openStaging, type Staging } from '../lib/import/wordpress/staging'
import { openCms } from './open-cms'
import { meter } from './meter'
import { fail, run, say } from './say'

const USAGE = `npm run import:wordpress -- export.xml [more.xml …]
  --media FOLDER|ADDRESS   where the old site’s files are: a copy of wp-content/uploads, or https://old.example
  --permalinks STRUCTURE   as under Settings → Permalinks, '/%year%/%monthnum%/%postname%/'; told by the posts otherwise
  --new-addresses          give stories addresses by section; their old ones lead there (otherwise they keep them)
  --redirects FILE         redirects of the Redirection or Yoast plugin, CSV or JSON
  --time-zone ZONE         the old site’s time zone, such as Asia/Karachi
  --category-base WORD     “category” unless the old site had another; --tag-base likewise
  --types TYPE[,TYPE]      further post types that are stories
  --overwrite              take the export’s version also of what was changed here
  --dry-run                only tell what would be done
  --resume                 go on with an interrupted run without reading the files again`

await run(async () => {
  const { values, positionals } = readArguments()
  if (positionals.length === 0) fail(`Name the export file.\n\n${USAGE}`)
  const structureProblem = values.permalinks === undefined ? null : problemOfStructure(values.permalinks)
  if (structureProblem !== null) fail(structureProblem)
  if (values['time-zone'] !== undefined && !isTimeZone(values['time-zone'])) fail(`“${values['time-zone']}” is not a time zone. Use a name such as Asia/Karachi.`)
  const redirectsText = values.redirects === undefined ? null : await readFile(values.redirects, 'utf8').catch(() => fail(`There is no file ${values.redirects}.`))
  const media = values.media === undefined || values['dry-run'] ? null : await openSource(values.media)

  const folder = path.resolve('.data/import', nameOf(positionals))
  await mkdir(folder, { recursive: true })
  const staging = openStaging(path.join(folder, 'work.db'))
  const show = meter()
  const damaged = await readFiles(staging, positionals, values.resume, (name, bytes, of, items) => show(`Reading ${name}`, bytes, of, `${items.toLocaleString('en')} items`))
  show.end()
  for (const sentence of damaged) say(sentence)
  const redirects = redirectsText === null ? null : readRedirects(redirectsText, path.basename(values.redirects!), hostsOf(staging))

  const dry = values['dry-run'] ? await standIn() : null
  const payload = await openCms()
  try {
    if ((await listPending(payload)).length > 0) fail('The database is not up to date. Run: npm run migrate')
    const report = await moveIn(payload, staging, {
      media,
      permalinks: values.permalinks ?? null,
      bases: { category: values['category-base'], tag: values['tag-base'] },
      keepAddresses: !values['new-addresses'],
      redirects,
      timeZone: values['time-zone'] ?? null,
      types: (values.types ?? '').split(',').map((type) => type.trim()).filter((type) => type !== ''),
      overwrite: values.overwrite,
    }, new Date(), (step, done, of) => show(step, done, of))
    show.end()
    const name = values['dry-run'] ? 'dry-run' : 'report'
    const markdown = await writeMarkdown(payload, report, env().SITE_URL)
    await writeFile(path.join(folder, `${name}.md`), markdown)
    await pipeline(Readable.from(writeJson(payload, report)), createWriteStream(path.join(folder, `${name}.json`)))
    console.log(`\n${markdown.slice(0, markdown.indexOf('\n## '))}`)
    say(`${values['dry-run'] ? 'Nothing was changed. ' : ''}The whole report: ${path.relative(process.cwd(), path.join(folder, `${name}.md`))} and .json${values['dry-run'] ? '' : `, and in the back office under ${env().SITE_URL}/admin/moved-in`}`)
    if (damaged.length > 0) process.exitCode = 1
  } finally {
    staging.close()
    await dry?.()
  }
})

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        media: { type: 'string' },
        permalinks: { type: 'string' },
        redirects: { type: 'string' },
        'time-zone': { type: 'string' },
        'category-base': { type: 'string', default: 'category' },
        'tag-base': { type: 'string', default: 'tag' },
        types: { type: 'string' },
        'keep-addresses': { type: 'boolean', default: true },
        'new-addresses': { type: 'boolean', default: false },
        overwrite: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        resume: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Hosts by which the old site calls itself. */
function hostsOf(staging: Staging): string[] {
  const { link, baseSiteUrl, baseBlogUrl } = staging.channel() ?? { link: '', baseSiteUrl: null, baseBlogUrl: null }
  return [...new Set([link, baseSiteUrl, baseBlogUrl].flatMap((url) => (url !== null && URL.canParse(url) ? [new URL(url).host] : [])))]
}

/** One working folder for one set of files. */
function nameOf(files: readonly string[]): string {
  const names = files.map((file) => path.basename(file))
  return `${path.parse(names[0]!).name.replace(/[^\w.-]+/g, '-').slice(0, 60)}-${createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 6)}`
}

/**
 * A newsroom to try on; the real one is not touched. Of an embedded database a copy; beside a PostgreSQL server an empty
 * one, which cannot tell what would collide with what is there. @returns what clears it away.
 */
async function standIn(): Promise<() => Promise<void>> {
  const url = env().DATABASE_URL
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-dry-run-'))
  const file = path.join(folder, 'copy.db')
  if (isPostgres(url)) say('Tried on an empty newsroom: what would collide with what yours holds already is not told.')
  else await copySqlite(sqliteFile(url), file)
  env().DATABASE_URL = `file:${file}`
  if (isPostgres(url)) await migrate(await openCms())
  return () => rm(folder, { recursive: true, force: true })
}
