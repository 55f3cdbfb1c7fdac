import { getSite } from '@/lib/data/site'
import { recallFeed } from '@/lib/data/feeds'
import { atomFeed } from '@/lib/feeds/atom'
import type { Feed, FeedHome } from '@/lib/feeds/feed'
import { jsonFeed } from '@/lib/feeds/json-feed'
import { rssFeed } from '@/lib/feeds/rss'
import { FEED_FORMATS, type FeedFormat } from '@/lib/routes'
import { siteOrigin } from '@/lib/site'
import { notThere, respond } from '../../../respond'

export const dynamic = 'force-dynamic'

const FORMATS: Record<FeedFormat, { type: string; write: (feed: Feed, home: FeedHome) => string }> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: rssFeed },
  atom: { type: 'application/atom+xml; charset=utf-8', write: atomFeed },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
}

interface Context {
  params: Promise<{ format: string; list: string }>
}

/** The feed of a list. The proxy has settled that there is one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { format, list } = await params
  const known = FEED_FORMATS.find((one) => one === format)
  const name = decodeURIComponent(list)
  if (known === undefined) return notThere('There is no such feed.')
  const site = await getSite()
  const found = await recallFeed(name, known, (feed) => FORMATS[known].write(feed, { site, origin: siteOrigin }))
  if (found === null) return notThere('There is no such feed.')
  // A hub learns from these where it stands and whom it may ask (W3C WebSub, section 4).
  const links = [`<${siteOrigin}${encodeURI(found.path)}>; rel="self"`, ...site.hubs.map((hub) => `<${hub}>; rel="hub"`)]
  const type = known !== 'json' && isForPerson(request) ? 'application/xml; charset=utf-8' : FORMATS[known].type
  return respond(request, { body: found.body, type, modifiedAt: found.writtenAt, maxAge: 120, tags: found.tags, headers: { Link: links.join(', '), Vary: 'Accept' } })
}

/** Browsers print a feed's own type as source text; as plain XML they show it under its stylesheet. Feed readers do not ask for HTML first. */
const isForPerson = (request: Request) => (request.headers.get('accept') ?? '').startsWith('text/html')
