import type { Payload } from 'payload'
import { beforeAll, expect, it, vi } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openTestCms } from '@/lib/cms/testing'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

let payload: Payload
let headers: Headers

const draft = async (headline: string) => Number((await payload.create({ collection: 'stories', data: { headline } as never, draft: true, depth: 0 })).id)
const give = async (story: number) => {
  const { givePreviewLink } = await import('./preview-links')
  const given = await givePreviewLink(story, { note: 'Counsel', hours: 24, frozen: false }, headers)
  if ('status' in given) throw new Error(given.message)
  return { id: given.id, token: given.path.split('/').at(-1)! }
}
const open = async (token: string) => (await import('./preview-check')).checkPreviewToken(token)

beforeAll(async () => {
  payload = await openTestCms()
  const account = { email: 'editor@example.org', password: 'only-for-tests' }
  await payload.create({ collection: 'users', data: { ...account, name: 'Editor', role: 'administrator' } as never })
  headers = new Headers({ authorization: `JWT ${(await payload.login({ collection: 'users', data: account })).token}` })
})

it('a preview link opens its story, from the list of links too', async () => {
  const story = await draft('For counsel')
  const { token } = await give(story)
  expect(await open(token)).toMatchObject({ ok: true, link: { storyId: story } })
  const { listPreviewLinks } = await import('./preview-links')
  expect(await listPreviewLinks(story, headers)).toMatchObject([{ path: `/preview/link/${token}` }])
})

it.each(['of another story', 'of the same story'])('a preview link that is gone does not open one %s that was given its id', async (of) => {
  const story = await draft('Secret one')
  const old = await give(story)
  await payload.delete({ collection: 'preview-links', id: old.id })
  const now = await give(of === 'of another story' ? await draft('Secret two') : story)
  // SQLite gives the highest id again by itself; PostgreSQL after a restore.
  await sqlOf(payload).run(sql`UPDATE preview_links SET id = ${old.id} WHERE id = ${now.id}`)
  expect(await payload.count({ collection: 'preview-links', where: { id: { equals: old.id } } })).toEqual({ totalDocs: 1 })
  expect(await open(old.token)).toEqual({ ok: false, reason: 'revoked' })
})
