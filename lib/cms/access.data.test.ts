import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from './access'
import { openTestCms } from './testing'

type Who = Role | 'nobody' | 'closed'
const WHO: Who[] = ['nobody', 'closed', 'reporter', 'editor', 'administrator']
type Deed = 'read' | 'create' | 'update' | 'delete' | 'versions'

/** Who may do what through Payload's own doors: R reporter, E editor, A administrator; "own" marks what a reporter may do to their own only. */
const RULES: Record<string, Partial<Record<Deed, string>>> = {
  stories: { read: 'REA', versions: 'REA', create: 'REA', update: 'EA', delete: 'EA' },
  pages: { read: 'REA', versions: 'REA', create: 'EA', update: 'EA', delete: 'EA' },
  media: { read: 'REA', create: 'REA', update: 'REA', delete: 'EA' },
  sections: { read: 'REA', create: 'EA', update: 'EA', delete: 'EA' },
  topics: { read: 'REA', create: 'EA', update: 'EA', delete: 'EA' },
  authors: { read: 'REA', create: 'EA', update: 'EA', delete: 'EA' },
  fronts: { read: 'REA', create: 'EA', update: 'EA', delete: 'EA' },
  users: { read: 'A', create: 'A', update: 'A', delete: 'A' },
  paths: { read: 'EA', create: 'EA', update: 'A', delete: 'A' },
  'preview-links': { read: 'REA', create: 'REA', update: 'EA', delete: 'EA' },
  notices: { read: 'REA', create: '', update: '', delete: '' },
}
const may = (rule: string, who: Who) => who !== 'nobody' && who !== 'closed' && rule.includes(who[0]!.toUpperCase())

let payload: Payload
const users: Partial<Record<Who, TypedUser>> = {}
/** One document of each kind, made by somebody else; stories: a draft under embargo. */
const subject: Record<string, number> = {}
let n = 0

const newData = (collection: string): Record<string, unknown> => {
  n += 1
  const made: Record<string, Record<string, unknown>> = {
    stories: { headline: `Story ${n}`, section: subject.sections, authors: [subject.authors], _status: 'draft' },
    pages: { title: `Page ${n}` },
    sections: { name: `Section ${n}` },
    topics: { name: `Topic ${n}` },
    authors: { name: `Author ${n}` },
    fronts: { title: `Front ${n}`, section: subject.spareSections },
    users: { name: `User ${n}`, email: `user${n}@example.org`, password: 'only-for-tests', role: 'reporter' },
    paths: { path: `/old/${n}`, target: '/world' },
    'preview-links': { story: subject.stories, note: `Note ${n}`, expiresAt: '2030-01-01T00:00:00.000Z' },
    notices: { service: 'indexnow', receiver: 'x', address: `https://example.org/${n}`, reason: 'published', state: 'waiting', attempts: 0 },
    media: { alt: `Picture ${n}` },
  }
  return made[collection]!
}

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const pixel = () => ({ data: PIXEL, mimetype: 'image/png', name: `pixel-${n}.png`, size: PIXEL.length })
const make = (collection: string, more: object = {}) =>
  payload.create({ collection: collection as CollectionSlug, data: newData(collection) as never, depth: 0, ...(collection === 'media' ? { file: pixel() } : {}), ...(collection === 'stories' ? { draft: true } : {}), ...more })

/** As somebody comes through Payload's doors: its rules hold. */
const as = (who: Who) => ({ overrideAccess: false as const, user: users[who] ?? undefined })

/** "refused" when the rules say no; anything else that goes wrong is a fault of the test. */
async function outcome(deed: () => Promise<unknown>): Promise<'done' | 'refused'> {
  try {
    await deed()
    return 'done'
  } catch (error) {
    const { status } = error as { status?: number }
    if (status === 403 || status === 404) return 'refused'
    throw error
  }
}

beforeAll(async () => {
  payload = await openTestCms()
  for (const who of ['administrator', 'editor', 'reporter', 'closed'] as const) {
    const doc = await payload.create({ collection: 'users', data: { name: who, email: `${who}@example.org`, password: 'only-for-tests', role: who === 'closed' ? 'administrator' : who, closed: who === 'closed' } as never, depth: 0 })
    users[who] = { ...doc, collection: 'users' } as TypedUser
  }
  for (const collection of ['sections', 'authors', 'stories', ...Object.keys(RULES)]) subject[collection] ??= Number((await make(collection)).id)
  await payload.update({ collection: 'stories', id: subject.stories!, draft: true, data: { embargoedUntil: '2030-01-01T00:00:00.000Z' } as never })
})

