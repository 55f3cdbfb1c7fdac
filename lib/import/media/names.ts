/** Content networks that show a site's files under a name of their own, and keep the path. */
const NETWORKS = /(?:^|\.)(?:cloudfront\.net|b-cdn\.net|kxcdn\.com|cdn77\.org|fastly\.net|netdna-(?:cdn|ssl)\.com|akamaized\.net|azureedge\.net|rocketcdn\.me|optimole\.com|shortpixel\.ai)$/i
/** WordPress.com and Jetpack resize pictures at i0.wp.com/host/path. */
const PHOTON = /^i\d\.wp\.com$/i
const DOTCOM = /\.files\.wordpress\.com$/i

/** Where uploads begin in a path. `files/` is a common word: only with a year and a month behind it is it WordPress's. */
const UPLOADS = /^.*\/(?:wp-content\/uploads|wp-content\/blogs\.dir\/\d+\/files)\/|^.*?\/files\/(?=\d{4}\/\d{2}\/)/
const SITE = /^sites\/\d+\//

/**
 * The place of an uploaded file below the old site's uploads folder ("2019/05/x.jpg"), from any address under which a
 * text shows it; null when it is no upload. Query and fragment are dropped, %-escapes decoded once, letters and their
 * accents made one character (Unicode NFC); capitals stay.
 *
 * `uploadsBase` is the uploads folder's address or path ("https://old.example/media") if it is not WordPress's own. With a
 * full address, files of other sites are told apart by their host; without one, every host is taken for the old site's.
 */
export function uploadKey(url: string, uploadsBase?: string): string | null {
  const address = addressOf(url)
  if (address === null) return null
  const base = uploadsBase === undefined ? null : addressOf(uploadsBase)
  if (base !== null && base.hostname !== NOWHERE && address.hostname !== NOWHERE && !isOfSite(address.hostname, base.hostname)) return null
  const tail = tailOf(address, base)
  return tail === null ? null : cleanKey(decodeOnce(tail).replace(SITE, ''))
}

/**
 * What stands in an address behind the uploads folder, as it is spelled there: with %-escapes, and with "sites/3/" when
 * it is one of a network of sites. Null when it is no upload.
 */
export function uploadsTail(url: string): string | null {
  const address = addressOf(url)
  return address === null ? null : tailOf(address, null)
}

/** Whether an address ends in the place of this very file. */
export function leadsTo(url: string, key: string): boolean {
  const address = addressOf(url)
  return address !== null && decodeOnce(address.pathname).normalize('NFC').endsWith(`/${key}`)
}

const NOWHERE = 'no-host.invalid'

/** A full address, from a path or one without a protocol too; the inner one when a resizing service carries it in its path. */
function addressOf(url: string): URL | null {
  const text = url.trim()
  if (text === '' || !URL.canParse(text, `https://${NOWHERE}`)) return null
  const address = new URL(text, `https://${NOWHERE}`)
  if (!/^https?:$/.test(address.protocol)) return null
  const inner = PHOTON.test(address.hostname) ? `https:/${address.pathname}` : /\/(https?:\/{1,2}[^/]+\/.*)$/.exec(address.pathname)?.[1]?.replace(/:\/+/, '://')
  return inner === undefined || !URL.canParse(inner) ? address : new URL(inner)
}

function tailOf(address: URL, base: URL | null): string | null {
  const folder = base === null ? '/' : `${base.pathname.replace(/\/+$/, '')}/`
  if (folder !== '/' && address.pathname.startsWith(folder)) return address.pathname.slice(folder.length)
  if (DOTCOM.test(address.hostname)) return address.pathname.slice(1)
  const start = UPLOADS.exec(address.pathname)
  return start === null ? null : address.pathname.slice(start[0].length)
}

const bare = (host: string) => host.toLowerCase().replace(/^www\./, '')

/** Whether two hosts are one, with or without "www.". */
export const isSameHost = (a: string, b: string): boolean => bare(a) === bare(b)

const isOfSite = (host: string, site: string) => isSameHost(host, site) || bare(host).endsWith(`.${bare(site)}`) || NETWORKS.test(host)

const decodeOnce = (text: string) =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      // Not UTF-8: it is part of the name as it stands.
      return escapes
    }
  })

function cleanKey(path: string): string | null {
  const key = path.normalize('NFC').replace(/\/{2,}/g, '/').replace(/^\//, '')
  if (key === '' || key.endsWith('/') || /[\u0000-\u001f\u007f\\]/.test(key)) return null
  return key.split('/').some((part) => part === '.' || part === '..') ? null : key
}

const PICTURE = /^(.*\/)?([^/]+)\.(jpe?g|png|gif|webp|avif|heic|bmp|tiff?)$/i
/** A newer format made beside or out of the original: "x.jpg.webp", "x-jpg.webp". */
const WRAPPED = /^(.+)[.-](jpe?g|png|gif)$/i
const SIZE = /-\d{1,5}x\d{1,5}$/
const TREATED = /-(?:scaled|rotated|e\d{10,13})$/

/**
 * The files that a picture may be a size or an edited state of, likeliest first, without itself: "x-1024x683.jpg" was made
 * from "x.jpg", or from "x-scaled.jpg" when that stands in the place of a very large one. None for what is no picture.
 */
export function originalsOf(key: string): string[] {
  const parts = PICTURE.exec(key)
  if (parts === null) return []
  const [, folder = '', name, extension] = parts as unknown as [string, string | undefined, string, string]
  const isNewer = /^(?:webp|avif)$/i.test(extension)
  const wrapped = isNewer ? WRAPPED.exec(name) : null
  const stems = stemsOf(wrapped?.[1] ?? name)
  const extensions = wrapped ? spellings(wrapped[2]!) : [...spellings(extension), ...(isNewer ? ['jpg', 'jpeg', 'png', 'JPG', 'gif'] : [])]
  const found = new Set(stems.flatMap((stem) => extensions.map((ending) => `${folder}${stem}.${ending}`)))
  found.delete(key)
  return [...found]
}

/** WordPress writes the ending of a size in small letters, whatever the original's. */
const spellings = (extension: string) => [extension, extension.toLowerCase(), extension.toUpperCase()]

function stemsOf(name: string): string[] {
  const whole = name.replace(/@2x$/i, '').replace(SIZE, '')
  const stems = [whole]
  for (let rest = whole; TREATED.test(rest); ) {
    rest = rest.replace(TREATED, '')
    stems.push(rest)
  }
  // WordPress serves a smaller or upright copy in the original's place and lists that one.
  return stems.flatMap((stem) => (TREATED.test(stem) ? [stem] : [stem, `${stem}-scaled`, `${stem}-rotated`]))
}
