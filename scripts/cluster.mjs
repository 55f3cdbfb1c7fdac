// `npm run cluster`: two Dateline processes, PostgreSQL, Redis and the edge on this machine, until Ctrl+C.
//   npm run cluster -- --port 4700       on other ports
//   npm run cluster -- --processes 3
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startCluster } from './cluster/cluster.mjs'

const { values } = parseArgs({ options: { port: { type: 'string', default: '4600' }, processes: { type: 'string', default: '2' } } })
const [port, processes] = [Number(values.port), Number(values.processes)]
if (!Number.isInteger(port) || port < 1 || port > 65_000 || !Number.isInteger(processes) || processes < 1 || processes > 16) {
  console.error('\nExpected --port with a number up to 65000 and --processes with 1 to 16.\n')
  process.exit(1)
}

try {
  const cluster = await startCluster({ port, processes, say: (what) => console.log(`  ${what}`) })
  console.log(`
Readers, through the edge:  ${cluster.url}
Editors:                    ${cluster.url}/admin  (editor@meridian.example / ${cluster.password})
Processes:                  ${cluster.nodes.map(({ url }) => url).join('  ')}
PostgreSQL:                 ${cluster.postgres.url}
Redis:                      ${cluster.redis.url}
Logs:                       ${cluster.home}

Ctrl+C takes everything down and clears it away.
`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cluster.stop().then(() => process.exit(0)))
} catch (error) {
  console.error(`\n${error.message}\n`)
  process.exit(1)
}
