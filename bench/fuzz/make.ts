/** Requests as no reader would send them, the same for the same seed. */
export interface Made {
  method: string
  /** As it stands in the request line, in whatever spelling. */
  target: string
  headers: [string, string][]
  body: Buffer | null
}

export type Random = () => number

/** Mulberry32: small, even enough, and the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const below = (random: Random, n: number) => Math.floor(random() * n)
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!

const PLACES = ['/', '/world', '/world/south-asia', '/latest', '/latest/page/2', '/archive', '/archive/2026/01', '/archive/2026/01/31', '/search', '/corrections', '/about', '/topic/indus-basin', '/author/amna-rehmat', '/diplomacy/river-commission-agrees-shared-gauges', '/feed.xml', '/world/feed.xml', '/world/feed.json', '/world/atom.xml', '/sitemap.xml', '/news-sitemap.xml', '/sitemaps/pages.xml', '/robots.txt', '/llms.txt', '/.well-known/security.txt', '/share/1-a-card.jpg', '/preview/story/1', '/preview/link/abc.def', '/preview/page/1', '/lite', '/lite/world', '/lite/search', '/lite/latest/page/2', '/lite/diplomacy/river-commission-agrees-shared-gauges', '/diplomacy/river-commission-agrees-shared-gauges.md', '/front/home', '/story/1', '/missing/not-found', '/gone/1', '/lite/story/1', '/admin', '/admin/login', '/admin/collections/stories/1', '/admin/speed', '/styles/feed.css', '/favicon.ico', '/icon.svg']
const DOORS = ['/api/latest', '/api/trending', '/api/weather', '/api/suggest', '/api/live/1', '/api/read', '/api/vitals', '/api/receipt', '/api/health', '/api/metrics', '/api/clock', '/api/preview-links/of/1', '/api/preview-links/of/1/1', '/api/stories', '/api/stories/1', '/api/stories/versions', '/api/stories/versions/1', '/api/stories/count', '/api/media', '/api/media/1', '/api/media/file/x.jpg', '/api/media/paste-url', '/api/users', '/api/users/me', '/api/users/login', '/api/users/logout', '/api/users/refresh-token', '/api/users/forgot-password', '/api/users/reset-password', '/api/users/unlock', '/api/users/first-register', '/api/users/init', '/api/users/verify/x', '/api/globals/settings', '/api/globals/breaking', '/api/paths', '/api/notices', '/api/graphql', '/api/access', '/api/payload-preferences/x', '/api/payload-locked-documents', '/api/payload-jobs/run', '/api/nothing', '/_next/image', '/_next/static/chunks/x.js', '/_next/data/x/index.json', '/_next/x']
const PIECES = ['..', '%2e%2e', '%2e%2e%2f', '..%5c', '%00', '%0d%0aX-A: b', '%', '%zz', '%ff', '%c0%ae', '%u0041', '//evil.example', '/\\evil.example', '\\', ';a=b', '~', '*', '$&', '{{7*7}}', '${7*7}', '<script>', "'--", '"', '%27%20OR%201=1', '%F0%9F%98%80', '%E2%80%AE', 'page/0', 'page/1', 'page/01', 'page/999999', 'page/99999999999', 'page/-1', '1e9', 'NaN', '__proto__', 'constructor', 'toString', 'feed.xml', '.md', '.json', '.php', '.env', 'wp-login.php', '9'.repeat(40), 'a'.repeat(300)]
const VALUES = ['', '0', '-1', '1e99', '99999999999999999999', 'null', 'true', '[]', '{}', '%', '%00', '%ff', '"', "'", '%27%20OR%20%271%27=%271', '*', 'a*', 'NEAR(', '(((', 'AND OR NOT', '\u202e', '%F0%9F%98%80', '%F0%9F', 'a'.repeat(500), '2026-02-31', '//evil.example', 'https://evil.example', 'javascript:alert(1)', 'http://169.254.169.254/', '%2Fapi%2Fmedia%2Ffile%2Fx.jpg', '%2Fetc%2Fpasswd', 'file:///etc/passwd', '__proto__']
const NAMES = ['q', 'section', 'from', 'to', 'page', 'city', 'story', 'url', 'w', 'q', 'src', 'redirect', 'draft', 'depth', 'limit', 'sort', 'locale', 'select[x]', 'where', 'where[id][equals]', 'where[id][in]', 'where[or][0][and][0][x][like]', 'where[headline][like]', 'where[__proto__][equals]', 'populate[x][y]', 'joins', '_rsc', 'x', 'fbclid', '__proto__', 'a[b][c][d][e][f][g]', '%', '%00', 'invokedBy']
const HEADERS: [string, readonly string[]][] = [
  ['RSC', ['1', '0', 'x']],
  ['Next-Router-State-Tree', ['x', '%5B%5D', '%5B%22%22%2C%7B%7D%5D', 'null', '%']],
  ['Next-Router-Prefetch', ['1', '2', 'x']],
  ['Next-Router-Segment-Prefetch', ['/_tree', '/../x', 'x']],
  ['Next-Action', ['x', '0'.repeat(42), '00', '../x']],
  ['Next-Url', ['/', '//evil.example', '%']],
  ['x-nextjs-data', ['1']],
  ['x-middleware-subrequest', ['proxy', 'middleware:middleware:middleware:middleware:middleware']],
  ['x-middleware-rewrite', ['/story/1']],
  ['x-invoke-path', ['/admin']],
  ['x-matched-path', ['/admin']],
  ['x-prerender-revalidate', ['x']],
  ['x-http-method-override', ['DELETE', 'GET', 'x']],
  ['x-payload-http-method-override', ['GET', 'x']],
  ['Cookie', ['payload-token=x', 'payload-token=eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.x', '__prerender_bypass=x; __next_preview_data=x', 'a=b; payload-theme=%', ';;;=', 'payload-lng=../../x']],
  ['Authorization', ['JWT x', 'Bearer x', 'users API-Key x', 'Basic eDp5', '']],
  ['Accept', ['*/*', 'text/x-component', 'application/json', 'x', 'image/avif,image/webp']],
  ['Accept-Encoding', ['gzip', 'br', 'identity;q=0', 'x']],
  ['Accept-Language', ['ur', '*', 'x'.repeat(200), 'en-GB;q=NaN']],
  ['If-None-Match', ['*', '"x"', 'W/"x", "y"', '"']],
  ['If-Modified-Since', ['x', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Thu, 99 Foo 9999 99:99:99 GMT']],
  ['Range', ['bytes=0-0', 'bytes=-1', 'bytes=5-2', 'bytes=0-,1-,2-', 'x']],
  ['Origin', ['null', 'https://evil.example', 'x', 'http://']],
  ['Referer', ['https://evil.example/', 'x']],
  ['Sec-Fetch-Site', ['cross-site', 'same-origin', 'x']],
  ['Content-Type', ['application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/graphql', 'x', '']],
  ['X-Forwarded-Host', ['evil.example', '', 'a:b:c']],
  ['X-Forwarded-Proto', ['https', 'x', 'javascript']],
  ['X-Request-Id', ['x', 'abcdefgh1234', '"><script>']],
  ['User-Agent', ['', 'x', 'Mozilla/5.0 (compatible; Googlebot/2.1)', 'GPTBot', 'a'.repeat(2000)]],
  ['Expect', ['100-continue', 'x']],
  ['Purpose', ['prefetch']],
]
const BODIES = ['', '{', '{}', '[]', 'null', '1', '"x"', '{"story":"1"}', '{"story":{}}', '{"story":-1}', '{"path":"/","values":{"LCP":1e9}}', '{"path":"//","values":{"LCP":1}}', '{"email":1,"password":[]}', '{"email":"x@y.z","password":"x"}', '{"email":{"$ne":1},"password":""}', '{"token":{},"password":"x"}', '{"__proto__":{"a":1}}', '{"query":"{Stories{docs{id}}}"}', '{"where":{"id":{"equals":1}}}', '{"data":{"_status":"published"}}', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'a=b&c[d]=e', '--x\r\nContent-Disposition: form-data; name="file"; filename="../x.svg"\r\nContent-Type: image/svg+xml\r\n\r\n<svg/>\r\n--x--\r\n', '--x\r\n', '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{bad\r\n--x--\r\n', '\u0000\ufffd', 'a'.repeat(70_000)]

function target(random: Random): string {
  let path = random() < 0.5 ? pick(random, PLACES) : pick(random, DOORS)
  for (let times = below(random, 3); times > 0; times--) {
    const piece = pick(random, PIECES)
    const at = below(random, 3)
    if (at === 0) path = `${path}/${piece}`
    else if (at === 1) path = path + piece
    else path = path.replace(/\/[^/]*$/, `/${piece}`)
  }
  if (random() < 0.05) path = path.toUpperCase()
  if (random() < 0.03) path = path.replaceAll('/', '//')
  if (!path.startsWith('/')) path = `/${path}`
  if (random() < 0.5) return path
  const query = Array.from({ length: 1 + below(random, 3) }, () => `${pick(random, NAMES)}=${pick(random, VALUES)}`).join('&')
  return `${path}?${query}`
}

/** The next request. What a request line or a header cannot hold is left to `send`, which writes bytes as they are. */
export function make(random: Random): Made {
  const method = random() < 0.6 ? 'GET' : pick(random, ['GET', 'HEAD', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', 'X'])
  const headers: [string, string][] = []
  for (let times = below(random, 4); times > 0; times--) {
    const [name, values] = pick(random, HEADERS)
    headers.push([name, pick(random, values)])
  }
  // Behind one proxy, each seems to come from somewhere else.
  headers.push(['X-Forwarded-For', random() < 0.95 ? `10.${below(random, 256)}.${below(random, 256)}.${below(random, 256)}` : pick(random, ['x', ',,,', '::1', '[::', 'a'.repeat(300)])])
  const hasBody = !['GET', 'HEAD', 'get'].includes(method) && random() < 0.9
  return { method, target: target(random), headers, body: hasBody ? Buffer.from(pick(random, BODIES)) : null }
}
