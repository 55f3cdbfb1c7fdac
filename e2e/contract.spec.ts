import { expect, test, type APIRequestContext, type APIResponse } from '@playwright/test'
import { readContract, readHead, type Head, type Row } from './pages/contract'
import { headlineFor, Newsroom } from './pages/newsroom'

const contract = readContract('docs/contracts/crawlers.md')
const agents = contract['Agents']!
const REFUSED = ['GPTBot', 'meta-externalagent']

/** Addresses that exist only once somebody has moved, withdrawn or previewed a story. */
const made: Record<string, string> = {}

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL })
  const editor = await Newsroom.enter(request, 'editor')
  const moved = await editor.publish((await editor.draft(headlineFor('Moving for crawlers'))).id)
  await editor.publish(moved.id, { slug: `${String(moved.slug)}-again` })
  made['moved'] = `/world/${String(moved.slug)}`
  made['story'] = `/world/${String(moved.slug)}-again`
  const withdrawn = await editor.publish((await editor.draft(headlineFor('Withdrawn from crawlers'))).id)
  await editor.publish(withdrawn.id, { withdrawn: true, withdrawalReason: 'It was not so.' })
  made['withdrawn'] = `/world/${String(withdrawn.slug)}`
  const draft = await editor.draft(headlineFor('Unpublished'))
  const { body } = await editor.ask('POST', `/preview-links/of/${draft.id}`, { note: 'Crawler', hours: 24, frozen: false })
  made['preview'] = (body.link as { path: string }).path
  const head = readHead(await (await request.get(contract['Pages']!.find(({ Kind }) => Kind === 'story')!['Asked for']!)).text())
  made['card'] = new URL(head.meta['og:image']![0]!).pathname
  made['old card'] = made['card'].replace(/-[0-9a-f]+-card/, '-0123456789ab-card')
  await request.dispose()
})

const addressOf = (cell: string) => cell.replace(/^\{(.+)\}$/, (_, name: string) => made[name] ?? cell)
let asked = 0
/** Each look comes from a machine of its own, as a crawler's do: the site stands behind one proxy, and counts searches. */
const headersOf = (agent: Row) => ({ 'user-agent': agent['User-Agent']!, cookie: '', accept: '*/*', 'x-forwarded-for': `203.0.113.${(asked += 1) % 250}` })
const ask = (request: APIRequestContext, path: string, agent: Row) => request.get(path, { maxRedirects: 0, headers: headersOf(agent) })

for (const agent of agents) {
  test.describe(agent['Agent']!, () => {
    for (const row of contract['Pages']!) {
      test(`gets ${row['Kind']} as promised`, async ({ request, baseURL }) => {
        const path = addressOf(row['Asked for']!)
        const answer = await ask(request, path, agent)
        expect(answer.status()).toBe(Number(row['Status']))
        await expectSameHead(request, path, agent, answer)
        if (row['Leads to']) {
          expect(new URL(answer.headers()['location']!, baseURL).href).toBe(`${baseURL}${addressOf(row['Leads to'])}`)
          return
        }
        const html = await answer.text()
        expectHead(readHead(html), row, answer.headers(), baseURL!)
        // Stories that other tests publish change lists between two looks.
        await expect(async () => {
          const [mine, browsers] = await Promise.all([ask(request, path, agent), ask(request, path, agents[0]!)])
          expect(comparable(await mine.text())).toBe(comparable(await browsers.text()))
        }).toPass({ timeout: 10_000 })
      })
    }

    for (const row of contract['What machines read']!) {
      test(`gets ${row['Kind']} as promised`, async ({ request, baseURL }) => {
        const isRefused = REFUSED.includes(agent['Agent']!)
        const answer = await ask(request, addressOf(row['Asked for']!), agent)
        const status = Number(isRefused ? row['Refused'] : row['Status'])
        expect(answer.status()).toBe(status)
        await expectSameHead(request, addressOf(row['Asked for']!), agent, answer)
        if (row['Leads to']) expect(new URL(answer.headers()['location']!, baseURL).href).toBe(`${baseURL}${addressOf(row['Leads to'])}`)
        if (status === Number(row['Status']) && row['Type']) expect(answer.headers()['content-type']).toMatch(new RegExp(`^${row['Type'].replace(/[.+]/g, '\\$&')}(;|$)`))
        if (status === Number(row['Status']) && row['Says']) expect(await answer.text()).toContain(row['Says'])
        if (status === 403) expect(answer.headers()['cache-control']).toContain('private')
      })
    }
  })
}

