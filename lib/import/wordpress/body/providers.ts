/** A site whose videos, posts or maps WordPress shows in a story. */
interface Provider {
  host: RegExp
  name: string
  what: string
  /** Only pages whose path is such. */
  path?: RegExp
  /** The page to lead to, where an address is that of a frame; without, the address itself. */
  page?: (url: URL) => string | null
}

const inPath = (pattern: RegExp, make: (part: string) => string) => (url: URL) => {
  const part = pattern.exec(url.pathname)?.[1]
  return part === undefined ? null : make(part)
}
const fromQuery = (name: string) => (url: URL) => {
  const value = url.searchParams.get(name)
  return value !== null && /^(?:https?:)?\/\//.test(value) ? value : null
}

function youtubePage(url: URL): string | null {
  const start = url.searchParams.get('start') ?? url.searchParams.get('t')
  const list = url.searchParams.get('list')
  const id = url.hostname === 'youtu.be' ? url.pathname.slice(1).split(/[/&]/)[0] : (url.searchParams.get('v') ?? /^\/(?:embed|v|e|shorts|live)\/([\w-]+)/.exec(url.pathname)?.[1])
  if (id && id !== 'videoseries') return `https://www.youtube.com/watch?v=${id}${start === null ? '' : `&t=${start}`}`
  return list === null ? null : `https://www.youtube.com/playlist?list=${list}`
}

/** Videos that are not listed carry a second key. */
function vimeoPage(url: URL): string | null {
  const id = /^\/video\/(\d+)/.exec(url.pathname)?.[1]
  const key = url.searchParams.get('h')
  return id === undefined ? null : `https://vimeo.com/${id}${key === null ? '' : `/${key}`}`
}

