import type { BlockOf } from '@/lib/model/block'
import { figcaption, paragraph, wpBlock } from './markup-basics'
import { escapeAttribute, escapeText } from './xml'

/** Sites whose address WordPress turns into a player by itself. */
const PROVIDERS: Record<string, 'video' | 'rich'> = { YouTube: 'video', Vimeo: 'video', Spotify: 'rich', SoundCloud: 'rich' }

export function embed({ provider, url, title }: BlockOf<'embed'>): string {
  const type = PROVIDERS[provider]
  const slug = provider.toLowerCase()
  const values = type === undefined ? { url } : { url, type, providerNameSlug: slug, responsive: true }
  const classes = type === undefined ? '' : ` is-type-${type} is-provider-${slug} wp-block-embed-${slug}`
  return wpBlock('embed', values, `<figure class="wp-block-embed${classes}"><div class="wp-block-embed__wrapper">\n${escapeText(url)}\n</div>${figcaption(escapeText(title))}</figure>`)
}

export function table({ caption, header, rows, source }: BlockOf<'table'>): string {
  const row = (cells: readonly string[], name: 'th' | 'td') => `<tr>${cells.map((cell) => `<${name}>${escapeText(cell)}</${name}>`).join('')}</tr>`
  const html = `<table><thead>${row(header, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
  const written = wpBlock('table', { hasFixedLayout: false }, `<figure class="wp-block-table">${html}${figcaption(escapeText(caption ?? ''))}</figure>`)
  return source === null ? written : `${written}\n\n${paragraph(`Source: ${escapeText(source)}`)}`
}

const words = (title: string, credit: string | null) => figcaption([title, credit].filter(Boolean).map((text) => escapeText(text!)).join(' '))

export function sound({ title, credit }: BlockOf<'audio'>, src: string): string {
  return wpBlock('audio', null, `<figure class="wp-block-audio"><audio controls src="${escapeAttribute(src)}"></audio>${words(title, credit)}</figure>`)
}

export function video({ title, credit, src, captionsSrc }: BlockOf<'video'>, full: (href: string) => string, poster: string | null, language: string): string {
  const captions = captionsSrc === null ? null : { src: full(captionsSrc), label: 'Captions', srcLang: language, kind: 'captions' }
  const track = captions === null ? '' : `<track src="${escapeAttribute(captions.src)}" label="${captions.label}" srclang="${escapeAttribute(captions.srcLang)}" kind="${captions.kind}"/>`
  const html = `<video controls${poster === null ? '' : ` poster="${escapeAttribute(poster)}"`} src="${escapeAttribute(full(src))}">${track}</video>`
  return wpBlock('video', captions === null ? null : { tracks: [captions] }, `<figure class="wp-block-video">${html}${words(title, credit)}</figure>`)
}
