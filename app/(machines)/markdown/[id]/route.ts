import { getSite } from '@/lib/data/site'
import { getStory } from '@/lib/data/stories'
import { tags } from '@/lib/data/tags'
import { recallWritten } from '@/lib/data/written'
import { storyMarkdown } from '@/lib/feeds/markdown'
import { absoluteUrl } from '@/lib/routes'
import { siteOrigin } from '@/lib/site'
import { refuse, sharedCaching } from '../../refusal'
import { notThere, respond } from '../../respond'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ id: string }>
}

/** A story as Markdown, for those whom the newsroom lets read it by machine. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const site = await getSite()
  const refusal = refuse(request, site)
  if (refusal !== null) return refusal
  const { id } = await params
  const found = await recallWritten(`markdown ${id}`, [tags.story(id), tags.site, tags.day], async () => {
    const story = await getStory(id)
    return story && { body: storyMarkdown(story, site, siteOrigin), path: story.search.canonical ?? story.path }
  })
  if (found === null) return notThere('There is no such story.')
  // A copy of the page: the page itself, or where it was first published, is what search engines should list.
  const headers = { Link: `<${absoluteUrl(siteOrigin, found.path)}>; rel="canonical"`, 'X-Robots-Tag': 'noindex', ...sharedCaching(site) }
  return respond(request, { body: found.body, type: 'text/markdown; charset=utf-8', modifiedAt: found.writtenAt, tags: found.tags, headers })
}
