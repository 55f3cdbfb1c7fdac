// The programs that a cluster is made of, from installed Debian packages, each on a private port with a folder of its own.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import process from 'node:process'

const root = path.resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0

/** The path of an installed program; an error that names its package when it is missing. */
export function find(program, debianPackage, folders = []) {
  const places = [...folders, ...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin']
  const found = places.map((folder) => path.join(folder, program)).find(existsSync)
  if (found === undefined) throw new Error(`${program} is not installed. On Debian: apt-get install ${debianPackage}`)
  return found
}

/** Runs a program until it is stopped; what it says goes to a log in its folder. */
export function run(name, command, args, { home, env = process.env, user, cwd = root } = {}) {
  const log = openSync(path.join(home, `${name}.log`), 'a')
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', log, log], ...user })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return {
    child,
    ended,
    async stop(signal = 'SIGTERM', limitMs = 15_000) {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
      await ended
      clearTimeout(timer)
    },
  }
}

/** Waits until `ask` gives something true; an error that says what was waited for when it does not in time. */
export async function until(what, ask, limitMs = 60_000) {
  const end = Date.now() + limitMs
  for (;;) {
    const answer = await Promise.resolve(ask()).catch(() => false)
    if (answer) return answer
    if (Date.now() > end) throw new Error(`Waited ${limitMs / 1000} seconds for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const listens = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(socket.destroy() && true))
    socket.once('error', () => resolve(false))
  })

function must(command, args, options = {}) {
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8', cwd: root, ...options })
  if (status !== 0) throw new Error(`${path.basename(command)} ended with ${status}:\n${stderr || stdout}`)
  return stdout
}

/** PostgreSQL, which refuses to run as root: then as the user that Debian's package made. */
export async function startPostgres(home, port) {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : []
  const folders = versions.map((version) => `/usr/lib/postgresql/${version}/bin`)
  const data = path.join(home, 'postgres')
  mkdirSync(data)
  const user = isRoot ? userOf('postgres') : {}
  if (isRoot) for (const folder of [home, data]) chownSync(folder, user.uid, user.gid)
  must(find('initdb', 'postgresql', folders), ['-D', data, '-A', 'trust', '-U', 'dateline', '-E', 'UTF8', '--no-sync'], { ...user, cwd: data })
  const begin = () => run('postgres', find('postgres', 'postgresql', folders), ['-D', data, '-p', String(port), '-k', data, '-c', 'listen_addresses=127.0.0.1'], { home, user, cwd: data })
  let service = begin()
  const createdb = find('createdb', 'postgresql', folders)
  await until('PostgreSQL', () => spawnSync(createdb, ['-h', '127.0.0.1', '-p', String(port), '-U', 'dateline', 'dateline']).status === 0)
  return {
    url: `postgres://dateline@127.0.0.1:${port}/dateline`,
    stop: () => service.stop('SIGINT'),
    /** Ends it as a machine ends that loses its power: clients are cut off, nothing is tidied. */
    kill: () => service.stop('SIGQUIT'),
    start: () => {
      service = begin()
    },
  }
}

const userOf = (name) => ({ uid: Number(must('id', ['-u', name]).trim()), gid: Number(must('id', ['-g', name]).trim()) })

/** Redis or Valkey as a cache: nothing is written to disk, and the least used goes first when it is full. */
export async function startRedis(home, port) {
  const server = existsSync('/usr/bin/valkey-server') ? '/usr/bin/valkey-server' : find('redis-server', 'redis-server (or valkey-server)')
  const begin = () => run('redis', server, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory', '256mb', '--maxmemory-policy', 'allkeys-lru'], { home, cwd: home })
  let service = begin()
  await until('Redis', () => listens(port))
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => service.stop(),
    kill: () => service.stop('SIGKILL'),
    /** Takes what is sent, and answers nothing. */
    hang: () => service.child.kill('SIGSTOP'),
    start: () => {
      service = begin()
    },
  }
}

/** The edge as deploy/edge ships it, before processes on these ports. */
export async function startEdge(home, port, backendPorts, token) {
  const folder = path.join(home, 'edge')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'backends.vcl'), backendsVcl(backendPorts))
  const varnishd = find('varnishd', 'varnish varnish-modules')
  const hasTags = readdirSync('/usr/lib').some((folder) => existsSync(`/usr/lib/${folder}/varnish/vmods/libvmod_xkey.so`))
  if (!hasTags) throw new Error('vmod_xkey is not installed. On Debian: apt-get install varnish-modules')
  const args = ['-F', '-j', 'none', '-n', path.join(folder, 'run'), '-a', `127.0.0.1:${port}`, '-f', path.join(root, 'deploy/edge/dateline.vcl'), '-p', `vcl_path=${folder}`, '-s', 'malloc,256m', ...VARNISH_PARAMETERS]
  const service = run('edge', varnishd, args, { home, cwd: folder, env: { ...process.env, DATELINE_EDGE_TOKEN: token } })
  await until('Varnish', () => listens(port))
  const ask = (...words) => must(find('varnishadm', 'varnish'), ['-n', path.join(folder, 'run'), ...words])
  return {
    ...service,
    url: `http://127.0.0.1:${port}`,
    /** Whether the edge holds the process on this port for alive. */
    isAlive: (backendPort) => Object.entries(JSON.parse(ask('backend.list', '-j'))[3]).some(([name, { probe_message: [, , state] }]) => name.endsWith(`.dateline${backendPort}`) && state === 'healthy'),
  }
}

/** As in deploy/edge/run.sh, which says why. */
export const VARNISH_PARAMETERS = ['-p', 'http_resp_hdr_len=32k', '-p', 'http_resp_size=64k', '-p', 'workspace_backend=256k', '-p', 'workspace_client=192k', '-p', 'vsl_mask=-ObjHeader,-ObjProtocol,-ObjStatus,-ObjReason,-RespHeader,-RespUnset,-ReqUnset,-VCL_call,-VCL_return']

function backendsVcl(ports) {
  const backend = (port) => `backend dateline${port} { .host = "127.0.0.1"; .port = "${port}"; .probe = alive; .connect_timeout = 1s; .first_byte_timeout = 30s; }`
  const probe = 'probe alive { .url = "/icon.svg"; .interval = 1s; .timeout = 3s; .window = 4; .threshold = 2; .initial = 2; }'
  return `${probe}\n${ports.map(backend).join('\n')}\nsub vcl_init { new dateline = directors.round_robin(); ${ports.map((port) => `dateline.add_backend(dateline${port});`).join(' ')} }\n`
}
