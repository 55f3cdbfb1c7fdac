import { getPartnerFiles } from '@/lib/data/partner-files'
import { tags } from '@/lib/data/tags'
import { notThere, respond } from '../../respond'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ key: string }>
}

/** The file that proves to IndexNow that a notice comes from this site: it stands at the key and holds the key. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { key } = await params
  const { indexNowKey } = await getPartnerFiles()
  return key === indexNowKey ? respond(request, { body: key, type: 'text/plain; charset=utf-8', tags: [tags.site] }) : notThere('This site has no such file.')
}
