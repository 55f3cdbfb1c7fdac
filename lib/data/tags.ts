/**
 * The one vocabulary of cache tags. The same words name the lists that stories stand in (see lib/cms/river),
 * expire Next's pages, the process's own memory, other processes and the edge.
 * Ids, not slugs: a renamed section keeps its tag.
 */
export type Id = number | string

export const tags = {
  /** The page whose subject the story is. */
  story: (id: Id) => `story:${id}`,
  /** Pages that merely carry the story as a card or reference. */
  mention: (id: Id) => `mention:${id}`,
  section: (id: Id) => `section:${id}`,
  topic: (id: Id) => `topic:${id}`,
  author: (id: Id) => `author:${id}`,
  front: (slug: string) => `front:${slug}`,
  page: (id: Id) => `page:${id}`,
  /** A media file itself, and pictures cut from it: known to edges alone. */
  file: (filename: string) => `media:${encodeURIComponent(filename)}`,
  /** Which static pages there are. */
  pages: 'pages',
  /** One month of the archive, "2026-01" in the newsroom's zone. */
  month: (month: string) => `month:${month}`,
  latest: 'latest',
  /** The "Latest News" beside every story: refreshed behind the reader's back. */
  aside: 'aside',
  trending: 'trending',
  corrections: 'corrections',
  archive: 'archive',
  feeds: 'feeds',
  site: 'site',
  /** Old from the newsroom's midnight on. */
  day: 'day',
  /** Old at each full hour, and when the weather comes or goes. */
  weather: 'weather',
} as const

/**
 * What stands beside every story and goes on by itself in an awake page: such pages are refreshed in their turn, and an edge
 * asks for them when they are ten minutes old. Told to forget them with each publication, it would ask for all at once.
 */
export const standsBeside = (tag: string): boolean => tag === tags.aside || tag === tags.trending

/**
 * What time alone makes old, and stands on every page: such pages are refreshed in their turn, what is still old after a
 * quarter of an hour before all else, and an edge asks for them when they are ten minutes old.
 */
export const isOfTheHour = (tag: string): boolean => tag === tags.day || tag === tags.weather

/**
 * What the newsroom itself changes on every page: the breaking bar, the sections, the settings. Readers get it as fast as
 * pages can be made anew, one after another.
 */
export const standsEverywhere = (tag: string): boolean => tag === tags.site

/** When an edge is to have no page any more from before what stands everywhere was changed. The page cache knows such changes by it (SOON_S in lib/page-cache/handler.cjs). */
export const EVERYWHERE_WITHIN_S = 5 * 60
