import type { Author, Page, Topic } from '@/lib/model/section'
import { toBlocks } from './body'
import { referencesOf } from './body-blocks'
import { listCardsByIds } from './cards'
import { cms } from './client'
import { textOf, toAuthorLink, toTopicLink } from './links'
import { readMedia } from './lookups'
import { staticPagePath } from '@/lib/routes'

type Doc = { id: number; [field: string]: unknown }

async function readDoc(collection: 'topics' | 'authors', id: number): Promise<Doc | null> {
  const payload = await cms()
  const { docs } = await payload.find({ collection, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false })
  return (docs[0] as unknown as Doc | undefined) ?? null
}

export async function readTopic(id: number): Promise<Topic | null> {
  const doc = await readDoc('topics', id)
  return doc && { ...toTopicLink(doc), description: textOf(doc.description) }
}

async function toAuthors(docs: readonly Doc[]): Promise<Author[]> {
  const portraits = await readMedia(docs.flatMap(({ portrait }) => (portrait == null ? [] : Number(portrait))))
  return docs.map((doc) => ({
    ...toAuthorLink({ ...doc, portrait: portraits.get(Number(doc.portrait)) }),
    biography: textOf(doc.biography),
    contacts: (Array.isArray(doc.contacts) ? (doc.contacts as { label: string; href: string }[]) : []).map(({ label, href }) => ({ label, href })),
  }))
}

export async function readAuthor(id: number): Promise<Author | null> {
  const doc = await readDoc('authors', id)
  return doc && (await toAuthors([doc]))[0]!
}

/** Everyone with a byline, by name. */
export async function readAuthors(): Promise<Author[]> {
  const payload = await cms()
  const { docs } = await payload.find({ collection: 'authors', sort: 'name', depth: 0, pagination: false })
  return toAuthors(docs as unknown as Doc[])
}

/** A static page; drafts too when `draft` is asked for, by previews only. */
export async function readPage(id: number, draft = false): Promise<Page | null> {
  const payload = await cms()
  const { docs } = await payload.find({ collection: 'pages', draft, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false })
  const doc = docs[0] as unknown as Doc | undefined
  if (doc === undefined || (!draft && doc._status !== 'published')) return null
  const references = referencesOf(doc.body)
  const [cards, media] = await Promise.all([
    listCardsByIds([...references.stories, ...references.links.filter((link) => link.collection === 'stories').map((link) => link.id)]),
    readMedia(references.media),
  ])
  const body = toBlocks(doc.body, {
    cardOf: (storyId) => cards.find((card) => card.id === String(storyId)) ?? null,
    mediaOf: (mediaId) => media.get(mediaId) ?? null,
    pathOf: (collection, storyId) => (collection === 'stories' ? (cards.find((card) => card.id === String(storyId))?.path ?? null) : null),
  })
  return { id: String(doc.id), slug: String(doc.slug), path: staticPagePath(String(doc.slug), textOf(doc.address)), title: String(doc.title), standfirst: textOf(doc.standfirst), body, updatedAt: String(doc.updatedAt) }
}
