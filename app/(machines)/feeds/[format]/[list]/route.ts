import { getFeed } from '@/lib/data/feeds'
import { getSite } from '@/lib/data/site'
import { rssFeed } from '@/lib/feeds/rss'
import { siteOrigin } from '@/lib/site'

export const dynamic = 'force-static'
export const revalidate = false
export const generateStaticParams = () => []

interface Context {
  params: Promise<{ format: string; list: string }>
}

/** The RSS feed of a list. The proxy has settled that there is one. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { list } = await params
  const feed = await getFeed(decodeURIComponent(list))
  if (feed === null) return new Response('There is no such feed.', { status: 404 })
  return new Response(rssFeed(feed, await getSite(), siteOrigin), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
