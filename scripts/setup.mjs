// What a machine with only Node and npm still lacks. Plain Node: nothing is installed when this runs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Ends with a sentence when Node is older than the site can run on. */
export function needsNode() {
  const [major, minor, patch] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13) || (major === 20 && (minor > 19 || (minor === 19 && patch >= 5)))) return
  console.error(`\nDateline needs Node 20.19.5 or later of the 20 series, or 22.13 or later; this is ${process.versions.node}.\n`)
  process.exit(1)
}

const fingerprintOf = (...files) => createHash('sha256').update(files.map((file) => readFileSync(file)).join('\n')).digest('hex')

/** Installs the locked packages, unless these very ones are installed already. */
export function installPackages() {
  const stamp = 'node_modules/.dateline-lock'
  const wanted = fingerprintOf('package-lock.json', 'package.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return console.log('  Nothing is missing.')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error('\nThe packages could not be installed; npm said why above. Is the package registry reachable?\n')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

const BUILT_FROM = ['app', 'components', 'lib', 'public', 'next.config.ts', 'proxy.ts', 'instrumentation.ts', 'postcss.config.mjs', 'package-lock.json', 'tsconfig.json', 'scripts/fonts.ts']
const STAMP = '.next/built-from'

/** Whether the build in .next was made from the sources as they are. */
export const isUpToDate = () => existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources()

export const markUpToDate = () => {
  mkdirSync('.next', { recursive: true })
  writeFileSync(STAMP, sources())
}

function sources() {
  const hash = createHash('sha256')
  const visit = (file) => {
    if (!existsSync(file)) return
    if (statSync(file).isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(file, name))
    else hash.update(file).update(readFileSync(file))
  }
  BUILT_FROM.forEach(visit)
  return hash.digest('hex')
}
