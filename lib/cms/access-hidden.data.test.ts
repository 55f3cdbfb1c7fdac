import type { CollectionSlug } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { DOORS, openNewsroom, WHO, type Ask, type Deed, type Doc, type Door, type Newsroom, type Who } from './testing-doors'

let room: Newsroom
/** What the colleague's account holds, as the database has it. */
let account: Doc
/** Two documents of each kind: one by the colleague, one by the administrator. */
const pairs: Record<string, number[]> = {}
const SECRETS = ['hash', 'salt', 'resetPasswordToken']
const ASKING = WHO.filter((who) => who !== 'closed')
const MAKERS = ['colleague', 'administrator'] as const

beforeAll(async () => {
  room = await openNewsroom()
  const { payload, users } = room
  const make = async (collection: CollectionSlug, data: object, more: object = {}) => Number((await payload.create({ collection, data, depth: 0, ...more } as never)).id)
  const section = await make('sections', { name: 'World' })
  const author = await make('authors', { name: 'A Writer' })
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  for (const [i, maker] of MAKERS.entries()) {
    const user = users[maker]!
    await payload.db.updateOne({ collection: 'users', id: user.id, data: { resetPasswordToken: `${i}0f1e2d3c4b5a6978` } })
    const hero = await make('media', { alt: 'Two boats at a jetty' }, { user, file: { name: 'boats.png', data: png, mimetype: 'image/png', size: png.length } })
    const out = await make('stories', { headline: `Out by ${maker}`, section, authors: [author], _status: 'published' }, { user })
    const front = await make('fronts', { title: `Front ${i}`, section: await make('sections', { name: `Section ${i}` }), pins: [{ story: out }] })
    const story = await make('stories', { headline: `By ${maker}`, section, authors: [author], hero, related: [out], embargoedUntil: '2090-01-01T00:00:00.000Z', _status: 'draft' }, { draft: true, user })
    const link = await make('preview-links', { story, note: 'Counsel', expiresAt: '2090-01-01T00:00:00.000Z' }, { user })
    for (const [kind, id] of Object.entries({ stories: story, 'preview-links': link, media: hero, fronts: front, users: Number(user.id) })) pairs[kind] = [...(pairs[kind] ?? []), id]
  }
  await make('payload-locked-documents', { document: { relationTo: 'stories', value: pairs.stories![0] }, user: { relationTo: 'users', value: users.colleague!.id } })
  account = (await payload.db.findOne<Doc>({ collection: 'users', where: { id: { equals: users.colleague!.id } } }))!
  expect(SECRETS.map((secret) => typeof account[secret])).toEqual(SECRETS.map(() => 'string'))
})

const may = (rule: string, who: Who) => who !== 'nobody' && who !== 'closed' && rule.includes(who[0]!.toUpperCase())

/** Where an account might be learned of: a list, the way that leads in it to the account, and what else is asked. */
const PLACES: [way: string, kind: string, deed: Deed, more?: Ask][] = [
  ['', 'users', 'list'],
  ['', 'users', 'count'],
  ['createdBy.', 'stories', 'list'],
  ['createdBy.', 'stories', 'list', { draft: true }],
  ['createdBy__', 'stories', 'list', { draft: true }],
  ['related.createdBy.', 'stories', 'list', { draft: true }],
  ['hero.createdBy.', 'stories', 'list'],
  ['createdBy.', 'stories', 'count'],
  ['version.createdBy.', 'stories', 'versions'],
  ['parent.createdBy.', 'stories', 'versions'],
  ['createdBy.', 'preview-links', 'list'],
  ['story.createdBy.', 'preview-links', 'list'],
  ['story.createdBy.', 'preview-links', 'count'],
  ['createdBy.', 'media', 'list'],
  ['pins.story.createdBy.', 'fronts', 'list'],
]
/** Administrators read what is no secret of an account, and that only where accounts are listed. */
const FIELDS: [field: string, rule: string][] = [['email', 'A'], ['hash', ''], ['resetPasswordToken', '']]
const learners = (rule: string, [way]: (typeof PLACES)[number]) => ASKING.filter((who) => way === '' && may(rule, who))

const subjectsOf = (kind: string, deed: Deed) => ({ [deed === 'versions' ? 'parent' : 'id']: { in: pairs[kind]! } })

