import type { BlockOf } from '@/lib/model/block'
import type { Picture } from '@/lib/model/picture'

/**
 * Where an embed comes from and the address that a frame loads once the reader asks. A page of a site not
 * known here is a plain link (`embedUrl` null): we never run what we do not know.
 */
const PROVIDERS: { name: string; host: RegExp; frame: (url: URL) => string | null; height?: number }[] = [
  {
    name: 'YouTube',
    host: /^(www\.|m\.)?(youtube\.com|youtu\.be)$/,
    frame: (url) => {
      const id = url.hostname === 'youtu.be' ? url.pathname.slice(1) : (url.searchParams.get('v') ?? /^\/(?:embed|shorts|live)\/([\w-]+)/.exec(url.pathname)?.[1])
      return id && /^[\w-]{6,20}$/.test(id) ? `https://www.youtube-nocookie.com/embed/${id}?autoplay=1` : null
    },
  },
  {
    name: 'Vimeo',
    host: /^(www\.|player\.)?vimeo\.com$/,
    frame: (url) => {
      const id = /(\d{5,})/.exec(url.pathname)?.[1]
      return id ? `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1` : null
    },
  },
  { name: 'Spotify', host: /^open\.spotify\.com$/, frame: (url) => `https://open.spotify.com/embed${url.pathname}`, height: 232 },
  { name: 'SoundCloud', host: /^(www\.)?soundcloud\.com$/, frame: (url) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(url.href)}`, height: 166 },
  { name: 'Datawrapper', host: /^datawrapper\.dwcdn\.net$/, frame: (url) => url.href, height: 480 },
  { name: 'OpenStreetMap', host: /^(www\.)?openstreetmap\.org$/, frame: (url) => (url.pathname.startsWith('/export/embed') ? url.href : null), height: 420 },
  { name: 'Flourish', host: /^(public|flo)\.flourish\.studio$/, frame: (url) => url.href, height: 560 },
]

/** An embed block from the address an editor pasted; null when it is no address at all. */
export function toEmbed(address: string, title: string, poster: Picture | null): BlockOf<'embed'> | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:') return null
  const provider = PROVIDERS.find((known) => known.host.test(url.hostname))
  return {
    type: 'embed',
    provider: provider?.name ?? url.hostname.replace(/^www\./, ''),
    title,
    url: url.href,
    embedUrl: provider?.frame(url) ?? null,
    height: provider?.height ?? null,
    poster,
  }
}
