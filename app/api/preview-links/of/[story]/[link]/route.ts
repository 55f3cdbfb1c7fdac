import { revokePreviewLink } from '@/lib/data/preview-links'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'private, no-store' }
const toId = (text: string) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0)

/** Takes a preview link back. Its record stays, so that it is known who had it. */
export async function DELETE(request: Request, { params }: { params: Promise<{ story: string; link: string }> }): Promise<Response> {
  const { story, link } = await params
  const failure = await revokePreviewLink(toId(story), toId(link), request.headers)
  return failure === null ? new Response(null, { status: 204, headers }) : Response.json({ message: failure.message }, { status: failure.status, headers })
}