const PROVIDERS: Provider[] = [
  { host: /^(?:(?:www|m|music)\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be)$/, name: 'YouTube', what: 'Video', page: youtubePage },
  { host: /^(?:www\.|player\.)?vimeo\.com$/, name: 'Vimeo', what: 'Video', page: vimeoPage },
  { host: /^(?:www\.|geo\.)?dailymotion\.com$|^dai\.ly$/, name: 'Dailymotion', what: 'Video', page: (url) => inPath(/^\/embed\/video\/(\w+)/, (id) => `https://www.dailymotion.com/video/${id}`)(url) ?? (/^\w+$/.test(url.searchParams.get('video') ?? '') ? `https://www.dailymotion.com/video/${url.searchParams.get('video')}` : null) },
  { host: /^platform\.twitter\.com$/, name: 'X', what: 'Post', page: (url) => (/^\d+$/.test(url.searchParams.get('id') ?? '') ? `https://twitter.com/i/status/${url.searchParams.get('id')}` : null) },
  { host: /^(?:(?:www|mobile|m)\.)?(?:twitter|x)\.com$/, path: /\/status(?:es)?\/\d+/, name: 'X', what: 'Post' },
  { host: /^(?:(?:www|m|web|business)\.)?facebook\.com$|^fb\.(?:watch|com)$/, name: 'Facebook', what: 'Post', page: (url) => (url.pathname.startsWith('/plugins/') ? fromQuery('href')(url) : null) },
  { host: /^(?:www\.)?(?:instagram\.com|instagr\.am)$/, name: 'Instagram', what: 'Post', page: inPath(/^(\/(?:p|reel|tv)\/[\w-]+)/, (path) => `https://www.instagram.com${path}/`) },
  { host: /^(?:www\.)?threads\.(?:net|com)$/, name: 'Threads', what: 'Post' },
  { host: /^(?:(?:www|m|vm|vt)\.)?tiktok\.com$/, name: 'TikTok', what: 'Video', page: inPath(/^\/embed(?:\/v\d)?\/(\d+)/, (id) => `https://www.tiktok.com/embed/v2/${id}`) },
  { host: /^open\.spotify\.com$/, name: 'Spotify', what: 'Sound', page: (url) => `https://open.spotify.com${url.pathname.replace(/^\/embed(?:-podcast)?\//, '/')}` },
  { host: /^w\.soundcloud\.com$/, name: 'SoundCloud', what: 'Sound', page: (url) => (fromQuery('url')(url)?.includes('//soundcloud.com/') ? fromQuery('url')(url) : null) },
  { host: /^(?:(?:www|m|on)\.)?soundcloud\.com$|^snd\.sc$/, name: 'SoundCloud', what: 'Sound' },
  { host: /^(?:(?:www|embed)\.)?ted\.com$/, name: 'TED', what: 'Talk', page: inPath(/^(\/talks\/.+)/, (path) => `https://www.ted.com${path}`) },
  { host: /^(?:(?:www|old|embed)\.)?reddit(?:media)?\.com$|^redd\.it$/, name: 'Reddit', what: 'Post' },
  { host: /^(?:bsky\.app|embed\.bsky\.app)$/, name: 'Bluesky', what: 'Post' },
  { host: /^t\.me$/, name: 'Telegram', what: 'Post' },
  { host: /^(?:www\.)?linkedin\.com$/, name: 'LinkedIn', what: 'Post' },
  { host: /^(?:[\w-]+\.)?pinterest\.(?:com|co\.uk)$|^pin\.it$/, name: 'Pinterest', what: 'Pin' },
  { host: /^(?:www\.)?(?:flickr\.com|flic\.kr)$/, name: 'Flickr', what: 'Picture' },
  { host: /^(?:(?:www|i|m)\.)?imgur\.com$/, name: 'Imgur', what: 'Picture' },
  { host: /^(?:(?:www|media)\.)?giphy\.com$|^gph\.is$/, name: 'Giphy', what: 'Picture', page: inPath(/^\/embed\/(\w+)/, (id) => `https://giphy.com/gifs/${id}`) },
  { host: /^[\w-]+\.tumblr\.com$/, name: 'Tumblr', what: 'Post' },
  { host: /^(?:www\.)?scribd\.com$/, name: 'Scribd', what: 'Document', page: inPath(/^\/embeds\/(\d+)/, (id) => `https://www.scribd.com/document/${id}`) },
  { host: /^(?:www\.)?slideshare\.net$/, name: 'SlideShare', what: 'Slides' },
  { host: /^speakerdeck\.com$/, name: 'Speaker Deck', what: 'Slides' },
  { host: /^(?:(?:www|e)\.)?issuu\.com$/, name: 'Issuu', what: 'Document' },
  { host: /^(?:www\.|embed\.)?documentcloud\.org$/, name: 'DocumentCloud', what: 'Document' },
  { host: /^(?:www\.)?mixcloud\.com$/, name: 'Mixcloud', what: 'Sound' },
  { host: /^[\w-]+\.bandcamp\.com$/, name: 'Bandcamp', what: 'Sound' },
  { host: /^(?:www\.)?reverbnation\.com$/, name: 'ReverbNation', what: 'Sound' },
  { host: /^(?:embed\.)?(?:podcasts|music)\.apple\.com$/, name: 'Apple', what: 'Sound' },
  { host: /^(?:www\.)?kickstarter\.com$|^kck\.st$/, name: 'Kickstarter', what: 'Project' },
  { host: /^(?:www\.)?wordpress\.tv$|^(?:www\.)?videopress\.com$|^video\.wordpress\.com$/, name: 'VideoPress', what: 'Video', page: inPath(/^\/(?:embed|v)\/(\w+)/, (id) => `https://videopress.com/v/${id}`) },
  { host: /^(?:[\w-]+\.)?(?:crowdsignal\.net|polldaddy\.com|poll\.fm|survey\.fm)$/, name: 'Crowdsignal', what: 'Poll' },
  { host: /^(?:(?:www|player|clips|m)\.)?twitch\.tv$/, name: 'Twitch', what: 'Video' },
  { host: /^rumble\.com$/, name: 'Rumble', what: 'Video' },
  { host: /^streamable\.com$/, name: 'Streamable', what: 'Video' },
  { host: /^vine\.co$/, name: 'Vine', what: 'Video' },
  { host: /^(?:www\.)?archive\.org$/, name: 'Internet Archive', what: 'Item', page: inPath(/^\/embed\/([^/]+)/, (id) => `https://archive.org/details/${id}`) },
  { host: /^gist\.github\.com$/, name: 'GitHub', what: 'Listing', page: (url) => `https://gist.github.com${url.pathname.replace(/\.js$/, '')}` },
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/maps/, name: 'Google', what: 'Map' },
  { host: /^maps\.google\.[a-z.]+$|^maps\.app\.goo\.gl$/, name: 'Google', what: 'Map' },
  { host: /^(?:www\.)?openstreetmap\.org$/, name: 'OpenStreetMap', what: 'Map' },
  { host: /^datawrapper\.dwcdn\.net$/, name: 'Datawrapper', what: 'Chart' },
  { host: /^(?:public|flo|app)\.flourish\.studio$/, name: 'Flourish', what: 'Chart' },
  { host: /^(?:e\.)?infogram\.com$|^infogr\.am$/, name: 'Infogram', what: 'Chart' },
  { host: /^public\.tableau\.com$/, name: 'Tableau', what: 'Chart' },
  { host: /^(?:www\.)?canva\.com$/, name: 'Canva', what: 'Design' },
  { host: /^(?:(?:www|content)\.)?screencast\.com$/, name: 'Screencast', what: 'Video' },
  { host: /^(?:www\.)?animoto\.com$/, name: 'Animoto', what: 'Video' },
  { host: /^[\w-]+\.smugmug\.com$/, name: 'SmugMug', what: 'Picture' },
  { host: /^cloudup\.com$/, name: 'Cloudup', what: 'File' },
  { host: /^pca\.st$/, name: 'Pocket Casts', what: 'Sound' },
  { host: /^(?:www\.)?wolframcloud\.com$/, name: 'Wolfram', what: 'Notebook' },
]

const providerOf = (url: URL) => PROVIDERS.find(({ host, path }) => host.test(url.hostname) && (path === undefined || path.test(url.pathname)))

/** The https address of the page that an embed shows; null for what is no address. */
export function embedAddress(raw: string): string | null {
  const text = raw.trim().replaceAll(' ', '%20')
  const full = text.startsWith('//') ? `https:${text}` : text
  if (!URL.canParse(full)) return null
  const url = new URL(full)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.protocol = 'https:'
  const page = providerOf(url)?.page?.(url) ?? null
  if (page === null) return url.href
  const secure = page.replace(/^(?:http:)?\/\//, 'https://')
  return URL.canParse(secure) ? new URL(secure).href : url.href
}

/** True for the address of a site that WordPress shows in a story when it stands on a line of its own. */
export const isEmbeddable = (address: string): boolean => URL.canParse(address) && providerOf(new URL(address)) !== undefined

/** What readers see of an embed before it is loaded, for want of a title: "Video on YouTube". */
export function embedTitle(address: string): string {
  const url = new URL(address)
  const provider = providerOf(url)
  return provider === undefined ? `Page at ${url.hostname.replace(/^www\./, '')}` : `${provider.what} on ${provider.name}`
}
