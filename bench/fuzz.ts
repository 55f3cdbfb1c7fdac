/**
 * Sends a running site what no reader would: broken paths, queries, headers, cookies and bodies; and looks whether it
 * ever breaks, hangs, or tells of its insides.
 *   npm run bench:fuzz -- --port 3000 --requests 100000 --seed 1 [--together 12]
 * Start the site with RATE_LIMITS=off, or with TRUSTED_PROXIES=1 so that each request has a sender of its own.
 */
import { parseArgs } from 'node:util'
import { make, randomFrom, type Made } from './fuzz/make'
import { send } from './fuzz/send'

const LIMIT_MS = 20_000
/** What a body must never hold: stacks, folders of the server, errors of the database, a file from outside the site. */
const INSIDES = [/\n\s+at .+:\d+:\d+\)?/, /node_modules/, new RegExp(process.cwd().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), /SQLITE_[A-Z]+/, /Failed query|syntax error at or near/i, /root:x:0:0/]

const { values } = parseArgs({ options: { port: { type: 'string', default: '3000' }, requests: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, together: { type: 'string', default: '12' } } })
const [port, requests, seed, together] = [values.port, values.requests, values.seed, values.together].map(Number) as [number, number, number, number]
if (![port, requests, seed, together].every((n) => Number.isInteger(n) && n > 0)) {
  console.error('Expected whole numbers: --port 3000 --requests 2000 --seed 1 --together 12')
  process.exit(2)
}

const random = randomFrom(seed)
const counts: Record<string, number> = {}
const found: string[] = []
let slowest = 0
let begun = 0

async function worker(): Promise<void> {
  while (begun < requests) {
    const number = (begun += 1)
    const made = make(random)
    const answer = await send(made, port, LIMIT_MS)
    const outcome = typeof answer === 'string' ? answer : String(answer.status)
    counts[outcome] = (counts[outcome] ?? 0) + 1
    if (typeof answer !== 'string') slowest = Math.max(slowest, answer.ms)
    const fault = faultOf(answer)
    if (fault !== null) found.push(`${number}: ${fault}\n   ${describe(made)}`)
    if (number % 10_000 === 0) console.log(`${number} of ${requests}`)
  }
}

function faultOf(answer: Awaited<ReturnType<typeof send>>): string | null {
  if (answer === 'hung') return `no answer within ${LIMIT_MS / 1000} s`
  if (answer === 'closed') return 'hung up without an answer'
  // 501 and 505 would be honest, but nothing here sends what they are for.
  if (answer.status >= 500) return `${answer.status}: ${answer.body.slice(0, 160).replace(/\s+/g, ' ')}`
  const inside = INSIDES.find((pattern) => pattern.test(answer.body))
  return inside === undefined ? null : `${answer.status} tells of its insides: ${inside.exec(answer.body)?.[0].trim().slice(0, 120)}`
}

const describe = ({ method, target, headers, body }: Made) => [`${method} ${target.slice(0, 300)}`, ...headers.map(([name, value]) => `${name}: ${value.slice(0, 80)}`), ...(body ? [`(${body.length} bytes) ${body.toString('utf8').slice(0, 80).replace(/\s+/g, ' ')}`] : [])].join('\n   ')

const began = performance.now()
await Promise.all(Array.from({ length: together }, worker))
const seconds = (performance.now() - began) / 1000
console.log(`${requests} requests, seed ${seed}, ${seconds.toFixed(0)} s, slowest ${Math.round(slowest)} ms`)
console.log(JSON.stringify(Object.fromEntries(Object.entries(counts).sort())))
for (const line of found.slice(0, 400)) console.log(line)
console.log(found.length === 0 ? 'Nothing broke.' : `${found.length} findings.`)
process.exit(found.length === 0 ? 0 : 1)