/** A crawler that asks for the headers only is told the same. */
async function expectSameHead(request: APIRequestContext, path: string, agent: Row, whole: APIResponse): Promise<void> {
  const answer = await request.head(path, { maxRedirects: 0, headers: headersOf(agent) })
  expect(answer.status(), 'HEAD').toBe(whole.status())
  expect(await answer.body(), 'HEAD').toHaveLength(0)
  for (const name of ['location', 'content-type', 'cache-control', 'x-robots-tag', 'link', 'vary']) expect(lasting(answer.headers()[name]), `HEAD: ${name}`).toBe(lasting(whole.headers()[name]))
}

/** A header without hints at what the page will load: of a page made while it is sent, some come too late for them. */
const lasting = (header: string | undefined) => header?.split(', ').filter((part) => !part.includes('rel=preload')).join(', ')

/** The head without what is drawn anew each time. */
const comparable = (html: string) => html.slice(0, html.indexOf('</head>')).replace(/nonce="[^"]*"/g, 'nonce')

const ROBOTS: Record<string, RegExp> = {
  index: /^index, follow, max-video-preview:-1, max-image-preview:large, max-snippet:-1$/,
  noindex: /^noindex(, follow)?$/,
  none: /^noindex, nofollow/,
}

function expectHead(head: Head, row: Row, headers: Record<string, string>, origin: string): void {
  const one = (name: string) => {
    expect(head.meta[name] ?? [], `one ${name}`).toHaveLength(1)
    return head.meta[name]![0]!
  }
  expect(head.lang).toBe('en')
  expect(head.title).toHaveLength(1)
  expect(head.title[0]).toBe(row['Title'])
  const robots = [...(head.meta['robots'] ?? []), headers['x-robots-tag']].filter((value) => value !== undefined)
  expect(robots.some((value) => ROBOTS[row['Robots']!]!.test(value)), robots.join(' · ')).toBe(true)
  expect(head.canonical).toEqual(row['Canonical'] ? [`${origin}${row['Canonical'] === '/' ? '' : row['Canonical']}`] : [])
  if (row['Robots'] === 'none') expect(headers['cache-control']).toContain('no-store')
  if (!row['og:type']) return

  expect(one('description').length).toBeGreaterThan(10)
  expect(one('og:type')).toBe(row['og:type'])
  expect(one('og:url')).toBe(head.canonical[0])
  expect(one('og:site_name')).toBe('The Meridian')
  expect(one('og:locale')).toBe('en_GB')
  expect(one('og:title').length).toBeGreaterThan(2)
  expect(one('og:title')).not.toContain('| The Meridian')
  expect(one('og:description')).toBe(one('twitter:description'))
  expect(one('twitter:card')).toBe(row['Card'])
  expect(one('twitter:site')).toBe('@themeridian')
  expect(new Set(head.feeds.map(({ type }) => type))).toEqual(new Set(['application/rss+xml', 'application/atom+xml', 'application/feed+json']))
  if (row['og:type'] === 'article') expectArticle(head, one)
  expectGraph(head, row, origin)
}

function expectArticle(head: Head, one: (name: string) => string): void {
  expect([one('og:image:width'), one('og:image:height')]).toEqual(['1200', '630'])
  expect(one('og:image')).toBe(one('twitter:image'))
  expect(one('og:image:alt').length).toBeGreaterThan(5)
  expect(new Date(one('article:published_time')).getTime()).toBeLessThanOrEqual(new Date(one('article:modified_time')).getTime())
  expect(head.meta['article:author']!.length).toBeGreaterThan(0)
  expect(one('article:section').length).toBeGreaterThan(2)
}

function expectGraph(head: Head, row: Row, origin: string): void {
  if (!row['JSON-LD']) return expect(head.graphs).toEqual([])
  expect(head.graphs).toHaveLength(1)
  expect(head.graphs[0]!['@context']).toBe('https://schema.org')
  const nodes = head.graphs[0]!['@graph']
  const types = new Set(nodes.flatMap((node) => node['@type']))
  expect(types).toEqual(new Set(row['JSON-LD'].split(', ')))
  const ids = nodes.map((node) => node['@id'])
  expect(new Set(ids).size, 'an @id for each, and no two the same').toBe(ids.length)
  for (const id of ids) expect(id).toMatch(new RegExp(`^${origin}`))
}
