import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openNewsroom, type Newsroom } from './testing/newsroom'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

const EDGE = 'fastly+https://api.fastly.com/service/secret-id'
const STRANGER = { 'x-forwarded-for': '203.0.113.9' }
let room: Newsroom
let session: string

beforeAll(async () => {
  room = await openNewsroom({ EDGE_PURGE: EDGE, EDGE_TOKEN: 'secret' })
  const account = { email: 'reporter@example.org', password: 'only-for-tests' }
  await room.payload.create({ collection: 'users', data: { ...account, name: 'A Reporter', role: 'reporter' } as never, depth: 0 })
  session = (await room.payload.login({ collection: 'users', data: account })).token!
})
afterAll(() => room.close())

async function ask(headers: Record<string, string>) {
  const { GET } = await import('@/app/api/health/route')
  const answer = await GET(new Request('http://localhost/api/health', { headers }))
  return { status: answer.status, said: (await answer.json()) as unknown }
}

describe('how the site is', () => {
  it('is told to strangers in one word', async () => {
    expect(await ask(STRANGER)).toEqual({ status: 200, said: { ok: true } })
    expect(await ask({ ...STRANGER, authorization: 'JWT forged' })).toEqual({ status: 200, said: { ok: true } })
  })

  it('is told with the clock to those with an account, wherever they sit', async () => {
    expect(await ask({ ...STRANGER, authorization: `JWT ${session}` })).toEqual({ status: 200, said: { ok: true, clock: { ok: false, beatAt: null } } })
  })

  it('is told to the operator in full', async () => {
    const { status, said } = await ask({ 'x-forwarded-for': '127.0.0.1' })
    expect(status).toBe(200)
    expect(said).toMatchObject({ ok: true, database: { ok: true }, edges: [{ name: EDGE, ok: true }], disks: expect.any(Array) as unknown })
  })

  it('is no more than a status while the database fails, but to the operator', async () => {
    const { sql, sqlOf } = await import('@/lib/cms/sql')
    await sqlOf(room.payload).run(sql`ALTER TABLE edges RENAME TO edges_away`)
    expect(await ask({ ...STRANGER, authorization: `JWT ${session}` })).toEqual({ status: 503, said: { ok: false } })
    expect(await ask({ 'x-forwarded-for': '::1' })).toMatchObject({ status: 503, said: { ok: false, database: { ok: false, error: expect.stringContaining('edges') as unknown } } })
    await sqlOf(room.payload).run(sql`ALTER TABLE edges_away RENAME TO edges`)
  })
})
