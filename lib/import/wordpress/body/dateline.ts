import { childrenOf, inlineText, paragraph } from './lexical'
import type { ConvertedBody, Node } from './types'

export type Dateline = NonNullable<ConvertedBody['dateline']>

const WORD = String.raw`\p{Lu}[\p{Lu}\p{M}.'’]*`
const PLACE = String.raw`(${WORD}(?:(?:[ /&\u00a0-]|, ?| - )${WORD})*)`
const SIGNS = String.raw`(?:[:–—―-]|\s)*`
/** "MOSCOW, (TDI):", "ISLAMABAD (Reuters) –", "KABUL, Afghanistan (AP) --" */
const WITH_AGENCY = new RegExp(String.raw`^\s*${PLACE}(, (?:\p{Lu}\p{Ll}+\.?[ ]?){1,3})?(${SIGNS},?${SIGNS})\(([^()\d]{1,24})\)(${SIGNS})(?=\S|$)`, 'u')
/** "KARACHI:", "LONDON —" */
const PLAIN = new RegExp(String.raw`^\s*${PLACE}(?:\s*[:：]|\s*[–—―]+|\s*--+|\s+-)\s+(?=\S)`, 'u')

/** Words in capitals before a colon that are no places. */
const NO_PLACES =
  /^(?:ABOUT|ADVERT\w*|ALERT|ALSO|ANALYSIS|ANSWER|AUDIO|BACKGROUND|BREAKING|BY|CAPTION|CLARIFICATION|COLUMN|COMMENT\w*|CORRECTION|CORRIGENDUM|COVID|CREDITS?|DEVELOPING|DISCLAIMER|EDITOR\S*|EDITORIAL|EXCLUSIVE|EXPLAINED|EXPLAINER|FACT|FACTBOX|FAQS?|FEATURE|FILE|FOLLOW|HEADLINES?|IMAGES?|IMPORTANT|IN CASE|INTERVIEW|JUST IN|LATEST|LISTEN|LIVE|MORE|MUST|NEW(?! (?:BRUNSWICK|CALEDONIA|DELHI|ENGLAND|HAMPSHIRE|HAVEN|JERSEY|LONDON|MEXICO|ORLEANS|PLYMOUTH|YORK|ZEALAND))|NEWS|NOTE|OBITUARY|OPINION|PHOTOS?|PICTURES?|POLL|PRESS|PROFILE|QUESTION|READ|RECIPE|RELATED|REPORT|REVIEW|SEE|SOURCES?|SPOILER|SPONSORED|STATEMENT|SUMMARY|TIMELINE|TIPS?|TOP|TRANSCRIPT|UPDATED?|UPDATES|VERDICT|VIDEOS?|VIEWPOINT|WARNING|WATCH|WHAT|WHEN|WHERE|WHO|WHY|HOW|WRITTEN)(?![\p{L}])/u
/** Short places; other short words in capitals are names of bodies. */
const SHORT_PLACES = new Set(['ADEN', 'AGRA', 'BAKU', 'BALI', 'BATH', 'BERN', 'BONN', 'CALI', 'CHAD', 'CORK', 'CUBA', 'DERA', 'DOHA', 'FIJI', 'GAZA', 'GENT', 'GOA', 'HULL', 'IRAN', 'IRAQ', 'JUBA', 'KIEV', 'KYIV', 'LAHR', 'LIMA', 'LODZ', 'LOME', 'LVIV', 'LYON', 'MALE', 'MALI', 'METZ', 'NICE', 'OMAN', 'OSLO', 'PERU', 'PUNE', 'RIGA', 'ROME', 'SUVA', 'SWAT', 'TOGO', 'YORK'])

/** Without an agency, more words than this in capitals are a headline. */
const MOST_WORDS = 4
const LONGEST_PLACE = 60
const LONGEST_AGENCY = 20

/** Reads a dateline at the start of a paragraph's words; `length` is how much of them it is. */
export function readDateline(text: string): (Dateline & { length: number }) | null {
  const start = text.slice(0, 140)
  const withAgency = WITH_AGENCY.exec(start)
  if (withAgency !== null) {
    const [whole, capitals, region = '', before, agency, after] = withAgency
    const place = (capitals! + region).trim().replace(/,$/, '')
    const isSet = /[:–—―-]/.test(before! + after!) && place.length <= LONGEST_PLACE && agency!.trim().length <= LONGEST_AGENCY
    return isSet && letters(place) >= 2 && !NO_PLACES.test(place) ? { place, agency: agency!.trim(), length: whole.length } : null
  }
  const plain = PLAIN.exec(start)
  if (plain === null) return null
  const place = plain[1]!
  const isPlace = (letters(place) > 4 || SHORT_PLACES.has(place)) && place.split(/[^\p{L}.'’-]+/u).length <= MOST_WORDS && place.length <= LONGEST_PLACE && !NO_PLACES.test(place)
  return isPlace ? { place, agency: null, length: plain[0].length } : null
}

const letters = (text: string) => text.replace(/[^\p{L}]/gu, '').length

/**
 * Takes the dateline off the first paragraph of words. Null when there is none; `words` are those of the paragraph
 * as it was, and `nodes` the body without the dateline.
 */
export function takeDateline(nodes: readonly Node[]): { dateline: Dateline; nodes: Node[]; paragraph: Node | null; words: string } | null {
  const place = nodes.findIndex(({ type }) => type === 'paragraph' || type === 'heading' || type === 'list')
  const first = nodes[place]
  if (first?.type !== 'paragraph') return null
  const children = childrenOf(first)
  const found = readDateline(leadingText(children))
  if (found === null) return null
  const rest = withoutStart(children, found.length)
  const hasMore = nodes.slice(place + 1).some(({ type }) => type === 'paragraph')
  if (rest.length === 0 && !hasMore) return null
  const kept = rest.length === 0 ? null : paragraph(rest)
  const dateline = { place: found.place, agency: found.agency }
  return { dateline, nodes: [...nodes.slice(0, place), ...(kept === null ? [] : [kept]), ...nodes.slice(place + 1)], paragraph: kept, words: inlineText(children) }
}

/** The words before the first link. */
function leadingText(children: readonly Node[]): string {
  const end = children.findIndex(({ type }) => type === 'link')
  return inlineText(end === -1 ? children : children.slice(0, end))
}

function withoutStart(children: readonly Node[], length: number): Node[] {
  let left = length
  const rest: Node[] = []
  for (const child of children) {
    const text = inlineText([child])
    if (left >= text.length && left > 0) left -= text.length
    else {
      rest.push(left === 0 ? child : { ...child, text: text.slice(left) })
      left = 0
    }
  }
  // White space and signs between the dateline and the first word may stand in a run of their own.
  while (rest[0]?.type === 'linebreak' || (rest[0]?.type === 'text' && /^\s*$/.test(String(rest[0].text)))) rest.shift()
  if (rest[0]?.type === 'text') rest[0] = { ...rest[0], text: String(rest[0].text).trimStart() }
  return rest
}
