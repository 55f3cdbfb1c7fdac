import type { CollectionSlug } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { DOORS, openNewsroom, outcome, WHO, type Ask, type Deed, type Door, type Newsroom, type Who } from './testing-doors'

type Right = 'read' | 'create' | 'change' | 'publish' | 'takeDown' | 'delete'
type Reach = 'any' | 'own' | 'none'

/** Who may do what, whichever door they come through: R reporter, E editor, A administrator; a small letter: to their own only. */
const RULES: Record<string, Partial<Record<Right, string>>> = {
  drafts: { read: 'REA', create: 'REA', change: 'rEA', publish: 'EA', delete: 'EA' },
  'scheduled stories': { read: 'REA', create: 'REA', change: 'EA', publish: 'EA', delete: 'EA' },
  'embargoed stories': { read: 'REA', create: 'REA', change: 'rEA', publish: '', delete: 'EA' },
  'published stories': { read: 'REA', create: 'EA', change: 'rEA', publish: 'EA', takeDown: 'EA', delete: 'EA' },
  users: { read: 'reA', create: 'A', change: 'reA', delete: 'A' },
  media: { read: 'REA', create: 'REA', change: 'rEA', delete: 'EA' },
  pages: { read: 'REA', create: 'EA', change: 'EA', publish: 'EA', delete: 'EA' },
  sections: { read: 'REA', create: 'EA', change: 'EA', delete: 'EA' },
  topics: { read: 'REA', create: 'EA', change: 'EA', delete: 'EA' },
  authors: { read: 'REA', create: 'EA', change: 'EA', delete: 'EA' },
  fronts: { read: 'REA', create: 'EA', change: 'EA', delete: 'EA' },
  paths: { read: 'EA', create: 'EA', change: 'A', delete: 'A' },
  'preview-links': { read: 'REA', create: 'REA', change: 'rEA', delete: 'EA' },
  notices: { read: 'REA', create: '', change: '', delete: '' },
}
const reach = (rule: string, who: Who): Reach => {
  if (who === 'nobody' || who === 'closed') return 'none'
  return rule.includes(who[0]!.toUpperCase()) ? 'any' : rule.includes(who[0]!) ? 'own' : 'none'
}

const FUTURE = '2090-01-01T00:00:00.000Z'
const STORIES: Record<string, object> = {
  drafts: { _status: 'draft' },
  'scheduled stories': { _status: 'draft', scheduledFor: FUTURE },
  'embargoed stories': { _status: 'draft', embargoedUntil: FUTURE },
  'published stories': { _status: 'published' },
}
const slugOf = (kind: string) => (kind in STORIES ? 'stories' : kind) as CollectionSlug
const isDraft = (kind: string) => kind in STORIES && kind !== 'published stories'
const hasVersions = (kind: string) => kind in STORIES || kind === 'pages'

let room: Newsroom
let section: number, author: number, story: number
let n = 0

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** What a new one of each kind is made of. */
async function ingredients(kind: string): Promise<Ask> {
  n += 1
  const made: Record<string, () => object | Promise<object>> = {
    stories: () => ({ headline: `Story ${n}`, section, authors: [author], ...STORIES[kind] }),
    users: () => ({ name: `User ${n}`, email: `user${n}@example.org`, password: 'only-for-tests', role: 'reporter' }),
    media: () => ({ alt: `Picture ${n}` }),
    pages: () => ({ title: `Page ${n}`, _status: 'draft' }),
    sections: () => ({ name: `Section ${n}` }),
    topics: () => ({ name: `Topic ${n}` }),
    authors: () => ({ name: `Author ${n}` }),
    fronts: async () => ({ title: `Front ${n}`, section: Number((await room.payload.create({ collection: 'sections', data: { name: `Spare ${n}` } as never })).id) }),
    paths: () => ({ path: `/old/${n}`, target: '/world' }),
    'preview-links': () => ({ story, note: `Note ${n}`, expiresAt: FUTURE }),
    notices: () => ({ service: 'indexnow', receiver: 'x', address: `https://example.org/${n}`, reason: 'published', state: 'waiting', attempts: 0 }),
  }
  const data = await made[slugOf(kind)]!()
  return { data, ...(isDraft(kind) ? { draft: true } : {}), ...(kind === 'media' ? { file: { data: PIXEL, mimetype: 'image/png', name: `pixel-${n}.png`, size: PIXEL.length } } : {}) }
}