for (const [collection, rules] of Object.entries(RULES)) {
  const slug = collection as CollectionSlug
  describe(collection, () => {
    for (const who of WHO) {
      const wanted = (deed: Deed) => (may(rules[deed] ?? '', who) ? 'done' : 'refused')

      it(`${who}: reading is ${wanted('read')}`, async () => {
        const id = subject[collection]!
        expect(await outcome(() => payload.findByID({ collection: slug, id, depth: 0, draft: collection === 'stories', ...as(who) }))).toBe(wanted('read'))
        // A list tells no more than a single look: it is refused, or it does not hold the document.
        const listed = await payload.find({ collection: slug, where: { id: { equals: id } }, depth: 0, draft: collection === 'stories', ...as(who) }).then(
          ({ docs }) => docs.some((doc) => Number(doc.id) === id),
          () => false,
        )
        expect(listed).toBe(wanted('read') === 'done')
        if (rules.versions !== undefined) expect(await outcome(() => payload.findVersions({ collection: slug, depth: 0, ...as(who) }))).toBe(wanted('versions'))
      })

      it(`${who}: creating is ${wanted('create')}`, async () => {
        subject.spareSections = Number((await make('sections')).id)
        expect(await outcome(() => make(collection, as(who)))).toBe(wanted('create'))
      })

      it(`${who}: changing somebody else’s is ${wanted('update')}`, async () => {
        const data = collection === 'stories' ? { kicker: `Changed ${n}` } : collection === 'users' ? { name: `Changed ${n}` } : {}
        expect(await outcome(() => payload.update({ collection: slug, id: subject[collection]!, depth: 0, draft: collection === 'stories', data: data as never, ...as(who) }))).toBe(wanted('update'))
      })

      it(`${who}: deleting is ${wanted('delete')}`, async () => {
        subject.spareSections = Number((await make('sections')).id)
        const { id } = await make(collection)
        expect(await outcome(() => payload.delete({ collection: slug, id: Number(id), ...as(who) }))).toBe(wanted('delete'))
      })
    }
  })
}

describe('what is set once for the site', () => {
  for (const who of WHO) {
    it(`${who} and the settings`, async () => {
      expect(await outcome(() => payload.findGlobal({ slug: 'settings', depth: 0, ...as(who) }))).toBe(may('REA', who) ? 'done' : 'refused')
      expect(await outcome(() => payload.findGlobal({ slug: 'breaking', depth: 0, ...as(who) }))).toBe(may('REA', who) ? 'done' : 'refused')
      expect(await outcome(() => payload.updateGlobal({ slug: 'breaking', data: { active: false } as never, depth: 0, ...as(who) }))).toBe(may('EA', who) ? 'done' : 'refused')
    })
  }
})

describe('a reporter', () => {
  it('sees no account but their own, and cannot raise it', async () => {
    const { docs } = await payload.find({ collection: 'users', depth: 0, ...as('reporter') })
    expect(docs.map((doc) => doc.id)).toEqual([users.reporter!.id])
    const changed = await payload.update({ collection: 'users', id: Number(users.reporter!.id), data: { role: 'administrator', closed: false, name: 'Still a reporter' } as never, depth: 0, ...as('reporter') })
    expect(changed).toMatchObject({ role: 'reporter', name: 'Still a reporter' })
  })

  it('changes their own draft and never publishes it', async () => {
    const own = await make('stories', as('reporter'))
    const id = Number(own.id)
    expect(await outcome(() => payload.update({ collection: 'stories', id, draft: true, data: { kicker: 'Mine' } as never, ...as('reporter') }))).toBe('done')
    expect(await outcome(() => payload.update({ collection: 'stories', id, data: { _status: 'published' } as never, ...as('reporter') }))).toBe('refused')
  })

  it('is given no secret with an account', async () => {
    const me = (await payload.findByID({ collection: 'users', id: Number(users.reporter!.id), depth: 0, ...as('reporter') })) as unknown as Record<string, unknown>
    for (const secret of ['hash', 'salt', 'resetPasswordToken', 'password']) expect(me[secret], secret).toBeUndefined()
  })
})
