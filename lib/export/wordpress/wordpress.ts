import type { Payload } from 'payload'
import { sql, sqlOf } from '@/lib/cms/sql'
import type { RecordOf } from '../records/schemas'
import type { Sections } from '../read/labels'
import type { MediaRecord } from '../read/media'
import type { ReadPage } from '../read/static-pages'
import type { ReadStory } from '../read/stories'
import type { Problems } from '../write/problems'
import type { FileEntry } from '../write/text-file'
import type { Item } from './item'
import { menusOf } from './menus'
import { toAttachment, toPage } from './other-items'
import { toBylineTerm, toGuestAuthor, type Person } from './people'
import { toPost, type WordPressSurroundings } from './story-item'
import { toCategory, toTag } from './terms'
import { openVolumes } from './volumes'

export interface WordPressSettings {
  settings: RecordOf<'settings'>
  sections: Sections
  origin: string
  now: Date
  problems: Problems
}

/** What takes records and writes them for WordPress's importer. */
export interface WordPress {
  topics: (topics: readonly RecordOf<'topics'>[]) => Promise<void>
  authors: (authors: readonly RecordOf<'authors'>[]) => Promise<void>
  pages: (pages: readonly ReadPage[]) => Promise<void>
  stories: (stories: readonly ReadStory[]) => Promise<void>
  /** Last: WordPress puts a file's new address into the posts that are there when it fetches the file. */
  media: (media: readonly MediaRecord[]) => Promise<void>
  close: () => Promise<FileEntry[]>
}

/** Begins the files for WordPress (WXR 1.2), with the menus. */
export async function openWordPress(payload: Payload, folder: string, { settings, sections, origin, now, problems }: WordPressSettings): Promise<WordPress> {
  const { timeZone, locale, language } = settings
  const surroundings: WordPressSurroundings = { origin, zone: { locale, timeZone }, language, sections, pinned: await pinnedAtHome(payload, now), now }
  const categories = sections.all.map((section) => toCategory(section, sections.byPath.get(section.parent ?? '')?.slug ?? null)).join('')
  const volumes = openVolumes(folder, { title: settings.name, description: settings.tagline ?? '', language: settings.locale, origin, timeZone, now, categories })
  const at = now.toISOString()

  for (const menu of menusOf(settings, sections, await pageAddresses(payload), origin, at)) {
    await volumes.term(menu.term)
    for (const item of menu.items) await volumes.item(item)
  }

  /** Adds an item; one that cannot be made is told of. */
  async function add(kind: string, id: string, title: string, make: () => Item | null, authors: readonly Person[] = []) {
    let item: Item | null = null
    try {
      item = make()
    } catch (error) {
      problems.add(kind, id, title, error)
    }
    if (item !== null) await volumes.item(item, authors)
  }

  return {
    topics: async (topics) => {
      for (const topic of topics) await volumes.term(toTag(topic))
    },
    authors: async (authors) => {
      for (const author of authors) {
        await volumes.term(toBylineTerm(author))
        await add('author', author.id, author.name, () => toGuestAuthor(author, origin, at), [author])
      }
    },
    pages: async (pages) => {
      for (const page of pages) await add('page', page.record.id, page.record.title, () => toPage(page, surroundings))
    },
    stories: async (stories) => {
      for (const story of stories) await add('story', story.record.id, story.record.headline, () => toPost(story, surroundings), story.authors)
    },
    media: async (media) => {
      for (const one of media) await add('media', one.id, one.alt, () => toAttachment(one, surroundings))
    },
    close: () => volumes.close(),
  }
}

/** The stories that editors have pinned on the home page and that still stand there. */
async function pinnedAtHome(payload: Payload, now: Date): Promise<Set<string>> {
  const { docs } = await payload.find({ collection: 'fronts', where: { section: { exists: false } }, depth: 0, pagination: false })
  const pins = docs.flatMap((front) => front.pins ?? []).filter(({ until }) => !until || new Date(until) > now)
  return new Set(pins.map(({ story }) => String(story)))
}

async function pageAddresses(payload: Payload): Promise<(path: string) => string | null> {
  const rows = await sqlOf(payload).all<{ path: string; ref: string }>(sql`SELECT path, ref FROM paths WHERE kind = 'page' AND state = 'live'`)
  const byPath = new Map(rows.map(({ path, ref }) => [path, ref]))
  return (path) => byPath.get(path) ?? null
}