/** One document of a kind, made by somebody, kept until somebody spends it. */
const made = new Map<string, number>()
async function one(kind: string, maker: Who | 'colleague'): Promise<number> {
  const user = room.users[maker]!
  if (kind === 'users' && maker !== 'colleague') return Number(user.id)
  const key = `${kind} ${maker}`
  if (!made.has(key)) made.set(key, Number((await room.payload.create({ collection: slugOf(kind), depth: 0, user, ...(await ingredients(kind)) } as never)).id))
  return made.get(key)!
}

/** Every way to learn of a document: all of them show it, or none does. */
async function read(door: Door, who: Who, kind: string, id: number): Promise<'done' | 'refused'> {
  const where = { id: { equals: id } }
  const ways: [Deed, Ask][] = [['look', { id }], ['list', { where }], ['count', { where }]]
  if (hasVersions(kind)) {
    const { docs } = await room.payload.findVersions({ collection: slugOf(kind) as 'stories', where: { parent: { equals: id } }, limit: 1, depth: 0 })
    ways.push(['look', { id, draft: true }], ['list', { where, draft: true }], ['versions', { where: { parent: { equals: id } } }], ['version', { id: String(docs[0]!.id) }])
  }
  const seen: ('done' | 'refused')[] = []
  for (const [deed, ask] of ways) {
    const answer = await door(who, deed, slugOf(kind), ask)
    seen.push(answer.body.totalDocs === 0 ? 'refused' : outcome(answer))
  }
  expect(new Set(seen).size, JSON.stringify(ways.map(([deed, ask], i) => [deed, ask, seen[i]]))).toBe(1)
  return seen[0]!
}

const change = (kind: string): Ask => ({ data: kind in STORIES ? { kicker: 'Changed' } : kind === 'users' ? { name: 'Changed' } : {}, ...(kind in STORIES ? { draft: true } : {}) })

const ACTS: Record<Exclude<Right, 'create'>, (door: Door, who: Who, kind: string, id: number) => Promise<'done' | 'refused'>> = {
  read,
  change: async (door, who, kind, id) => outcome(await door(who, 'change', slugOf(kind), { id, ...change(kind) })),
  publish: async (door, who, kind, id) => outcome(await door(who, 'change', slugOf(kind), { id, data: { _status: 'published' } })),
  takeDown: async (door, who, kind, id) => outcome(await door(who, 'change', slugOf(kind), { id, data: { _status: 'draft' } })),
  delete: async (door, who, kind, id) => outcome(await door(who, 'delete', slugOf(kind), { id })),
}

async function reachOf(door: Door, who: Who, kind: string, right: Right): Promise<Reach> {
  if (right === 'create') return outcome(await door(who, 'create', slugOf(kind), await ingredients(kind))) === 'done' ? 'any' : 'none'
  for (const maker of ['colleague', who] as const) {
    if (maker === 'nobody' || maker === 'closed') continue
    const did = await ACTS[right](door, who, kind, await one(kind, maker))
    // What was published or deleted is no longer of its kind.
    if (did === 'done' && right !== 'read' && right !== 'change') made.delete(`${kind} ${maker}`)
    if (did === 'done') return maker === 'colleague' ? 'any' : 'own'
  }
  return 'none'
}

beforeAll(async () => {
  room = await openNewsroom()
  section = await one('sections', 'colleague')
  author = await one('authors', 'colleague')
  story = Number((await room.payload.create({ collection: 'stories', ...(await ingredients('drafts')) } as never)).id)
  for (const spent of ['sections colleague', 'authors colleague']) made.delete(spent)
})

describe.each(DOORS)('by the door %s', (name) => {
  describe.each(Object.keys(RULES))('%s', (kind) => {
    for (const who of WHO) {
      const rights = Object.entries(RULES[kind]!) as [Right, string][]
      it(`${who}: ${rights.map(([right, rule]) => `${right} ${reach(rule, who)}`).join(', ')}`, async () => {
        const found: [string, Reach][] = []
        for (const [right] of rights) found.push([right, await reachOf(room.doors[name], who, kind, right)])
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(rights.map(([right, rule]) => [right, reach(rule, who)])))
      })
    }
  })

  it.each(WHO)('%s and what is set once for the site', async (who) => {
    const door = room.doors[name]
    const may = async (deed: Deed, slug: string, ask: Ask = {}) => (outcome(await door(who, deed, slug, ask)) === 'done' ? 'any' : 'none')
    expect([await may('lookAtGlobal', 'settings'), await may('lookAtGlobal', 'breaking'), await may('changeGlobal', 'breaking', { data: { active: false } }), await may('changeGlobal', 'settings', { data: {} })]).toEqual(
      ['REA', 'REA', 'EA', 'A'].map((rule) => reach(rule, who)),
    )
  })
})
