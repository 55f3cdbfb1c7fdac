import {
  countAddresses,
  countPublished,
  listMonths,
  newestIn,
  readListAddresses,
  readMonthParts,
  readMonthStories,
  readPageAddresses,
  readPublished,
  readVersions,
} from '@/lib/adapters/cms/sitemaps'
import { archivePath, correctionsPath, homePath, latestPath, newsSitemapPagePath, sitemapPartPath, sitemapPath } from '@/lib/routes'
import { languageVersions } from '@/lib/seo/languages'
import { newsSitemap, sitemap, type SitemapEntry, sitemapIndex } from '@/lib/seo/sitemap'
import { siteOrigin } from '@/lib/site'
import { recall } from './memory'
import { getSite } from './site'
import { tags } from './tags'
import { recallWritten, type Written } from './written'

/** A file of 50,000 is allowed; with 5,000 each is written in well under a second, and a crawler fetches less again after a change. */
const SIZE = 5_000
const NEWS_SIZE = 1_000
const NEWS_HOURS = 48
const LISTS = { sections: 'section', topics: 'topic', authors: 'author' } as const

/** The index, or a sitemap by its name ("stories-2026-01", "topics-2", "news-1"); null when there is none of that name. */
export function getSitemap(name: string, now: Date = new Date()): Promise<Written | null> {
  if (name === 'index') return recallWritten('sitemap index', [tags.latest, tags.archive, tags.site], () => at(sitemapPath, writeIndex()))
  if (name === 'pages') return recallWritten('sitemap pages', [tags.latest, tags.site, tags.pages], () => at(sitemapPartPath('pages'), writePages()))
  const [, kind, month, part = '1'] = /^(stories|news|sections|topics|authors)(?:-(\d{4}-\d{2}))?(?:-([1-9]\d{0,3}))?$/.exec(name) ?? []
  if (kind === 'news') return writeNews(Number(part), now)
  if (name.endsWith('-1')) return Promise.resolve(null)
  if (kind === 'stories' && month !== undefined) {
    // What has expired since leaves at the newsroom's midnight.
    return recallWritten(`sitemap ${name}`, [tags.month(month), tags.site, tags.day], () => at(sitemapPartPath(name), writeMonth(month, Number(part), now)))
  }
  const list = month === undefined ? LISTS[kind as keyof typeof LISTS] : undefined
  return list === undefined ? Promise.resolve(null) : recallWritten(`sitemap ${name}`, [tags.latest, tags.site], () => at(sitemapPartPath(name), writeLists(list, Number(part))))
}

/** The addresses of the news sitemaps of this moment: one, unless more than a thousand stories are two days old. */
export async function listNewsSitemaps(now: Date): Promise<string[]> {
  const parts = Math.max(1, Math.ceil((await countPublished(newsWindow(now), now)) / NEWS_SIZE))
  return Array.from({ length: parts }, (_, i) => newsSitemapPagePath(i + 1))
}

const at = async (path: string, writing: Promise<string | null>) => {
  const body = await writing
  return body === null ? null : { body, path }
}

const newsWindow = (now: Date) => new Date(now.getTime() - NEWS_HOURS * 60 * 60 * 1000)

async function writeIndex(): Promise<string> {
  const months = await listMonths()
  const stories = await Promise.all(
    months.map(async (month) => {
      const parts = await recall(`sitemap parts ${month}`, [tags.month(month)], () => readMonthParts(month, SIZE))
      return parts.map((modifiedAt, i) => ({ path: sitemapPartPath(`stories-${month}`, i + 1), modifiedAt }))
    }),
  )
  const newest = await newestIn(tags.latest)
  const lists = await Promise.all(
    Object.entries(LISTS).map(async ([name, kind]) => {
      const parts = Math.ceil((await countAddresses(kind)) / SIZE)
      return Array.from({ length: parts }, (_, i) => ({ path: sitemapPartPath(name, i + 1), modifiedAt: newest }))
    }),
  )
  const sitemaps = [...stories.flat(), ...lists.flat(), { path: sitemapPartPath('pages'), modifiedAt: newest }]
  return sitemapIndex(sitemaps, siteOrigin)
}

async function writeMonth(month: string, part: number, now: Date): Promise<string | null> {
  const { language: siteLanguage, timeZone } = await getSite()
  const stories = await readMonthStories(month, part, SIZE, now, timeZone)
  if (stories.length === 0) return null
  const versions = await readVersions(month, part, SIZE)
  const versionsOf = new Map<number, typeof versions>()
  for (const version of versions) versionsOf.set(version.of, [...(versionsOf.get(version.of) ?? []), version])
  const entries = stories.map(({ id, ...story }): SitemapEntry => {
    const known = (versionsOf.get(id) ?? []).map(({ language, path }) => ({ language: language || siteLanguage, path }))
    const own = known.find(({ path }) => path === story.path)
    return { ...story, languages: own === undefined ? null : languageVersions({ ...own, translations: known.filter((version) => version !== own) }, siteLanguage) }
  })
  return sitemap(entries, siteOrigin)
}

async function writeLists(kind: 'section' | 'topic' | 'author', part: number): Promise<string | null> {
  const entries = await readListAddresses(kind, part, SIZE)
  return entries.length === 0 ? null : sitemap(entries, siteOrigin)
}

async function writePages(): Promise<string> {
  const [pages, newest, corrected] = await Promise.all([readPageAddresses(), newestIn(tags.latest), newestIn(tags.corrections)])
  const own = [homePath, latestPath(), archivePath()].map((path) => ({ path, modifiedAt: newest }))
  return sitemap([...own, { path: correctionsPath(), modifiedAt: corrected }, ...pages], siteOrigin)
}

/** The two days are counted from the moment of asking, to the minute: on a quiet day the file empties by itself. */
function writeNews(part: number, now: Date): Promise<Written | null> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
  const read = async () => {
    const site = await getSite()
    const stories = await readPublished(newsWindow(now), now, part, NEWS_SIZE)
    if (stories.length === 0 && part > 1) return null
    const entries = stories.map((story) => ({ ...story, language: story.language || site.language }))
    return { body: newsSitemap(entries, site.name, siteOrigin), path: newsSitemapPagePath(part) }
  }
  return recallWritten(`sitemap news ${part} ${minute.toISOString()}`, [tags.latest, tags.site], read)
}
