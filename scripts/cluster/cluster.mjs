// Several Dateline processes on PostgreSQL and Redis behind the edge, on one machine and private ports.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { isFree } from '../port.mjs'
import { run, startEdge, startPostgres, startRedis, until } from './services.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const FLAGS = ['--conditions=production', '--no-deprecation']

/**
 * Brings up a cluster: the edge on `port`, the processes, PostgreSQL and Redis on the ports after it. Call `stop` to
 * take everything down and away again.
 */
export async function startCluster({ port = 4600, processes = 2, password = randomBytes(9).toString('base64url'), say = () => {}, environment = {} } = {}) {
  if (!existsSync(path.join(root, '.next/BUILD_ID'))) throw new Error('There is no build yet. Run: npm run build')
  for (let at = port; at < port + processes + 3; at++) if (!(await isFree(at))) throw new Error(`Port ${at} is taken. Choose other ports: npm run cluster -- --port ${port + 100}`)
  const home = mkdtempSync(path.join(os.tmpdir(), 'dateline-cluster-'))
  const parts = []
  const stop = async () => {
    for (const part of parts.reverse()) await part.stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const begin = async (name, part) => {
      say(name)
      const started = await part
      parts.push(started)
      return started
    }
    const token = randomBytes(18).toString('base64url')
    const ports = Array.from({ length: processes }, (_, i) => port + 1 + i)
    const postgres = await begin('PostgreSQL', startPostgres(home, port + processes + 1))
    const redis = await begin('Redis', startRedis(home, port + processes + 2))
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      MEDIA_DIR: path.join(home, 'media'),
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      SITE_URL: `http://localhost:${port}`,
      TRUSTED_PROXIES: '1',
      EDGE_PURGE: `varnish+http://127.0.0.1:${port}`,
      EDGE_TOKEN: token,
      SEED_PASSWORD: password,
      WEATHER_URL: 'off',
      LOG_LEVEL: 'info',
      ...environment,
    }
    for (const script of ['migrate', 'seed']) {
      say(script === 'seed' ? 'the demonstration newsroom' : 'tables')
      const { status, stderr, stdout } = spawnSync(process.execPath, [...FLAGS, '--import', 'tsx', `scripts/${script}.ts`], { cwd: root, env, encoding: 'utf8' })
      if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stdout}${stderr}`)
    }
    const nodes = []
    for (const at of ports) nodes.push(await begin(`Dateline on port ${at}`, startNode(home, at, env)))
    const edge = await begin(`the edge on port ${port}`, startEdge(home, port, ports, token))
    await until('the edge to find every process', () => ports.every((at) => edge.isAlive(at)))
    return { home, token, url: `http://localhost:${port}`, nodes, edge, postgres, redis, password, stop, rollingRestart: () => rollingRestart(nodes, edge) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** One Dateline process; it can be stopped, killed and started again on the same port. */
async function startNode(home, port, env) {
  const node = {
    port,
    url: `http://127.0.0.1:${port}`,
    async start() {
      // Bound to one name with -H, Next would take its own rewrites for another server's and send itself round in circles.
      const next = [path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-p', String(port)]
      node.service = run(`dateline-${port}`, process.execPath, [...FLAGS, ...next], { home, env: { ...env, PORT: String(port) } })
      await until(`Dateline on port ${port}; its log is in ${home}`, async () => (await fetch(`${node.url}/api/health`)).ok, 120_000)
    },
    stop: () => node.service.stop(),
    /** Ends it in the middle of whatever it does. */
    kill: () => node.service.stop('SIGKILL'),
  }
  await node.start()
  return node
}

/** One after the other: the next is stopped only when the edge knows that the one before is back. */
async function rollingRestart(nodes, edge) {
  for (const node of nodes) {
    await node.stop()
    await node.start()
    await until('the edge to find it again', () => edge.isAlive(node.port))
  }
}
