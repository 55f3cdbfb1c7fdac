import { markdownPath, offlinePath, readFeedPath, SHARE_SHAPES } from '@/lib/routes'
import { findAddress } from './addresses'
import { gone, NOT_FOUND, redirectTo, type Answer } from './answer'

const machine = (room: string): Answer => ({ to: 'machine', room })

/** Files that partners, crawlers and security researchers ask for by a fixed name. */
const FILES: Record<string, string> = {
  '/robots.txt': 'robots.txt',
  '/llms.txt': 'llms.txt',
  '/license.xml': 'license.xml',
  '/ads.txt': 'ads.txt',
  '/app-ads.txt': 'app-ads.txt',
  '/trust.txt': 'trust.txt',
  '/.well-known/security.txt': 'security.txt',
  '/.well-known/trust.txt': 'trust.txt',
  '/.well-known/tdmrep.json': 'tdmrep.json',
}

/** Addresses made for machines rather than readers; null when the address is none of them. */
export async function settleMachine(path: string): Promise<Answer | null> {
  if (FILES[path] !== undefined) return machine(`/files/${FILES[path]}`)
  if (path === offlinePath) return machine('/offline')
  if (path === '/security.txt') return redirectTo('/.well-known/security.txt')
  if (path === '/sitemap.xml') return machine('/sitemaps/index')
  const news = /^\/news-sitemap(?:-([2-9]|[1-9]\d{1,2}))?\.xml$/.exec(path)
  if (news !== null) return machine(`/sitemaps/news-${news[1] ?? 1}`)
  const sitemap = /^\/sitemaps\/([a-z0-9-]{1,60})\.xml$/.exec(path)
  if (sitemap !== null) return machine(`/sitemaps/${sitemap[1]}`)
  const key = /^\/([a-z0-9-]{8,128})\.txt$/.exec(path)
  if (key !== null) return machine(`/keys/${key[1]}`)
  const share = /^\/share\/(\d{1,15})-([a-z0-9]{1,32})-([a-z0-9]+)\.jpg$/.exec(path)
  if (share !== null) return share[3]! in SHARE_SHAPES ? machine(`/share/${share[1]}/${share[2]}/${share[3]}`) : NOT_FOUND
  return (await settleFeed(path)) ?? (await settleMarkdown(path))
}

/** A feed stands beside the list whose address it extends: "/world/feed.xml". */
async function settleFeed(path: string): Promise<Answer | null> {
  const feed = readFeedPath(path)
  if (feed === null) return null
  if (feed.base === '/') return machine(`/feeds/${feed.format}/latest`)
  const found = await findAddress(feed.base)
  if (found?.state === 'moved' && found.to.startsWith('/')) return redirectTo(`${found.to}${path.slice(feed.base.length)}`)
  if (found?.state !== 'live' || found.kind === 'story' || found.kind === 'page') return NOT_FOUND
  return machine(`/feeds/${feed.format}/${found.kind}:${found.id}`)
}

/** A story's Markdown form stands at its own address with ".md". */
async function settleMarkdown(path: string): Promise<Answer | null> {
  if (!path.endsWith('.md')) return null
  const found = await findAddress(path.slice(0, -'.md'.length))
  if (found?.state === 'moved' && found.to.startsWith('/')) return redirectTo(markdownPath(found.to))
  if (found?.state === 'withdrawn' && found.kind === 'story') return gone(found)
  return found?.state === 'live' && found.kind === 'story' ? machine(`/markdown/${found.id}`) : NOT_FOUND
}
