import { readPublication, standsAmongFirst, type Publication } from '@/lib/adapters/cms/publication'
import { mayRead, whoAsks } from '@/lib/adapters/cms/preview'
import { env } from '@/lib/env'
import type { Receipt, Surface, Verdict } from '@/lib/model/receipt'
import { feedPath, feedPathOf, homePath, latestPath, searchResultsPath } from '@/lib/routes'
import { invalidate } from './invalidate'
import { PAGE_SIZE } from './page-size'
import { judgeAbsent, judgeFeed, judgeGone, judgeList, judgeMoved, judgeOwnPage, type Shown } from './receipt-judge'
import { tags } from './tags'

/** Places on the home page that go to the newest stories, whatever their kind: see `getHomeFront`. */
const HOME_SURE = 8
const ANSWER_MS = 10_000
/** Pages asked for at once: a check must not crowd out readers. */
const AT_ONCE = 3

interface Place {
  name: string
  path: string
  kind: 'own' | 'list' | 'feed' | 'moved'
  /** The list it shows and how many of that list's newest it is sure to carry; null: it must carry the story. */
  list: { tag: string; first: number } | null
  /** What to forget when it is found old. */
  expire: string[]
}

/**
 * Asks every place where readers meet a story for its page, as the next reader would, and judges whether it shows
 * the story as published. What is old is forgotten once more, so that the next check finds it new.
 * It asks this process: an edge in front of it is not looked at.
 */
export async function getReceipt(storyId: number, headers: Headers): Promise<Receipt | 'signed-out' | null> {
  const member = await whoAsks(headers)
  if (member === null) return 'signed-out'
  if (!(await mayRead('stories', storyId, member))) return null
  const publication = await readPublication(storyId)
  if (publication === null) return null
  const surfaces = publication.path === null ? [] : await lookAt(placesOf(publication, publication.path), publication)
  return {
    state: publication.state,
    path: publication.path,
    publishedAt: publication.publishedAt,
    changedAt: publication.changedAt === null ? null : new Date(publication.changedAt).toISOString(),
    surfaces,
    live: surfaces.filter((surface) => surface.ok).length,
    total: surfaces.length,
    seconds: publication.changedAt === null ? null : Math.max(0, Math.round((Date.now() - publication.changedAt) / 100) / 10),
  }
}

function placesOf(publication: Publication, path: string): Place[] {
  const { id, headline, sections, authors, topics, formerPath } = publication
  const page = (tag: string) => ({ tag, first: PAGE_SIZE })
  const first = sections[0]
  return [
    { name: 'Its own page', path, kind: 'own', list: null, expire: [tags.story(id), `path:${path}`] },
    ...(formerPath === null ? [] : [{ name: 'Earlier address', path: formerPath, kind: 'moved' as const, list: null, expire: [`path:${formerPath}`] }]),
    { name: 'Home', path: homePath, kind: 'list', list: { tag: tags.latest, first: HOME_SURE }, expire: [tags.front('home'), tags.latest] },
    ...sections.map((section): Place => {
      const tag = tags.section(section.id)
      return { name: `Section: ${section.name}`, path: section.path, kind: 'list', list: page(tag), expire: [tag, tags.front(tag)] }
    }),
    ...authors.map((author): Place => ({ name: `Author: ${author.name}`, path: author.path, kind: 'list', list: page(tags.author(author.id)), expire: [tags.author(author.id)] })),
    ...topics.map((topic): Place => ({ name: `Topic: ${topic.name}`, path: topic.path, kind: 'list', list: page(tags.topic(topic.id)), expire: [tags.topic(topic.id)] })),
    { name: 'Latest', path: latestPath(), kind: 'list', list: page(tags.latest), expire: [tags.latest] },
    { name: 'Search', path: searchResultsPath({ text: headline }), kind: 'list', list: null, expire: [] },
    { name: 'Feed', path: feedPath, kind: 'feed', list: page(tags.latest), expire: [tags.feeds, tags.latest] },
    ...(first === undefined ? [] : [{ name: `Feed: ${first.name}`, path: feedPathOf(first.path), kind: 'feed' as const, list: page(tags.section(first.id)), expire: [tags.feeds, tags.section(first.id)] }]),
  ]
}

async function lookAt(places: readonly Place[], publication: Publication): Promise<Surface[]> {
  const surfaces: Surface[] = []
  const queue = [...places.entries()]
  const walk = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) surfaces[next[0]] = await look(next[1], publication)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, walk))
  return surfaces
}

async function look(place: Place, publication: Publication): Promise<Surface> {
  const [answer, must] = await Promise.all([ask(place.path), place.list === null || standsAmongFirst(place.list.tag, publication.id, place.list.first)])
  const verdict = judge(place, publication, answer, must)
  if (!verdict.ok) invalidate({ expire: place.expire, refresh: [] })
  return { name: place.name, path: place.path, ...verdict }
}

interface Answer {
  status: number
  body: string
  location: string | null
}

function judge(place: Place, publication: Publication, { status, body, location }: Answer, must: boolean): Verdict {
  const shown: Shown = { path: publication.path!, headline: publication.headline, revision: publication.revision }
  if (publication.state === 'withdrawn') return place.kind === 'own' ? judgeGone(status) : judgeAbsent(status, body, shown.path)
  switch (place.kind) {
    case 'own':
      return judgeOwnPage(status, body, shown)
    case 'moved':
      return judgeMoved(status, location, shown.path)
    case 'list':
      return judgeList(status, body, shown, must)
    case 'feed':
      return judgeFeed(status, body, shown, must)
  }
}

/** The page as a reader without a session gets it; status 0 when it does not come in ten seconds. */
async function ask(path: string): Promise<Answer> {
  try {
    const response = await fetch(`http://127.0.0.1:${env().PORT}${path}`, { cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS), headers: { 'user-agent': 'Dateline receipt' } })
    return { status: response.status, body: await response.text(), location: response.headers.get('location') }
  } catch {
    return { status: 0, body: '', location: null }
  }
}
