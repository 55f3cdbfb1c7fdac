import { getShareImage } from '@/lib/data/share'
import { tags } from '@/lib/data/tags'
import { SHARE_SHAPES, type ShareShape } from '@/lib/routes'
import { notThere, respond } from '../../../../respond'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ id: string; version: string; shape: string }>
}

const YEAR = 365 * 24 * 60 * 60
const SHORT = { 'Cache-Control': 'public, max-age=60' }

/** A story's share image. Its address names its version, so that it may be kept for good. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, version, shape } = await params
  const known = (Object.keys(SHARE_SHAPES) as ShareShape[]).find((one) => one === shape)
  if (known === undefined) return notThere('There is no such picture.')
  const answer = await getShareImage(id, version, known)
  if (answer.state === 'moved') return new Response(null, { status: 301, headers: { ...SHORT, Location: answer.path } })
  if (answer.state === 'withdrawn') return new Response('This story has been withdrawn.\n', { status: 410, headers: { ...SHORT, 'Content-Type': 'text/plain; charset=utf-8' } })
  if (answer.state === 'missing') return notThere('There is no such picture.')
  return respond(request, { body: new Uint8Array(answer.image), type: 'image/jpeg', tags: [tags.story(id)], headers: { 'Cache-Control': `public, max-age=${YEAR}, immutable` } })
}
