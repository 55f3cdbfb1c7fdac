import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { PLACES } from './pages/places'
import { copyDatabase, IS_SQLITE, startSite } from './pages/second-site'

interface Span {
  traceId: string
  name: string
  attributes: { key: string; value: { stringValue?: string; intValue?: number | string } }[]
}

const listen = (server: Server) => new Promise<string>((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)))

// A weather service that takes every call and never answers, and a collector of traces (OTLP over HTTP, as JSON).
test.describe('beside a weather service that hangs and a collector of traces', () => {
  test.skip(!IS_SQLITE, 'the database is copied as a file')
  test.describe.configure({ mode: 'serial' })
  let site: Awaited<ReturnType<typeof startSite>>
  let folder: string
  let hanging = 0
  const spans: Span[] = []
  const services = new Set<string | undefined>()
  const weather = createServer(() => void (hanging += 1))
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as { resourceSpans: { resource: Pick<Span, 'attributes'>; scopeSpans: { spans: Span[] }[] }[] }
      for (const { resource, scopeSpans } of resourceSpans) {
        services.add(resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue)
        spans.push(...scopeSpans.flatMap((scope) => scope.spans))
      }
      response.setHeader('content-type', 'application/json')
      response.end('{}')
    })
  })

  test.beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'dateline-neighbours-'))
    const database = path.join(folder, 'dateline.db')
    await copyDatabase(database)
    const environment = { WEATHER_URL: await listen(weather), OTEL_EXPORTER_OTLP_ENDPOINT: await listen(collector), OTEL_BSP_SCHEDULE_DELAY: '200', RATE_LIMITS: 'off' }
    site = await startSite({ offset: 10, database, environment })
  })
  test.afterAll(async () => {
    await site?.stop()
    for (const server of [weather, collector]) {
      server.closeAllConnections()
      server.close()
    }
    rmSync(folder, { recursive: true, force: true })
  })

  test('nobody waits for the weather: under load every page is answered', async () => {
    const pages = [PLACES.home, PLACES.section, PLACES.story, PLACES.latest, PLACES.topic, '/feed.xml']
    const statuses = await Promise.all(Array.from({ length: 300 }, async (_, i) => (await fetch(site.url + pages[i % pages.length]!)).status))
    expect(statuses.filter((status) => status !== 200)).toEqual([])
    // A reader who asks for another city's waits two and a half seconds at most, and is told that there is none.
    const cities = await Promise.all(Array.from({ length: 20 }, async () => fetch(`${site.url}/api/weather?city=karachi`, { signal: AbortSignal.timeout(10_000) })))
    for (const answer of cities) expect(answer.status).toBeLessThan(500)
    expect(hanging).toBeGreaterThan(0)
    // Many readers, one call.
    expect(hanging).toBeLessThanOrEqual(10)
    expect(((await (await fetch(`${site.url}/api/health`)).json()) as { ok: boolean }).ok).toBe(true)
  })

  test('each request is a trace that names its route and how it was answered', async () => {
    await fetch(`${site.url}${PLACES.section}?traced`, { redirect: 'manual' })
    await fetch(`${site.url}/api/health`)
    const value = (span: Span, key: string) => span.attributes.find((attribute) => attribute.key === key)?.value
    await expect.poll(() => spans.find((span) => value(span, 'http.route')?.stringValue === '/api/health' && Number(value(span, 'http.status_code')?.intValue) === 200)?.name, { timeout: 20_000 }).toContain('/api/health')
    expect(services).toEqual(new Set(['dateline']))
    const root = spans.find((span) => value(span, 'http.route')?.stringValue === '/api/health')!
    expect(root.traceId).toMatch(/^[0-9a-f]{32}$/)
  })
})
