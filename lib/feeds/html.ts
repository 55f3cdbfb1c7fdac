import type { Block, Figure, ListBlock } from '@/lib/model/block'
import type { Inline } from '@/lib/model/inline'
import type { Picture } from '@/lib/model/picture'
import type { LivePost, Story } from '@/lib/model/story'
import { formatDateTime, type Zone } from '@/lib/format/dates'
import { correctionLabel, formatDateline } from '@/lib/format/words'
import { absoluteUrl, livePostPath } from '@/lib/routes'
import { escapeXml as escape } from './xml'

/**
 * A story as plain HTML for readers outside the site: full addresses, no script, no frame, no style.
 * Every value passes through `escape`; nothing from a newsroom's text is markup.
 */
export function storyHtml(story: Story, origin: string, zone: Zone): string {
  const write = writer(origin)
  const opening = story.body.findIndex((block) => block.type === 'paragraph')
  return [
    story.hero ? write.figure(story.hero) : '',
    ...story.body.map((block, i) => (i === opening && block.type === 'paragraph' && story.dateline ? `<p>${escape(formatDateline(story.dateline))}: ${write.inlines(block.content)}</p>` : write.block(block))),
    ...(story.live?.posts ?? []).map((post) => livePostHtml(post, story, origin, zone)),
    ...story.corrections.map(({ kind, at, text }) => `<p><strong>${escape(correctionLabel(kind))}, ${escape(formatDateTime(at, zone))}:</strong> ${escape(text)}</p>`),
  ].join('')
}

/** One entry of a live story, under its own address. */
function livePostHtml(post: LivePost, story: Story, origin: string, zone: Zone): string {
  const url = absoluteUrl(origin, livePostPath(story.path, post.id))
  const byline = post.author ? ` · ${escape(post.author.name)}` : ''
  return `<h2><a href="${escape(url)}">${escape(post.headline)}</a></h2><p><time datetime="${escape(post.at)}">${escape(formatDateTime(post.at, zone))}</time>${byline}</p>${blocksHtml(post.body, origin)}`
}

/** Blocks as HTML, in reading order. */
export const blocksHtml = (blocks: readonly Block[], origin: string): string => blocks.map(writer(origin).block).join('')

const MARKS: [keyof Inline, string][] = [['code', 'code'], ['superscript', 'sup'], ['subscript', 'sub'], ['strike', 's'], ['italic', 'em'], ['bold', 'strong']]

function writer(origin: string) {
  const address = (href: string) => escape(/^(https?:|mailto:|tel:)/.test(href) ? href : absoluteUrl(origin, href))
  const link = (href: string, html: string) => `<a href="${address(href)}">${html}</a>`
  const lines = (text: string) => text.split('\n').map(escape).join('<br/>')
  const paragraph = (html: string) => (html ? `<p>${html}</p>` : '')

  function inlines(content: readonly Inline[]): string {
    return content.map((inline) => MARKS.reduce((html, [mark, name]) => (inline[mark] ? `<${name}>${html}</${name}>` : html), lines(inline.text))).map((html, i) => (content[i]!.href ? link(content[i]!.href!, html) : html)).join('')
  }

  const image = (picture: Picture) => `<img src="${address(picture.src)}" alt="${escape(picture.alt)}" width="${picture.width}" height="${picture.height}"/>`

  function figure({ picture, caption }: Figure): string {
    const words = [caption ?? picture.caption, picture.credit].filter(Boolean).map((text) => escape(text!)).join(' ')
    return `<figure>${image(picture)}${words ? `<figcaption>${words}</figcaption>` : ''}</figure>`
  }

  function list({ ordered, items }: ListBlock): string {
    const name = ordered ? 'ol' : 'ul'
    return `<${name}>${items.map((item) => `<li>${inlines(item.content)}${item.children ? list(item.children) : ''}</li>`).join('')}</${name}>`
  }

  function block(one: Block): string {
    switch (one.type) {
      case 'paragraph':
        return paragraph(inlines(one.content))
      case 'subhead':
        return `<h${one.level}>${escape(one.text)}</h${one.level}>`
      case 'quote':
        return `<blockquote>${paragraph(inlines(one.content))}${paragraph(one.attribution ? `— ${escape(one.attribution)}` : '')}</blockquote>`
      case 'pull-quote':
        return `<blockquote>${paragraph(escape(one.text))}${paragraph(one.attribution ? `— ${escape(one.attribution)}` : '')}</blockquote>`
      case 'list':
        return list(one)
      case 'image':
        return figure(one.figure)
      case 'gallery':
        return `${one.title ? `<h3>${escape(one.title)}</h3>` : ''}${one.figures.map(figure).join('')}`
      case 'read-also':
        return paragraph(`Read also: ${link(one.card.path, escape(one.card.headline))}`)
      case 'fact-box':
        return `<aside><h3>${escape(one.title)}</h3>${one.body.map(block).join('')}</aside>`
      case 'timeline':
        return `${one.title ? `<h3>${escape(one.title)}</h3>` : ''}<ul>${one.entries.map(({ when, title, text }) => `<li><strong>${escape(when)}</strong> ${escape(title)}${text ? `<br/>${escape(text)}` : ''}</li>`).join('')}</ul>`
      case 'table':
        return table(one)
      case 'embed':
        return `${one.poster ? figure({ picture: one.poster, caption: null }) : ''}${paragraph(`${escape(one.provider)}: ${link(one.url, escape(one.title))}`)}`
      case 'audio':
        return `<figure><figcaption>${escape(one.title)}${one.credit ? ` ${escape(one.credit)}` : ''}</figcaption><audio controls="controls" preload="none" src="${address(one.src)}">${link(one.src, 'Listen')}</audio></figure>${paragraph(one.transcript ? lines(one.transcript) : '')}`
      case 'video':
        return `<figure><video controls="controls" preload="none" src="${address(one.src)}"${one.poster ? ` poster="${address(one.poster.src)}"` : ''}>${link(one.src, 'Watch')}</video><figcaption>${escape(one.title)}${one.credit ? ` ${escape(one.credit)}` : ''}</figcaption></figure>`
      case 'correction-note':
        return paragraph(`<strong>${escape(correctionLabel(one.kind))}:</strong> ${escape(one.text)}`)
      case 'divider':
        return '<hr/>'
    }
  }

  function table({ caption, header, rows, source }: Extract<Block, { type: 'table' }>): string {
    const row = (cells: readonly string[], name: 'th' | 'td') => `<tr>${cells.map((cell) => `<${name}>${escape(cell)}</${name}>`).join('')}</tr>`
    return `<table>${caption ? `<caption>${escape(caption)}</caption>` : ''}<thead>${row(header, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>${paragraph(source ? `Source: ${escape(source)}` : '')}`
  }

  return { block, inlines, figure }
}
