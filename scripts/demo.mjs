// `npm run demo`: from a clean clone to a running demonstration newsroom. Plain Node, since nothing is installed yet.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isFree } from './port.mjs'
import { installPackages, isUpToDate, markUpToDate, needsNode } from './setup.mjs'

needsNode()
process.chdir(path.resolve(import.meta.dirname, '..'))

const port = Number(process.env.PORT ?? 3000)
if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`PORT is “${process.env.PORT}”: expected a number from 1 to 65535.`)
if (!(await isFree(port))) stop(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm run demo`)

const home = path.resolve('.data/demo')
mkdirSync(home, { recursive: true })
const { secret, password } = keep(path.join(home, 'login.json'), () => ({ secret: randomBytes(32).toString('hex'), password: randomBytes(6).toString('base64url') }))

const environment = {
  DATABASE_URL: `file:${path.join(home, 'dateline.db')}`,
  MEDIA_DIR: path.join(home, 'media'),
  SITE_URL: `http://localhost:${port}`,
  ...process.env,
  PAYLOAD_SECRET: secret,
  SEED_PASSWORD: password,
  PORT: String(port),
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
}

step('Installing packages', () => installPackages())
const script = (name) => run(process.execPath, ['--conditions=production', '--no-deprecation', '--import', 'tsx', `scripts/${name}.ts`])
step('Preparing the database', () => script('migrate'))
step('Setting up the newsroom', () => script('seed'))
step('Building the site', () => {
  if (isUpToDate()) return console.log('  The build is up to date.')
  script('build')
  markUpToDate()
})

console.log(`\nStarting …`)
const { serve } = await import('./serve.mjs')
await serve('start', port, environment, () => {
  console.log(`
  The Meridian is open:   http://localhost:${port}
  The back office:        http://localhost:${port}/admin
  Log in as the editor:   editor@meridian.example
  Password:               ${password}

  Ctrl-C stops it; nothing is lost.
`)
})

function step(name, work) {
  console.log(`\n${name} …`)
  work()
}

function run(command, args) {
  const { status, signal } = spawnSync(command, args, { stdio: 'inherit', env: environment })
  if (signal) process.exit(130)
  if (status !== 0) stop('That step failed; what it said stands above.')
}

function keep(file, make) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') stop(`${file} cannot be read (${error.message}). Delete the folder .data/demo to begin anew.`)
    const made = make()
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
    return made
  }
}

function stop(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}
