/**
 * `npm run import:addresses [-- --site https://news.example] [--source old.example]`: asks the running site for every
 * address that the old one is known to have answered at, and tells how each kind ends.
 */
import './environment'
import { parseArgs } from 'node:util'
import { query } from '../lib/adapters/addresses/database'
import { env } from '../lib/env'
import { checkAddresses, isGood, parityTable, type OldAddress } from '../lib/import/parity'
import { meter } from './meter'
import { fail, run, say } from './say'

const USAGE = `npm run import:addresses -- [options]
  --site ADDRESS    the site to ask, SITE_URL unless given: http://localhost:3000
  --source NAME     only what was moved in from there: old.example
  --at-once NUMBER  how many addresses are asked for at a time, 8 unless given`

const PAGE = 1_000

await run(async () => {
  const { site = env().SITE_URL, source, 'at-once': atOnce = '8' } = readArguments()
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol)) fail(`“${site}” is no address of a site. Use http://localhost:3000 or the like.`)
  if (!/^[1-9]\d?$/.test(atOnce)) fail('--at-once is a number from 1 to 99.')
  const sources = await listSources()
  if (sources.size === 0) fail('Nothing has been moved in yet: there are no old addresses to ask for.')
  if (source !== undefined && !sources.has(source)) fail(`Nothing was moved in from “${source}”. There is: ${[...sources.keys()].join(', ')}.`)
  const asked = source === undefined ? [...sources.keys()] : [source]
  const total = asked.reduce((sum, name) => sum + sources.get(name)!, 0)
  if (!(await answers(site))) fail(`Nothing answers at ${site}. Start the site with: npm start`)

  const show = meter()
  const parity = await checkAddresses(readAddresses(asked), site, { atOnce: Number(atOnce), progress: (done) => show('Old addresses', done, total) })
  show.end()
  for (const line of parityTable(parity)) say(line)
  if (parity.problems.length === 0) return say('Every old address leads somewhere, by one step at most.')
  say('For example:')
  for (const { kind, path, outcome, location } of parity.problems) say(`${kind}: ${path}  ${outcome}${location === null ? '' : `  (${location})`}`)
  const bad = Object.values(parity.counts).flatMap((ofKind) => Object.entries(ofKind)).filter(([outcome]) => !isGood(outcome))
  fail(`${bad.reduce((sum, [, count]) => sum + count, 0).toLocaleString('en')} of ${parity.total.toLocaleString('en')} old addresses lead nowhere, or not by one step.`)
})

function readArguments() {
  try {
    return parseArgs({ options: { site: { type: 'string' }, source: { type: 'string' }, 'at-once': { type: 'string' } } }).values
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

/** How many addresses are known of each old site. */
async function listSources(): Promise<Map<string, number>> {
  const rows = await query<{ source: string; n: number }>('SELECT source, count(*) AS n FROM import_addresses GROUP BY source ORDER BY source', []).catch(() => fail('The database is not up to date. Run: npm run migrate'))
  return new Map(rows.map((row) => [row.source, Number(row.n)]))
}

/** A page of them at a time: there may be hundreds of thousands. */
async function* readAddresses(sources: readonly string[]): AsyncGenerator<OldAddress> {
  for (const source of sources) {
    for (let after = ''; ; ) {
      const rows = await query<OldAddress>('SELECT path, kind FROM import_addresses WHERE source = ? AND path > ? ORDER BY path LIMIT ?', [source, after, PAGE])
      yield* rows
      if (rows.length < PAGE) break
      after = rows.at(-1)!.path
    }
  }
}

function answers(site: string): Promise<boolean> {
  return fetch(new URL('/robots.txt', site), { redirect: 'manual', signal: AbortSignal.timeout(60_000) }).then(
    () => true,
    () => false,
  )
}
