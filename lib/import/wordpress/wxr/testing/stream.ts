import type { WxrEvent, WxrItem, WxrProblem } from '../../types'
import { WxrError } from '../error'
import { readWxr } from '../read'
import { WXR_END, wxrHead, wxrItem, type WxrInput } from './build'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A file that arrives in pieces: of one size, or of each size in turn. */
export async function* inPieces(file: string | Uint8Array, sizes: number | readonly number[] = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === 'string' ? bytesOf(file) : file
  const turns = typeof sizes === 'number' ? [sizes] : sizes
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, turns[turn % turns.length] ?? 1)
    yield bytes.subarray(at, at + size)
    at += size
  }
}

export interface Reading {
  events: WxrEvent[]
  items: WxrItem[]
  problems: WxrProblem[]
  /** What reading ended with; null when it came to the file's end. */
  error: WxrError | null
}

/** Everything that can be read of a file. An error other than `WxrError` is thrown on. */
export async function readAll(file: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<Reading> {
  const reading: Reading = { events: [], items: [], problems: [], error: null }
  const source = typeof file === 'string' || file instanceof Uint8Array ? inPieces(file) : file
  try {
    for await (const event of readWxr(source)) {
      reading.events.push(event)
      if (event.kind === 'item') reading.items.push(event.item)
      if (event.kind === 'problem') reading.problems.push(event.problem)
    }
  } catch (error) {
    if (!(error instanceof WxrError)) throw error
    reading.error = error
  }
  return reading
}

const PARAGRAPH =
  '<!-- wp:paragraph -->\n<p>The minister said on Tuesday that the talks — the third round since spring — had “gone well”, and that both sides would meet again.</p>\n<!-- /wp:paragraph -->\n\n'

/** An export of any size that is never in memory as a whole: stories of some 800 words with the usual meta. */
export async function* streamWxr(stories: number, input: WxrInput = {}): AsyncGenerator<Uint8Array> {
  yield bytesOf(wxrHead(input))
  for (let index = 0; index < stories; index++) {
    yield bytesOf(wxrItem(story(index), index))
  }
  yield bytesOf(WXR_END)
}

const story = (index: number) => ({
  title: `Talks, round ${index} & counting`,
  content: PARAGRAPH.repeat(30 + (index % 10)),
  terms: [
    { taxonomy: 'category', slug: 'world', name: 'World' },
    { taxonomy: 'post_tag', slug: `topic-${index % 500}`, name: `Topic ${index % 500}` },
  ],
  meta: [
    ['_thumbnail_id', String(index)],
    ['_edit_last', '1'],
    ['td_post_theme_settings', 'a:2:{s:14:"td_primary_cat";s:2:"12";s:11:"td_subtitle";s:7:"Quietly";}'],
  ] satisfies [string, string][],
})
