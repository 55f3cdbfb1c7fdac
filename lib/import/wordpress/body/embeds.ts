import type { Flow } from './html'
import type { Job } from './job'
import { linkParagraph, nameOf, readAddress, storyAt } from './links'
import { oneLine } from './plain'
import { embedAddress, embedTitle, isEmbeddable } from './providers'
import { firstInside, hasClass, rawText, type Element } from './tree'
import type { Node } from './types'

/**
 * A page elsewhere, shown once the reader asks, or a "read also" line for a story of ours; null with a note when
 * the address is none. `counted` are words of the old body that it stands for besides its title.
 */
export function embedNode(job: Job, raw: string, title: string, counted = ''): Node | null {
  const words = `${counted} ${title}`.trim()
  const story = storyAt(job, raw)
  if (story !== null) return job.block('readAlso', { story }, words)
  const address = embedAddress(raw)
  if (address !== null) {
    const node = job.block('embed', { url: address, title: title || embedTitle(address) }, words)
    if (title === '') job.untitled.add(node)
    return node
  }
  const page = readAddress(job, raw)
  if (page?.href.startsWith('/')) {
    const node = linkParagraph(job, page.href, title || nameOf(page.href) || page.href)
    job.counted.set(node, words)
    return node
  }
  job.notes.add('dropped', 'embed-without-address', 'Something shown from another site has no address that can be used here.', raw)
  return null
}

const lastLink = (pattern: RegExp) => (element: Element): string | undefined => {
  const found: string[] = []
  firstInside(element, ({ name, attributes }) => {
    if (name === 'a' && attributes.href !== undefined && pattern.test(attributes.href)) found.push(attributes.href)
    return false
  })
  return found.at(-1)
}
const attribute = (name: string, make: (value: string) => string = (value) => value) => ({ attributes }: Element) => (attributes[name] ? make(attributes[name]) : undefined)

const toPost = lastLink(/\/status(?:es)?\/\d+/)
const toThread = lastLink(/reddit\.com\/r\/[^/]+\/comments/)

/** What social networks and makers of charts have writers paste: which address it shows, by class. */
const POSTS: Record<string, (element: Element) => string | undefined> = {
  'twitter-tweet': toPost,
  'twitter-video': toPost,
  'instagram-media': (element) => attribute('data-instgrm-permalink')(element) ?? lastLink(/instagram\.com\/(?:p|reel|tv)\//)(element),
  'tiktok-embed': (element) => attribute('cite')(element) ?? lastLink(/tiktok\.com\//)(element),
  'fb-post': attribute('data-href'),
  'fb-video': attribute('data-href'),
  'reddit-card': toThread,
  'reddit-embed-bq': toThread,
  'bluesky-embed': lastLink(/bsky\.app\/profile\/.+\/post\//),
  'text-post-media': attribute('data-text-post-permalink'),
  'mastodon-embed': attribute('data-embed-url'),
  'imgur-embed-pub': attribute('data-id', (id) => `https://imgur.com/${id}`),
  'flourish-embed': attribute('data-src', (path) => `https://public.flourish.studio/${path}/`),
  'infogram-embed': attribute('data-id', (id) => `https://infogram.com/${id}`),
  'wp-embedded-content': lastLink(/^https?:/),
}

/** Puts the post of a social network into the flow, with its words as the title, where the element is one. */
export function takePost(flow: Flow, element: Element): boolean {
  const kind = element.attributes.class?.split(/\s+/).find((name) => Object.hasOwn(POSTS, name))
  const address = kind === undefined ? undefined : POSTS[kind]!(element)
  const node = address === undefined ? null : embedNode(flow.job, address, oneLine(rawText(element.children)))
  flow.add(node)
  return node !== null
}

/** An <iframe>: what stands in it is for browsers that cannot show it. */
export function frame(flow: Flow, element: Element): void {
  // WordPress puts one beside the link to a story that it shows.
  if (hasClass(element, 'wp-embedded-content')) return
  const { attributes } = element
  const address = ['src', 'data-src', 'data-lazy-src', 'data-cfsrc'].map((name) => attributes[name]).find((value) => value !== undefined && value !== '' && !value.startsWith('about:'))
  if (address === undefined) return flow.job.notes.add('dropped', 'embed-without-address', 'A frame without an address was left out.')
  flow.add(embedNode(flow.job, address, ''))
}

/** An <object> or <embed> of older days. */
export function plugin(flow: Flow, element: Element): void {
  // The file block links to the file as well.
  if (hasClass(element, 'wp-block-file__embed')) return
  const inner = firstInside(element, ({ name, attributes }) => name === 'embed' || name === 'iframe' || (name === 'param' && /^(?:movie|src)$/i.test(attributes.name ?? '')))
  const address = element.attributes.data ?? element.attributes.src ?? inner?.attributes.src ?? inner?.attributes.value
  if (!address) return flow.job.notes.add('dropped', 'embed-without-address', 'Something that a plug-in of the browser would show has no address.')
  flow.add(embedNode(flow.job, address, ''))
}

/** Loaders of what is an embed here: nothing is lost with them. */
const LOADERS =
  /platform\.(?:twitter|x|instagram)\.com|instagram\.com\/embed\.js|tiktok\.com\/embed\.js|connect\.facebook\.net|embed\.reddit(?:media)?\.com|embedr\.flickr\.com|embed\.bsky\.app|threads\.(?:net|com)\/embed|flourish\.studio\/resources|infogram\.com\/js|s\.imgur\.com|datawrapper|assets\.pinterest\.com|player\.vimeo\.com\/api/

/** A <script>: a listing or post that it would write becomes an embed; all else is left out and named. */
export function script(flow: Flow, element: Element): void {
  const { src = '', 'data-telegram-post': telegram } = element.attributes
  if (telegram !== undefined) return flow.add(embedNode(flow.job, `https://t.me/${telegram}`, ''))
  if (/^(?:https?:)?\/\/gist\.github\.com\//.test(src)) return flow.add(embedNode(flow.job, src, ''))
  const code = rawText(element.children).trim()
  if (LOADERS.test(src) || (src === '' && (code === '' || LOADERS.test(code)))) return
  flow.job.notes.add('dropped', 'script', 'A script was left out: pages here run none from their text.', src || code.slice(0, 10_000))
}

/** What WordPress shows in place of an address that stands alone on a line; null when that is the address itself. */
export function loneAddress(job: Job, url: string): Node | null {
  return storyAt(job, url) !== null || isEmbeddable(url) ? embedNode(job, url, '', url) : null
}
