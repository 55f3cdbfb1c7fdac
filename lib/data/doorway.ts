import { searchRoom } from '@/lib/format/search'
import { latestPath, litePath, pagedPath, searchPath } from '@/lib/routes'
import { isClosedAddress, spellPath } from '@/lib/own-addresses'
import { findAddress, hasMonth, hasPage, isList, type Address } from './addresses'
import { gone, isMissing, isThere, MALFORMED, NOT_FOUND, redirectTo, room, type Answer } from './answer'
import { settleInherited, settleInheritedQuery } from './inherited-doorway'
import { settleMachine } from './machine-doorway'
import { CORRECTIONS_PAGE_SIZE } from './page-size'
import { tags } from './tags'

const PRIVATE = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' }

/**
 * Settles a public address: its one spelling (lower case, no slash at the end, no double slash, no query but a
 * search's own), whether it exists, has moved or is gone. `search` is the query with its question mark.
 */
export async function settle(pathname: string, search: string): Promise<Answer> {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return MALFORMED
  }
  if (/[\u0000-\u001f\\]/.test(path) || path.length > 1000) return MALFORMED
  if (path.startsWith('/preview/')) return settlePreview(path)
  const spelled = spellPath(path)
  if (isClosedAddress(spelled)) return NOT_FOUND
  if (search !== '' && spelled === '/') {
    const inherited = await settleInheritedQuery(search)
    if (inherited !== null) return inherited
  }
  const plain = spelled.replace(/^\/lite(?=\/|$)/, '') || '/'
  const isLite = plain !== spelled && spelled !== '/'
  const query = plain === searchPath ? searchQuery(search) : ''
  // A wrong spelling and a query are put right in the same step as a move, so that everybody is sent once.
  const answer = isLite ? await settleLite(plain, query) : await settlePublic(spelled, query)
  if (isMissing(answer)) return (await settleBehindIndex(spelled, search)) ?? answer
  return isThere(answer) && !(spelled === path && query === search) ? { to: 'redirect', location: encodeURI(spelled) + query } : answer
}

async function settlePublic(path: string, query: string): Promise<Answer> {
  const answer = (await settleMachine(path)) ?? (await settleOwn(path, query)) ?? (await settleKept(path))
  return isMissing(answer) ? ((await settleInherited(path)) ?? answer) : answer
}

/** "/index.php/2019/05/a-story", as a WordPress without clean addresses has it, is "/2019/05/a-story". */
async function settleBehindIndex(path: string, search: string): Promise<Answer | null> {
  const behind = /^(?:\/index\.php)+(\/.+)?$/.exec(path)
  if (behind === null) return null
  const inner = encodeURI(behind[1] ?? '/')
  const answer = await settle(inner, search)
  return isThere(answer) ? { to: 'redirect', location: inner } : answer
}

/** The lite edition has every page under the same address behind "/lite", and rooms of its own for them. */
async function settleLite(path: string, query: string): Promise<Answer> {
  const answer = (await settleOwn(path, query)) ?? (await settleKept(path))
  if (answer.to === 'redirect') return { ...answer, location: litePath(answer.location) }
  return { ...answer, room: `/lite${answer.room}` }
}

const SEARCH_FIELDS = ['q', 'section', 'from', 'to', 'page']

/** A search's own query, without what others hung on it. */
function searchQuery(search: string): string {
  const given = new URLSearchParams(search)
  if ([...given.keys()].every((name) => SEARCH_FIELDS.includes(name))) return search
  const kept = new URLSearchParams([...given].filter(([name]) => SEARCH_FIELDS.includes(name))).toString()
  return kept ? `?${kept}` : ''
}

async function settlePreview(path: string): Promise<Answer> {
  const token = /^\/preview\/link\/([^/]+)\/?$/.exec(path)?.[1]
  if (token !== undefined) {
    const { checkPreviewToken } = await import('./preview-check')
    const checked = await checkPreviewToken(token)
    if (!checked.ok) return { ...room(`/missing/preview-${checked.reason}`, 403), headers: PRIVATE } as Answer
  }
  return { to: 'room', room: path, status: 200, headers: PRIVATE, fresh: true }
}

/** A path and the page number at its end: "/world/page/2". Page 1 has no number in its address. */
function readPage(path: string): { base: string; page: number } | 'first' | null {
  const match = /^(.*)\/page\/(\d{1,6})$/.exec(path)
  if (match === null) return { base: path, page: 1 }
  if (match[2]!.startsWith('0')) return null
  const page = Number(match[2])
  return page === 1 ? 'first' : { base: match[1] || '/', page }
}

/** Addresses that the site itself has, whatever is in it. */
async function settleOwn(path: string, query: string): Promise<Answer | null> {
  if (path === '/') return room('/front/home')
  if (path === searchPath) return room(searchRoom(query))
  if (path === '/archive') return room('/archive/index')
  const archive = /^\/archive\/(\d{4})\/(\d{2})(?:\/(\d{2}))?$/.exec(path)
  if (archive !== null) return settleArchive(archive)
  const paged = readPage(path)
  if (paged === null) return NOT_FOUND
  if (paged === 'first') return null
  const { base, page } = paged
  if (base === '/latest') return (await hasPage(tags.latest, page)) ? room(`/latest/${page}`) : NOT_FOUND
  if (base === '/corrections') return (await hasPage(tags.corrections, page, CORRECTIONS_PAGE_SIZE)) ? room(`/corrections/${page}`) : NOT_FOUND
  return null
}

async function settleArchive([, year, month, day]: RegExpExecArray): Promise<Answer> {
  const isDay = day === undefined || new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day)
  if (!isDay || !(await hasMonth(`${year}-${month}`))) return NOT_FOUND
  return room(`/archive/${[year, month, day].filter(Boolean).join('/')}`)
}

/** Addresses of documents, from the table of every address ever served. */
async function settleKept(path: string): Promise<Answer> {
  const paged = readPage(path)
  if (paged === null) return NOT_FOUND
  if (paged === 'first') return settleFirst(path.replace(/(?:\/page\/1)+$/, '') || '/')
  const found = await findAddress(paged.base)
  if (found === null) return NOT_FOUND
  if (found.state === 'moved') return settleMoved(found, paged.page)
  if (found.state === 'withdrawn') return gone(found)
  if (!isList(found.kind)) return paged.page === 1 ? room(`/${found.kind}/${found.id}`) : NOT_FOUND
  const list = tags[found.kind](found.id)
  return (await hasPage(list, paged.page)) ? room(`/${found.kind}/${found.id}/${paged.page}`) : NOT_FOUND
}

/** Page 1 by its number leads to the list, or on to wherever that went. */
async function settleFirst(base: string): Promise<Answer> {
  const answer = await settlePublic(base, '')
  return isThere(answer) ? redirectTo(base) : answer
}

/** Pages of a list move with it; nothing else has any. */
async function settleMoved({ to, kind, id }: Extract<Address, { state: 'moved' }>, page: number): Promise<Answer> {
  if (page === 1) return redirectTo(to)
  const list = kind === 'redirect' ? await listAt(to) : isList(kind) ? tags[kind](id!) : null
  return list !== null && (await hasPage(list, page)) ? redirectTo(pagedPath(to === '/' ? latestPath() : to, page)) : NOT_FOUND
}

/** The list that a redirect leads to; the front page's goes on as the latest stories. */
async function listAt(path: string): Promise<string | null> {
  if (path === '/' || path === latestPath()) return tags.latest
  const found = path.startsWith('/') ? await findAddress(path) : null
  return found?.state === 'live' && isList(found.kind) ? tags[found.kind](found.id) : null
}
