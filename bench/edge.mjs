// `npm run bench:edge`: a cached story page from Dateline alone, from behind the edge, and the same bytes as a file from
// nginx, in turns within one run. Needs wrk, nginx and what `npm run cluster` needs; talks to 127.0.0.1 only.
import { execFile, execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { startCluster } from '../scripts/cluster/cluster.mjs'
import { find, listens, run as runService, until } from '../scripts/cluster/services.mjs'

const wait = promisify(execFile)
const ROUNDS = 5
const SECONDS = 4
const CONNECTIONS = 32
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Processor seconds that processes, and those they have begun, have used so far. */
function processorSeconds(pids) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const stat = new Map()
  for (const pid of all) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
      stat.set(Number(pid), { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS })
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (pid) => pids.includes(pid) || (stat.has(pid) && stat.get(pid).parent > 1 && isOurs(stat.get(pid).parent))
  return [...stat].filter(([pid]) => isOurs(pid)).reduce((sum, [, { seconds }]) => sum + seconds, 0)
}

const milliseconds = (text) => Number.parseFloat(text) * (text.endsWith('us') ? 0.001 : text.endsWith('ms') ? 1 : 1000)

async function measure({ url, pids, encoding }) {
  const before = processorSeconds(pids)
  const { stdout } = await wait('wrk', ['-t', '1', '-c', String(CONNECTIONS), '-d', `${SECONDS}s`, '--latency', '-H', `Accept-Encoding: ${encoding}`, url])
  const used = processorSeconds(pids) - before
  const requests = Number(/(\d+) requests in/.exec(stdout)[1])
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} did not always answer 200:\n${stdout}`)
  const at = (share) => milliseconds(new RegExp(`${share}%\\s+([\\d.]+\\w+)`).exec(stdout)[1])
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]), p50: at(50), p99: at(99), cpu: (used / requests) * 1_000_000 }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

async function startNginx(home, port, body, zipped) {
  const folder = path.join(home, 'nginx')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'story.html'), body)
  writeFileSync(path.join(folder, 'story.html.gz'), zipped)
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `worker_processes auto; pid ${folder}/pid; daemon off; error_log ${folder}/error.log; ${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http { access_log off; default_type text/html; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=100;
  server { listen 127.0.0.1:${port}; root ${folder}; gzip_static on; gzip_vary on; } }`,
  )
  const service = runService('nginx', find('nginx', 'nginx'), ['-c', path.join(folder, 'nginx.conf')], { home })
  await until('nginx', () => listens(port))
  return { url: `http://127.0.0.1:${port}/story.html`, pid: service.child.pid, stop: () => service.stop('SIGQUIT') }
}

const port = 4800
const cluster = await startCluster({ port, say: (what) => console.log(`  ${what}`) })
let nginx
try {
  const [{ path: story }] = await (await fetch(`${cluster.nodes[0].url}/api/latest`)).json()
  const alone = cluster.nodes[0].url + story
  const behind = `http://127.0.0.1:${port}${story}`
  for (let i = 0; i < 20; i++) for (const url of [alone, behind]) await (await fetch(url)).arrayBuffer()
  const body = Buffer.from(await (await fetch(behind)).arrayBuffer())
  const zipped = execFileSync('curl', ['-s', '-H', 'Accept-Encoding: gzip', behind], { maxBuffer: 1e8 })
  nginx = await startNginx(cluster.home, port + 50, body, zipped)
  const nodes = cluster.nodes.map(({ service }) => service.child.pid)
  const subjects = ['gzip', 'identity'].flatMap((encoding) => [
    { name: `Dateline alone, ${encoding}`, url: alone, pids: nodes, encoding },
    { name: `behind the edge, ${encoding}`, url: behind, pids: [cluster.edge.child.pid, ...nodes], encoding },
    { name: `nginx from a file, ${encoding}`, url: nginx.url, pids: [nginx.pid], encoding },
  ])
  const found = new Map(subjects.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) for (const subject of subjects) found.get(subject.name).push(await measure(subject))
  console.log(`\n${cpus().length} processor cores (${cpus()[0].model.trim()}), shared by the server and by wrk; Node ${process.versions.node}; story page of ${body.length.toLocaleString('en')} bytes, ${zipped.length.toLocaleString('en')} compressed; ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s in turns, medians.\n`)
  console.log('| | requests a second | of nginx | p50, ms | p99, ms | processor time a request, µs |\n| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const { name, encoding } of subjects) {
    const rounds = found.get(name)
    const of = (field, list = rounds) => median(list.map((one) => one[field]))
    const share = median(rounds.map((one, i) => one.rate / found.get(`nginx from a file, ${encoding}`)[i].rate))
    console.log(`| ${name} | ${Math.round(of('rate')).toLocaleString('en')} | ${share.toFixed(2)} | ${of('p50').toFixed(2)} | ${of('p99').toFixed(2)} | ${Math.round(of('cpu')).toLocaleString('en')} |`)
  }
} finally {
  await nginx?.stop()
  await cluster.stop()
}
