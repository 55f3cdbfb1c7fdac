import { getSitemap } from '@/lib/data/sitemaps'
import { notThere, respond } from '../../respond'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ name: string }>
}

/** The sitemap index, a sitemap, or the news sitemap. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { name } = await params
  const found = await getSitemap(name)
  if (found === null) return notThere('There is no such sitemap.')
  return respond(request, { body: found.body, type: 'application/xml; charset=utf-8', modifiedAt: found.writtenAt, tags: found.tags, maxAge: name.startsWith('news') ? 60 : 300 })
}
