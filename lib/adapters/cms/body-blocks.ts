import { readTable } from '@/lib/cms/body/table'
import type { Block, CorrectionKind } from '@/lib/model/block'
import type { Card } from '@/lib/model/card'
import { toBlocks } from './body'
import { toEmbed } from './embeds'
import { toFigure, toFile, toPicture } from './pictures'

/** What blocks point at, looked up beforehand: stories by id, addresses of linked documents. Media come populated. */
export interface BlockContext {
  cardOf: (storyId: number) => Card | null
  mediaOf: (mediaId: number) => unknown
  pathOf: (collection: string, id: number) => string | null
}

type Fields = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const orNull = (value: unknown): string | null => text(value) || null
const rows = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : [])
const idOf = (value: unknown) => Number(typeof value === 'object' && value !== null ? (value as { id: unknown }).id : value)

const MAKERS: Record<string, (fields: Fields, context: BlockContext) => Block | null> = {
  quote: (fields) => ({ type: 'quote', content: [{ text: text(fields.text) }], attribution: orNull(fields.attribution) }),
  pullQuote: (fields) => ({ type: 'pull-quote', text: text(fields.text), attribution: orNull(fields.attribution) }),
  image: (fields, { mediaOf }) => {
    const figure = toFigure(mediaOf(idOf(fields.media)), fields.caption)
    return figure && { type: 'image', figure, width: fields.width === 'wide' ? 'wide' : 'column' }
  },
  gallery: (fields, { mediaOf }) => {
    const figures = rows(fields.pictures).flatMap((row) => toFigure(mediaOf(idOf(row.media)), row.caption) ?? [])
    return figures.length === 0 ? null : { type: 'gallery', title: orNull(fields.title), figures }
  },
  readAlso: (fields, { cardOf }) => {
    const card = cardOf(idOf(fields.story))
    return card && { type: 'read-also', card }
  },
  factBox: (fields, context) => ({ type: 'fact-box', title: text(fields.title), body: toBlocks(fields.body, context) }),
  timeline: (fields) => ({
    type: 'timeline',
    title: orNull(fields.title),
    entries: rows(fields.entries).map((row) => ({ when: text(row.when), title: text(row.title), text: orNull(row.text) })),
  }),
  table: (fields) => {
    const [header = [], ...body] = readTable(typeof fields.cells === 'string' ? fields.cells : '')
    return { type: 'table', caption: orNull(fields.caption), header, rows: body, source: orNull(fields.source) }
  },
  embed: (fields, { mediaOf }) => toEmbed(text(fields.url), text(fields.title), toPicture(mediaOf(idOf(fields.poster)))),
  audio: (fields, { mediaOf }) => {
    const file = toFile(mediaOf(idOf(fields.media)))
    return file && { type: 'audio', title: text(fields.title), src: file.src, mimeType: file.mimeType, transcript: orNull(fields.transcript) ?? file.transcript, credit: file.credit }
  },
  video: (fields, { mediaOf }) => {
    const file = toFile(mediaOf(idOf(fields.media)))
    if (file === null) return null
    const captions = toFile(mediaOf(idOf(fields.captions)))
    return { type: 'video', title: text(fields.title), src: file.src, mimeType: file.mimeType, poster: toPicture(mediaOf(idOf(fields.poster))), captionsSrc: captions?.src ?? null, credit: file.credit }
  },
  correctionNote: (fields) => ({ type: 'correction-note', kind: correctionKind(fields.kind), at: text(fields.at), text: text(fields.text) }),
}

const correctionKind = (value: unknown): CorrectionKind => (value === 'clarification' || value === 'update' ? value : 'correction')

/** One block of the body as the model has it; null when what it shows is gone. */
export function toBlock(fields: Fields, context: BlockContext): Block | null {
  return MAKERS[String(fields.blockType)]?.(fields, context) ?? null
}

/** The media, stories and linked documents that a body points at, by id. */
export function referencesOf(value: unknown): { media: number[]; stories: number[]; links: { collection: string; id: number }[] } {
  const found = { media: new Set<number>(), stories: new Set<number>(), links: new Map<string, { collection: string; id: number }>() }
  visit(value, found)
  return { media: [...found.media], stories: [...found.stories], links: [...found.links.values()] }
}

function visit(value: unknown, found: { media: Set<number>; stories: Set<number>; links: Map<string, { collection: string; id: number }> }): void {
  if (Array.isArray(value)) return value.forEach((item) => visit(item, found))
  if (typeof value !== 'object' || value === null) return
  const record = value as Fields
  for (const name of ['media', 'poster', 'captions']) {
    const id = idOf(record[name])
    if (record[name] != null && Number.isInteger(id)) found.media.add(id)
  }
  if (record.blockType === 'readAlso' && record.story != null) found.stories.add(idOf(record.story))
  const doc = record.doc as { relationTo?: string; value?: unknown } | undefined
  if (record.linkType === 'internal' && doc?.relationTo) found.links.set(`${doc.relationTo}:${idOf(doc.value)}`, { collection: doc.relationTo, id: idOf(doc.value) })
  for (const child of [record.root, record.children, record.fields, record.pictures, record.body]) if (child !== undefined) visit(child, found)
}
