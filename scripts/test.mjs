// `npm test`: installs what is missing, the browser included, and runs every test. Plain Node: nothing may be installed yet.
//   npm test                everything
//   npm test -- --unit      without a browser
//   npm test -- --browser   only with one
//   npm test -- --cluster   only several processes behind the edge (needs Debian's postgresql, redis-server, varnish, varnish-modules)
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findBrowser } from './browser.mjs'
import { installPackages, isUpToDate, markUpToDate, needsNode } from './setup.mjs'

needsNode()
process.chdir(path.resolve(import.meta.dirname, '..'))
const only = process.argv.find((argument) => ['--unit', '--browser', '--cluster'].includes(argument))
const results = path.resolve('.data/test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

console.log('Installing packages …')
installPackages()
// Whatever the tests lay down goes with it in the end; PostgreSQL, which runs as a user of its own, must get in.
const scratch = mkdtempSync(path.join(os.tmpdir(), 'dateline-tests-'))
chmodSync(scratch, 0o755)
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', RESULTS_DIR: results, TMPDIR: scratch }
const total = { passed: 0, failed: 0, skipped: 0 }
/** What failed, by name: in a long log it is found at the end. */
const failures = []
let broken = false

if (only === undefined || only === '--unit') {
  title('Unit, data and contract tests')
  run('node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}/vitest.json`])
  count('vitest.json', ofVitest)
}
if (only === undefined || only === '--browser') {
  title('Browser tests')
  environment.CHROMIUM = findBrowser()
  if (build()) {
    run('node_modules/@playwright/test/cli.js', ['test', ...process.argv.slice(2).filter((argument) => argument !== only)])
    count('playwright.json', ofPlaywright)
  }
}

if (only === '--cluster') {
  title('Several processes behind the edge')
  if (build()) {
    environment.TEST_CLUSTER = 'yes'
    run('node_modules/vitest/vitest.mjs', ['run', '--project=cluster', '--reporter=verbose', '--reporter=json', `--outputFile.json=${results}/cluster.json`])
    count('cluster.json', ofVitest)
  }
}

if (only !== '--cluster' && process.env.TEST_POSTGRES_URL === undefined) console.log('\nThe tests against PostgreSQL were skipped: set TEST_POSTGRES_URL to an empty database to run them.')
if (broken && failures.length === 0) {
  failures.push('a runner ended with an error, and named no test')
  total.failed += 1
}
if (failures.length > 0) console.log(`\n${failures.map((name) => `FAILED: ${name}`).join('\n')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
rmSync(scratch, { recursive: true, force: true })
process.exit(total.failed > 0 || broken || total.passed === 0 ? 1 : 0)

/** Whether the production build is one of these sources; it is made when it is not. */
function build() {
  if (isUpToDate()) return true
  if (run('scripts/build.ts', [], ['--conditions=production', '--no-deprecation', '--import', 'tsx']) === 0) markUpToDate()
  else {
    failures.push('the production build')
    total.failed += 1
  }
  return isUpToDate()
}

function title(text) {
  console.log(`\n${text} …`)
}

function run(script, args, flags = []) {
  const { status } = spawnSync(process.execPath, [...flags, script, ...args], { stdio: 'inherit', env: environment })
  if (status !== 0) broken = true
  return status
}

function ofVitest(report) {
  const failed = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative('.', name)
    const tests = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => `${file} › ${fullName}`)
    // A file may break while being set up or cleared away, with no failed test to show for it.
    return status === 'failed' && tests.length === 0 ? [file] : tests
  })
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests }
}

function ofPlaywright({ stats, suites, errors }) {
  const specsOf = (suite, above) => [...(suite.specs ?? []).map((spec) => ({ ...spec, title: [...above, spec.title].join(' › ') })), ...(suite.suites ?? []).flatMap((one) => specsOf(one, [...above, one.title]))]
  const failed = suites.flatMap((suite) => specsOf(suite, [suite.title])).filter(({ ok }) => !ok).map(({ title }) => title)
  // What breaks outside of a test is no test's.
  return { passed: stats.expected + stats.flaky, failed: [...failed, ...errors.map(({ message }) => String(message).split('\n')[0])], skipped: stats.skipped }
}

function count(file, read) {
  const from = path.join(results, file)
  if (!existsSync(from)) {
    failures.push(`the runner left no result (${file})`)
    total.failed += 1
    return
  }
  const { passed, failed, skipped } = read(JSON.parse(readFileSync(from, 'utf8')))
  failures.push(...failed)
  total.passed += Math.max(0, passed)
  total.failed += failed.length
  total.skipped += Math.max(0, skipped)
}
