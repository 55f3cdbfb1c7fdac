import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { VARNISH_PARAMETERS } from '../scripts/cluster/services.mjs'
import { parseEnv } from './env'

// What operators follow agrees with what the program is.

const read = (file: string) => readFileSync(file, 'utf8')
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!)
const pairs = (text: string, pattern: RegExp) => Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name!, value!]))

/** NODE_ENV is set by what starts the process. */
const settings = all(read('lib/env.ts'), /^ {2}([A-Z][A-Z0-9_]+): /gm).filter((name) => name !== 'NODE_ENV')
const example = read('.env.example')
const compose = read('deploy/compose.yaml')

it('.env.example names every setting', () => {
  expect(settings.length).toBeGreaterThan(20)
  expect(settings.filter((name) => !new RegExp(`^(?:# )?${name}=`, 'm').test(example))).toEqual([])
})

it('.env.example shows the defaults', () => {
  const secret = { PAYLOAD_SECRET: 'x'.repeat(32) }
  expect(parseEnv({ ...pairs(example, /^([A-Z][A-Z0-9_]+)=(.*)$/gm), ...secret })).toEqual(parseEnv(secret))
})

it('compose passes on every setting that it does not fix itself', () => {
  const passed = pairs(compose, /^ {4}([A-Z][A-Z0-9_]+): (.+)$/gm)
  const fixed = ['DATABASE_URL', 'REDIS_URL', 'EDGE_PURGE', 'MEDIA_DIR', 'PORT']
  expect(fixed.filter((name) => passed[name] === undefined)).toEqual([])
  expect(settings.filter((name) => !fixed.includes(name) && !passed[name]?.startsWith(`\${${name}:`))).toEqual([])
})

it('compose has its processes where the edge looks for them', () => {
  expect(all(compose, /ipv4_address: (\S+)/g)).toEqual(all(read('deploy/edge/backends.compose.vcl'), /\.host = "(.+)"/g))
})

const units = readdirSync('deploy/systemd').map((file) => `deploy/systemd/${file}`)
it.each(['deploy/compose.yaml', 'deploy/Containerfile', 'deploy/edge/Containerfile', ...units, 'deploy/README.md', 'docs/operating.md', 'docs/moving-in.md', 'README.md', '.env.example'])('every command and file that %s names is there', (file) => {
  const text = read(file)
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  expect(all(text, /\bnpm run ([a-z][a-z:-]*[a-z])/g).filter((name) => scripts[name] === undefined)).toEqual([])
  const paths = [...all(text, /\b(scripts\/[\w/-]+\.(?:ts|mjs))\b/g), ...all(text, /\b(deploy\/[\w@./-]*\w)/g), ...all(text, /`((?:edge|systemd)\/[\w@./-]+)`/g).map((path) => `deploy/${path}`)]
  // The operator's own.
  expect(paths.filter((path) => path !== 'deploy/.env' && !existsSync(path))).toEqual([])
})

it('the lock file names the same Node as package.json', () => {
  const { engines } = JSON.parse(read('package.json')) as { engines: object }
  expect((JSON.parse(read('package-lock.json')) as { packages: Record<string, { engines?: object }> }).packages['']?.engines).toEqual(engines)
})

it('the cluster’s Varnish is set as run.sh sets it', () => {
  const given = all(read('deploy/edge/run.sh'), /-p ((?!vcl_path)\S+)/g)
  expect(given.length).toBeGreaterThan(3)
  expect(VARNISH_PARAMETERS.filter((word) => word !== '-p').sort()).toEqual(given.sort())
})
