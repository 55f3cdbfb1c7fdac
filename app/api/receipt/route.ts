import { getReceipt } from '@/lib/data/receipt'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'private, no-store' }

/** For the back office: where a story is live, and where it is not yet. */
export async function GET(request: Request): Promise<Response> {
  const id = new URL(request.url).searchParams.get('story') ?? ''
  if (!/^[1-9]\d{0,14}$/.test(id)) return Response.json({ message: 'Name a story: /api/receipt?story=12' }, { status: 400, headers })
  const receipt = await getReceipt(Number(id), request.headers)
  if (receipt === 'signed-out') return Response.json({ message: 'Sign in to the back office first.' }, { status: 401, headers })
  if (receipt === null) return Response.json({ message: 'There is no such story, or you may not read it.' }, { status: 404, headers })
  return Response.json(receipt, { headers })
}
