import { givePreviewLink, listPreviewLinks } from '@/lib/data/preview-links'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'private, no-store' }
const toId = (text: string) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0)

interface Context {
  params: Promise<{ story: string }>
}

/** A story's preview links with their addresses, for the back office. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await listPreviewLinks(toId((await params).story), request.headers)
  return Array.isArray(found) ? Response.json({ links: found }, { headers }) : Response.json({ message: found.message }, { status: found.status, headers })
}

/** Makes one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const wish: unknown = await request.json().catch(() => null)
  const made = await givePreviewLink(toId((await params).story), wish, request.headers)
  return 'message' in made ? Response.json({ message: made.message }, { status: made.status, headers }) : Response.json({ link: made }, { status: 201, headers })
}
