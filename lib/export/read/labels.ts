import type { Payload } from 'payload'
import { sqlOf } from '@/lib/cms/sql'
import { authorPath, topicPath } from '@/lib/routes'
import type { RecordOf } from '../records/schemas'
import { addressesOf } from './addresses'
import { instantOf, listOf, pagesOf, refOf, rowsOf, textOf } from './pages'

type SectionRecord = RecordOf<'sections'>

/** The tree of sections, parents before what stands under them. There are few: it is held whole. */
export interface Sections {
  all: SectionRecord[]
  byId: ReadonlyMap<string, SectionRecord>
  byPath: ReadonlyMap<string, SectionRecord>
  pathOf: (id: string | null) => string | null
}

export async function readSections(payload: Payload): Promise<Sections> {
  const { docs } = await payload.find({ collection: 'sections', sort: ['order', 'name'], depth: 0, pagination: false })
  const addresses = await addressesOf(sqlOf(payload), 'section', docs.map(({ id }) => String(id)))
  const paths = new Map(docs.map((doc) => [String(doc.id), String(doc.path)]))
  const all = docs
    .map((doc): SectionRecord => ({
      id: String(doc.id),
      slug: String(doc.slug),
      name: doc.name,
      path: String(doc.path),
      oldPaths: addresses(String(doc.id)).oldPaths,
      parent: paths.get(refOf(doc.parent) ?? '') ?? null,
      description: textOf(doc.description),
      order: doc.order ?? 0,
    }))
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length)
  return { all, byId: new Map(all.map((one) => [one.id, one])), byPath: new Map(all.map((one) => [one.path, one])), pathOf: (id) => paths.get(id ?? '') ?? null }
}

export async function* listTopics(payload: Payload): AsyncGenerator<RecordOf<'topics'>[]> {
  for await (const docs of pagesOf(payload, 'topics')) {
    const addresses = await addressesOf(sqlOf(payload), 'topic', docs.map(({ id }) => String(id)))
    yield docs.map((doc) => ({
      id: String(doc.id),
      slug: String(doc.slug),
      name: String(doc.name),
      path: addresses(String(doc.id)).path ?? topicPath(String(doc.slug)),
      oldPaths: addresses(String(doc.id)).oldPaths,
      description: textOf(doc.description),
    }))
  }
}

export async function* listAuthors(payload: Payload): AsyncGenerator<RecordOf<'authors'>[]> {
  for await (const docs of pagesOf(payload, 'authors')) {
    const addresses = await addressesOf(sqlOf(payload), 'author', docs.map(({ id }) => String(id)))
    yield docs.map((doc) => ({
      id: String(doc.id),
      slug: String(doc.slug),
      name: String(doc.name),
      path: addresses(String(doc.id)).path ?? authorPath(String(doc.slug)),
      oldPaths: addresses(String(doc.id)).oldPaths,
      role: textOf(doc.role),
      biography: textOf(doc.biography),
      portrait: refOf(doc.portrait),
      contacts: listOf(doc.contacts).map(({ label, href }) => ({ label: String(label), href: String(href) })),
    }))
  }
}

/** People with an account. Nothing else of theirs is even read: no password, no session, no token. */
export async function* listUsers(payload: Payload): AsyncGenerator<RecordOf<'users'>[]> {
  for await (const rows of rowsOf<{ id: number; name: string; email: string; role: RecordOf<'users'>['role']; closed: unknown; created_at: unknown }>(sqlOf(payload), 'users', 'id, name, email, role, closed, created_at')) {
    yield rows.map(({ id, name, email, role, closed, created_at }) => ({ id: String(id), name, email, role, closed: Boolean(closed), createdAt: instantOf(created_at)! }))
  }
}

export async function* listFronts(payload: Payload, sections: Sections): AsyncGenerator<RecordOf<'fronts'>[]> {
  for await (const docs of pagesOf(payload, 'fronts')) {
    yield docs.map((doc) => ({
      id: String(doc.id),
      title: String(doc.title),
      section: sections.pathOf(refOf(doc.section)),
      pins: listOf(doc.pins).flatMap((pin) => (pin.story == null ? [] : [{ story: refOf(pin.story)!, until: instantOf(pin.until) }])),
      strips: listOf(doc.strips).flatMap(({ section, layout }) => {
        const path = sections.pathOf(refOf(section))
        return path === null ? [] : [{ section: path, layout: layout as RecordOf<'fronts'>['strips'][number]['layout'] }]
      }),
    }))
  }
}
