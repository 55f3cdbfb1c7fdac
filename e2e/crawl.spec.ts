import { expect, test, type APIRequestContext } from '@playwright/test'
import { readHead } from './pages/contract'

const STARTS = ['/', '/robots.txt', '/llms.txt', '/sitemap.xml', '/archive', '/search?q=river']
/** Share images are drawn when they are first asked for: those of so many stories stand for the rest. */
const DRAWN = 6
const AT_ONCE = 4

interface Answer {
  status: number
  type: string
  text: string
}

async function ask(request: APIRequestContext, path: string): Promise<Answer> {
  // Of a picture it is enough that it is there.
  const method = path.startsWith('/api/media/') ? 'HEAD' : 'GET'
  const response = await request.fetch(path, { method, maxRedirects: 0, headers: { cookie: '', accept: '*/*' } })
  const type = response.headers()['content-type'] ?? ''
  return { status: response.status(), type, text: /^(text|application)\//.test(type) ? await response.text() : '' }
}

const unescape = (text: string) => text.replace(/&(amp|lt|gt|quot|apos|#x27);/g, (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' })[entity] ?? "'")

/** Every address of this site that a document names: links, pictures, head, structured data, feeds and sitemaps. */
function addressesIn({ type, text }: Answer, origin: string): string[] {
  const own = new RegExp(`${origin}[^\\s"'<>\\\\)]*`, 'g')
  // Atom's ids are names, not addresses; a search's template is filled in by whoever uses it.
  const named = [...unescape(text.replace(/<id>[^<]*<\/id>/g, '')).matchAll(own)].map(([url]) => url).filter((url) => !url.includes('{'))
  const linked = type.startsWith('text/html') ? [...text.matchAll(/<(?:a|img|source|link)\b[^>]*?\s(?:href|src)="(\/[^"]*)"/g)].map(([, href]) => origin + unescape(href!)) : []
  const paths = [...named, ...linked].map((url) => url.slice(origin.length).split('#')[0] || '/').filter((path) => path.startsWith('/') && !path.startsWith('/_next/'))
  return [...new Set(paths)]
}

test('nothing the site says of itself leads anywhere but to an answer of 200, from the front page to the last feed', async ({ request, baseURL }) => {
  test.setTimeout(600_000)
  const from = new Map<string, string>(STARTS.map((path) => [path, 'the start']))
  const queue = [...STARTS]
  const wrong: string[] = []
  const kinds = new Map<string, number>()
  const drawn = new Set<string>()

  const isWorthAsking = (path: string) => {
    const story = /^\/share\/(\d+)-/.exec(path)?.[1]
    if (story === undefined) return true
    if (drawn.size < DRAWN) drawn.add(story)
    return drawn.has(story)
  }

  /** Other tests move and withdraw stories meanwhile: a link counts once the page that has it still has it a little later. */
  async function isStillNamed(path: string): Promise<boolean> {
    const source = from.get(path)!
    if (!source.startsWith('/')) return true
    for (let tries = 0; tries < 4; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      const [page, target] = [await ask(request, source), await ask(request, path)]
      if (target.status === 200 || page.status !== 200 || !addressesIn(page, baseURL!).includes(path)) return false
    }
    return true
  }

  async function visit(path: string): Promise<void> {
    const answer = await ask(request, path)
    if (answer.status !== 200) {
      if (await isStillNamed(path)) wrong.push(`${path} answers ${answer.status}; it is named by ${from.get(path)}`)
      return
    }
    const kind = answer.type.split(';')[0]!
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (kind === 'text/html' && !/^(?:\/lite)?\/search/.test(path) && path !== '/offline') {
      const { canonical } = readHead(answer.text)
      // The lite edition of a page says that it stands where the whole one does.
      const stands = path.replace(/^\/lite(?=\/|$)/, '') || '/'
      if (canonical[0] !== (stands === '/' ? baseURL : baseURL + stands)) wrong.push(`${path} says that it stands at ${canonical.join() || 'no address'}`)
    }
    for (const next of addressesIn(answer, baseURL!)) {
      if (from.has(next) || !isWorthAsking(next)) continue
      from.set(next, path)
      queue.push(next)
    }
  }

  while (queue.length > 0) await Promise.all(queue.splice(0, AT_ONCE).map(visit))
  expect(wrong).toEqual([])
  for (const [kind, least] of Object.entries({ 'text/html': 120, 'application/rss+xml': 30, 'application/atom+xml': 30, 'application/feed+json': 30, 'application/xml': 5, 'text/markdown': 60, 'image/jpeg': 40, 'text/plain': 1 })) {
    expect(kinds.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(least)
  }
  test.info().annotations.push({ type: 'asked', description: JSON.stringify(Object.fromEntries(kinds)) })
})
