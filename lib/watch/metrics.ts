import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What Prometheus is told. On `globalThis`, because the server bundles its routes apart. */
interface Metrics {
  registry: Registry
  requests: Histogram<'kind' | 'method' | 'status'>
  limited: Counter<'door'>
  heartbeat: Gauge
}

const key = Symbol.for('dateline.metrics')
const house = globalThis as { [key]?: Metrics }

function metrics(): Metrics {
  return (house[key] ??= build())
}

function build(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'dateline_request_seconds',
      help: 'How long answers took, by kind of address, method and class of status.',
      labelNames: ['kind', 'method', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    limited: new Counter({ name: 'dateline_limited_total', help: 'Requests that were refused because one sender asked too often.', labelNames: ['door'], registers }),
    heartbeat: new Gauge({ name: 'dateline_clock_beat_seconds', help: 'When the clock of any process last beat, in seconds since 1970.', registers }),
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Few kinds and few statuses: a label with an address in it would grow with the site. */
export function kindOf(path: string): string {
  if (path.startsWith('/_next/image')) return 'picture'
  if (path.startsWith('/_next/') || path.startsWith('/styles/')) return 'asset'
  if (path.startsWith('/api/media/file/')) return 'media'
  if (path === '/api' || path.startsWith('/api/')) return 'api'
  if (path === '/admin' || path.startsWith('/admin/')) return 'admin'
  if (path === '/lite' || path.startsWith('/lite/')) return 'lite'
  if (path.startsWith('/preview/')) return 'preview'
  return /\.(?:xml|json|txt|md|jpg)$/.test(path) ? 'machine' : 'page'
}

export function countRequest(path: string, method: string, status: number, seconds: number): void {
  metrics().requests.observe({ kind: kindOf(path), method: METHODS.has(method) ? method : 'other', status: `${Math.floor(status / 100)}xx` }, seconds)
}

/** One more sender who was told to wait. */
export function countLimited(door: string): void {
  metrics().limited.inc({ door })
}

/** Everything, in Prometheus' own text form, with its content type. */
export async function writeMetrics(lastBeat: Date | null): Promise<{ text: string; contentType: string }> {
  const { registry, heartbeat } = metrics()
  if (lastBeat !== null) heartbeat.set(lastBeat.getTime() / 1000)
  return { text: await registry.metrics(), contentType: registry.contentType }
}
