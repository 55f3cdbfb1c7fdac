import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

const isQuiet = { stdio: 'ignore' }

/**
 * A Chromium to test with: the one CHROMIUM names, one that is installed, Playwright's own where it can be
 * downloaded, or the distribution's where we may install it.
 */
export function findBrowser() {
  const named = process.env.CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    return giveUp(`CHROMIUM is “${named}”, which does not exist.`)
  }
  const installed = PLACES.find(existsSync)
  if (installed) return installed
  console.log('  Fetching Playwright’s own browser …')
  const fetched = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { ...isQuiet, timeout: 240_000 })
  // An empty name lets Playwright start its own.
  if (fetched.status === 0) return ''
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('  It cannot be downloaded here; installing the distribution’s Chromium …')
    spawnSync('apt-get', ['update', '-qq'], isQuiet)
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], isQuiet)
    const found = PLACES.find(existsSync)
    if (found) return found
  }
  return giveUp('No browser was found and none could be installed. Install Chromium and name it: CHROMIUM=/path/to/chromium npm test')
}

function giveUp(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}
