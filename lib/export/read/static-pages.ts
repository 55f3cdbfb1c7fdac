import type { Payload } from 'payload'
import { toBlocks } from '@/lib/adapters/cms/body'
import { sqlOf } from '@/lib/cms/sql'
import type { RecordOf } from '../records/schemas'
import type { Problems } from '../write/problems'
import { addressesOf } from './addresses'
import { lookAround, type Around } from './around'
import { newestDrafts } from './drafts'
import type { Sections } from './labels'
import { instantOf, pagesOf, textOf, type Doc, type OnBroken } from './pages'
import { formsOf, written } from './stories'

/** A static page to be written out, with what it points at. */
export interface ReadPage {
  record: RecordOf<'pages'>
  around: Around
}

/** Every static page in the form that readers see, or as last saved when they see none. */
export async function* listStaticPages(payload: Payload, sections: Sections, origin: string, problems: Problems): AsyncGenerator<ReadPage[]> {
  const onBroken: OnBroken = (id, error) => problems.add('page', String(id), '', error)
  for await (const rows of pagesOf(payload, 'pages', onBroken)) {
    const drafts = await newestDrafts(payload, 'pages', rows.map(({ id }) => id), onBroken)
    const addresses = await addressesOf(sqlOf(payload), 'page', rows.map(({ id }) => String(id)))
    const around = await lookAround(payload, [...rows, ...drafts.values()], sections.pathOf)
    yield rows.flatMap((row) => {
      const { shown, pending } = formsOf(row, drafts.get(row.id))
      const id = String(row.id)
      try {
        const words = toWords(shown, around, origin)
        const status = row._status === 'published' ? 'published' : 'draft'
        return [{ record: { id, status, ...addresses(id), ...words, createdAt: instantOf(row.createdAt)!, pending: pending === null ? null : toWords(pending, around, origin) }, around }]
      } catch (error) {
        problems.add('page', id, textOf(shown.title) ?? '', error)
        return []
      }
    })
  }
}

const toWords = (doc: Doc, around: Around, origin: string) => ({
  slug: textOf(doc.slug),
  title: textOf(doc.title) ?? '',
  standfirst: textOf(doc.standfirst),
  ...written(toBlocks(doc.body, around.context), origin),
  savedAt: instantOf(doc.updatedAt)!,
})
