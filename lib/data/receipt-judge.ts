import type { Verdict } from '@/lib/model/receipt'

/**
 * Whether a page that a reader would get shows a story as it is now. Judged by what the page says, never by what
 * the cache is thought to hold. The pages are our own, written by React and by our feed makers, so their
 * attributes are quoted and their text is escaped: reading links and headings by pattern is exact enough, and a
 * pattern that finds nothing says "not there", never "fine".
 */
export interface Shown {
  path: string
  headline: string
  /** The number of the published revision; null when the page says none. */
  revision: string | null
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The words of a piece of HTML or XML: without tags, entities resolved, white space as one space. */
export function wordsOf(markup: string): string {
  return markup
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole
      return String.fromCodePoint(hex !== undefined ? parseInt(hex, 16) : Number(decimal))
    })
    .replace(/\s+/g, ' ')
    .trim()
}

const withoutScripts = (html: string) => html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, '')

/** The words of every link to a path on this site, in page order; a picture's link has none. */
export function linksTo(path: string, html: string): string[] {
  const links = withoutScripts(html).matchAll(/<a\b[^>]*?\shref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi)
  return [...links].filter(([, href = '']) => pathOf(wordsOf(href)) === path).map(([, , inside = '']) => wordsOf(inside))
}

function pathOf(address: string): string {
  if (!URL.canParse(address, 'http://site.invalid')) return ''
  return decodeURI(new URL(address, 'http://site.invalid').pathname)
}

const answered = (status: number): Verdict => ({ ok: false, detail: status === 0 ? 'did not answer in time' : `answered ${status}` })

/** The story's own page: answers 200 with today's headline, and with today's revision, since a change may be in the text alone. */
export function judgeOwnPage(status: number, html: string, { headline, revision }: Shown): Verdict {
  if (status !== 200) return answered(status)
  const page = withoutScripts(html)
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(page)?.[1]
  if (heading === undefined) return { ok: false, detail: 'has no headline' }
  const found = wordsOf(heading)
  if (found !== wordsOf(escape(headline))) return { ok: false, detail: `still says “${found}”` }
  const shown = /\sdata-revision="(\d+)"/.exec(page)?.[1]
  if (revision !== null && shown !== undefined && shown !== revision) return { ok: false, detail: `still shows revision ${shown}` }
  return { ok: true, detail: 'shows this version' }
}

/** A list: carries the story under today's headline where it `must`, and nowhere under an old one. */
export function judgeList(status: number, html: string, shown: Shown, must: boolean): Verdict {
  if (status !== 200) return answered(status)
  return judgeTitles(linksTo(shown.path, html), shown, must)
}

/** A feed, RSS or Atom: the same of its items. */
export function judgeFeed(status: number, xml: string, shown: Shown, must: boolean): Verdict {
  if (status !== 200) return answered(status)
  return judgeTitles(itemsOf(xml, shown.path).map((item) => wordsOf(/<title\b[^>]*>([\s\S]*?)<\/title>/.exec(item)?.[1] ?? '')), shown, must)
}

const itemsOf = (xml: string, path: string): string[] =>
  [...xml.matchAll(/<(item|entry)\b[\s\S]*?<\/\1>/g)].map(([item]) => item).filter((item) => addressesOf(item).some((address) => pathOf(address) === path))

const addressesOf = (item: string): string[] =>
  [...item.matchAll(/<link\b[^>]*?\shref="([^"]*)"|<link>([\s\S]*?)<\/link>/g)].map(([, attribute, text]) => wordsOf(attribute ?? text ?? ''))

function judgeTitles(titles: string[], { headline }: Shown, must: boolean): Verdict {
  const worded = titles.filter((title) => title !== '')
  const wanted = wordsOf(escape(headline))
  if (worded.some((title) => title.includes(wanted))) return { ok: true, detail: 'carries it' }
  if (worded.length > 0) return { ok: false, detail: `still says “${worded[0]}”` }
  return must ? { ok: false, detail: 'does not carry it yet' } : { ok: true, detail: 'older than what stands there' }
}

/** The page of a withdrawn story: answers 410 Gone. */
export function judgeGone(status: number): Verdict {
  return status === 410 ? { ok: true, detail: 'tells readers that it is gone' } : answered(status)
}

/** A list or feed that must not carry a withdrawn story. */
export function judgeAbsent(status: number, body: string, path: string): Verdict {
  if (status !== 200) return answered(status)
  const found = linksTo(path, body).length > 0 || itemsOf(body, path).length > 0
  return found ? { ok: false, detail: 'still carries it' } : { ok: true, detail: 'does not carry it' }
}

/** An earlier address: leads to today's with a 301. */
export function judgeMoved(status: number, location: string | null, path: string): Verdict {
  if (status !== 301) return answered(status)
  return location !== null && pathOf(location) === path ? { ok: true, detail: 'leads to the new address' } : { ok: false, detail: `leads to ${location ?? 'nowhere'}` }
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
