import type { Figure, ListBlock } from '@/lib/model/block'
import type { Inline } from '@/lib/model/inline'
import { correctionLabel } from '@/lib/format/words'
import { absoluteUrl } from '@/lib/routes'
import type { PortableBlock } from '../records/blocks'
import { postId } from './ids'
import { figcaption, heading, paragraph, wpBlock } from './markup-basics'
import { embed, sound, table, video } from './markup-parts'
import { escapeAttribute, escapeText } from './xml'

export interface MarkupSurroundings {
  origin: string
  /** Of the story or page. */
  language: string
  /** False for a picture whose rights have ended: it may not be published anew. */
  mayShow: (mediaId: string) => boolean
}

const MARKS: [keyof Inline, string][] = [['code', 'code'], ['superscript', 'sup'], ['subscript', 'sub'], ['strike', 's'], ['italic', 'em'], ['bold', 'strong']]

const lines = (text: string) => text.split('\n').map(escapeText).join('<br>')

/** Blocks as WordPress's editor keeps them. */
export function toMarkup(blocks: readonly PortableBlock[], around: MarkupSurroundings, opening = ''): string {
  const write = markupWriter(around)
  const first = opening === '' ? -1 : blocks.findIndex((one) => one.type === 'paragraph')
  return blocks.map((one, i) => (i === first && one.type === 'paragraph' ? paragraph(escapeText(opening) + write.inlines(one.content)) : write.block(one))).filter(Boolean).join('\n\n')
}

function markupWriter({ origin, language, mayShow }: MarkupSurroundings) {
  const full = (href: string) => (/^(https?:|mailto:|tel:|#)/.test(href) ? href : absoluteUrl(origin, href))
  const link = (href: string, html: string) => `<a href="${escapeAttribute(full(href))}">${html}</a>`

  function inlines(content: readonly Inline[]): string {
    return content.map((one) => {
      const html = MARKS.reduce((inner, [mark, name]) => (one[mark] ? `<${name}>${inner}</${name}>` : inner), lines(one.text))
      return one.href ? link(one.href, html) : html
    }).join('')
  }

  function image({ picture, caption }: Figure, wide = false): string {
    if (!mayShow(picture.id)) return ''
    const id = postId('media', picture.id)
    const words = [caption ?? picture.caption, picture.credit].filter(Boolean).map((text) => escapeText(text!)).join(' ')
    const img = `<img src="${escapeAttribute(full(picture.src))}" alt="${escapeAttribute(picture.alt)}" class="wp-image-${id}"/>`
    const values = { id, sizeSlug: 'full', linkDestination: 'none', ...(wide ? { align: 'wide' } : {}) }
    return wpBlock('image', values, `<figure class="wp-block-image${wide ? ' alignwide' : ''} size-full">${img}${figcaption(words)}</figure>`)
  }

  function gallery(figures: readonly Figure[], title: string | null): string {
    const images = figures.map((figure) => image(figure)).filter(Boolean)
    if (images.length === 0) return ''
    const caption = title === null ? '' : `<figcaption class="blocks-gallery-caption wp-element-caption">${escapeText(title)}</figcaption>`
    return wpBlock('gallery', { linkTo: 'none' }, `<figure class="wp-block-gallery has-nested-images columns-default is-cropped">${images.join('\n\n')}${caption}</figure>`)
  }

  function list({ ordered, items }: ListBlock): string {
    const entries = items.map(({ content, children }) => inlines(content) + (children === null ? '' : list(children)))
    return htmlList(ordered, entries)
  }

  function htmlList(ordered: boolean, entries: readonly string[]): string {
    const name = ordered ? 'ol' : 'ul'
    return wpBlock('list', ordered ? { ordered } : null, `<${name} class="wp-block-list">${entries.map((html) => wpBlock('list-item', null, `<li>${html}</li>`)).join('\n\n')}</${name}>`)
  }

  const cite = (name: string | null) => (name === null ? '' : `<cite>${escapeText(name)}</cite>`)

  function block(one: PortableBlock): string {
    switch (one.type) {
      case 'paragraph':
        return paragraph(inlines(one.content))
      case 'subhead':
        return heading(one.text, one.level, one.id)
      case 'quote':
        return wpBlock('quote', null, `<blockquote class="wp-block-quote">${paragraph(inlines(one.content))}${cite(one.attribution)}</blockquote>`)
      case 'pull-quote':
        return wpBlock('pullquote', null, `<figure class="wp-block-pullquote"><blockquote><p>${lines(one.text)}</p>${cite(one.attribution)}</blockquote></figure>`)
      case 'list':
        return list(one)
      case 'image':
        return image(one.figure, one.width === 'wide')
      case 'gallery':
        return gallery(one.figures, one.title)
      case 'read-also':
        return paragraph(`<strong>Read also:</strong> ${one.story.path === null ? escapeText(one.story.headline) : link(one.story.path, escapeText(one.story.headline))}`)
      case 'fact-box':
        return wpBlock('group', { className: 'fact-box', layout: { type: 'constrained' } }, `<div class="wp-block-group fact-box">${[heading(one.title, 3), ...one.body.map(block)].filter(Boolean).join('\n\n')}</div>`)
      case 'timeline': {
        const entries = one.entries.map(({ when, title, text }) => `<strong>${escapeText(when)}</strong> ${escapeText(title)}${text === null ? '' : `<br>${lines(text)}`}`)
        return [one.title === null ? '' : heading(one.title, 3), htmlList(false, entries)].filter(Boolean).join('\n\n')
      }
      case 'table':
        return table(one)
      case 'embed':
        return embed(one)
      case 'audio':
        return [sound(one, full(one.src)), one.transcript === null ? '' : paragraph(lines(one.transcript))].filter(Boolean).join('\n\n')
      case 'video':
        return video(one, full, one.poster !== null && mayShow(one.poster.id) ? full(one.poster.src) : null, language)
      case 'correction-note':
        return paragraph(`<strong>${correctionLabel(one.kind)}:</strong> ${lines(one.text)}`)
      case 'divider':
        return wpBlock('separator', null, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
    }
  }

  return { block, inlines }
}