/** Whether a right guess is answered otherwise than a wrong one. */
async function tellsByFilter(door: Door, who: Who, [way, kind, deed, more]: (typeof PLACES)[number], field: string): Promise<boolean> {
  const guess = async (operator: string, value: string) => {
    const { status, body } = await door(who, deed, kind, { ...more, where: { and: [subjectsOf(kind, deed), { [way + field]: { [operator]: value } }] } })
    return JSON.stringify([status, body.totalDocs])
  }
  const value = String(account[field])
  return (await guess('like', value.slice(0, 9))) !== (await guess('like', 'no such thing')) || (await guess('equals', value)) !== (await guess('equals', 'no such thing'))
}

/** Whether the order of a list follows a field. */
async function tellsByOrder(door: Door, who: Who, [way, kind, deed, more]: (typeof PLACES)[number], field: string): Promise<boolean> {
  const order = async (sort: string) => {
    const { status, body } = await door(who, deed, kind, { ...more, where: subjectsOf(kind, deed), sort })
    return JSON.stringify([status, body.docs?.map(({ id }) => id)])
  }
  return (await order(way + field)) !== (await order(`-${way}${field}`))
}

describe.each(DOORS)('by the door %s', (name) => {
  describe.each(PLACES)('the way “%s” of %s, %s', (...place) => {
    it.each(FIELDS)('tells somebody else’s %s by no filter and no order but to whom the rules give it', async (field, rule) => {
      const told: Record<string, Who[]> = { filter: [], order: [] }
      for (const who of ASKING) {
        if (await tellsByFilter(room.doors[name], who, place, field)) told.filter!.push(who)
        if (await tellsByOrder(room.doors[name], who, place, field)) told.order!.push(who)
      }
      // A count has no order.
      expect(told).toEqual({ filter: learners(rule, place), order: place[2] === 'count' ? [] : learners(rule, place) })
    })
  })

  it.each(ASKING)('%s: what comes along with a story, a link or a picture shows an account to administrators only, and its secrets to nobody', async (who) => {
    const door = room.doors[name]
    const [story, link] = [pairs.stories![0]!, pairs['preview-links']![0]!]
    const { docs } = await room.payload.findVersions({ collection: 'stories', where: { parent: { equals: story } }, depth: 0, limit: 1 })
    const ways: [string, Deed, Ask][] = [
      ['stories', 'look', { id: story }],
      ['stories', 'look', { id: story, draft: true }],
      ['stories', 'list', { where: subjectsOf('stories', 'list') }],
      ['stories', 'versions', { where: { parent: { equals: story } } }],
      ['stories', 'version', { id: String(docs[0]!.id) }],
      ['preview-links', 'look', { id: link }],
      ['media', 'look', { id: pairs.media![0]! }],
      ['payload-locked-documents', 'list', {}],
      ['users', 'list', {}],
    ]
    for (const [slug, deed, ask] of ways) {
      for (const wish of [{}, { populate: { users: { email: true, hash: true, salt: true, resetPasswordToken: true, sessions: true } } }]) {
        const answer = JSON.stringify((await door(who, deed, slug, { ...ask, ...wish, depth: 2 })).body)
        expect(answer.includes(String(account.email)), `${slug} ${deed}`).toBe(who === 'administrator')
        for (const secret of SECRETS) expect(answer, `${slug} ${deed}`).not.toContain(account[secret])
        if (slug === 'stories') expect(answer.includes('Two boats at a jetty'), `${slug} ${deed}`).toBe(who !== 'nobody')
      }
    }
  })

  it.each(ASKING)('%s is given no secret with an account, not even their own, not even when asked for', async (who) => {
    const select = Object.fromEntries(['email', ...SECRETS, 'sessions'].map((field) => [field, true]))
    for (const ask of [{}, { select }]) {
      const { body } = await room.doors[name](who, 'list', 'users', { ...ask, limit: 50 })
      for (const doc of body.docs ?? []) for (const secret of [...SECRETS, 'password']) expect(doc[secret]).toBeUndefined()
      // A session is known to whom it belongs.
      for (const doc of body.docs ?? []) if (doc.id !== room.users[who]!.id) expect(doc.sessions ?? []).toEqual([])
      expect(body.docs?.length ?? 0).toBe(who === 'nobody' ? 0 : who === 'administrator' ? 5 : 1)
    }
  })
})

it('whatever names an account calls it createdBy, by which ways through it are known', () => {
  const names = Object.values(room.payload.collections).flatMap(({ config }) => config.flattenedFields.filter((field) => field.type === 'relationship' && field.relationTo === 'users').map(({ name }) => name))
  expect([...new Set(names)]).toEqual(['createdBy'])
})
