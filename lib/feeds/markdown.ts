import type { Block, Figure, ListBlock } from '@/lib/model/block'
import type { Inline } from '@/lib/model/inline'
import type { Site } from '@/lib/model/site'
import { modifiedAt, type Story } from '@/lib/model/story'
import { formatDateTime } from '@/lib/format/dates'
import { correctionLabel, formatDateline, formatNames } from '@/lib/format/words'
import { absoluteUrl } from '@/lib/routes'

/** Text in which nothing is taken for CommonMark markup. */
export const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2')

/** A story as CommonMark (commonmark.org), with what a reader needs to know where it comes from. */
export function storyMarkdown(story: Story, site: Site, origin: string): string {
  const write = writer(origin)
  const changed = modifiedAt(story)
  const opening = story.body.findIndex((block) => block.type === 'paragraph')
  const facts = [
    story.authors.length > 0 ? `By ${formatNames(story.authors.map((author) => write.link(author.path, author.name)))}` : null,
    `Published ${formatDateTime(story.publishedAt, site)}`,
    changed === story.publishedAt ? null : `Updated ${formatDateTime(changed, site)}`,
    `In ${write.link(story.section.path, story.section.name)}`,
    `${write.link('/', site.name)}: <${absoluteUrl(origin, story.path)}>`,
  ]
  return [
    `# ${escapeMarkdown(story.headline)}`,
    story.standfirst ? `*${escapeMarkdown(story.standfirst)}*` : '',
    facts.filter((fact) => fact !== null).join('  \n'),
    story.hero ? write.figure(story.hero) : '',
    ...story.body.map((block, i) => (i === opening && story.dateline ? `${escapeMarkdown(formatDateline(story.dateline))}: ${write.block(block)}` : write.block(block))),
    ...(story.live?.posts ?? []).flatMap((post) => [`## ${escapeMarkdown(post.headline)}`, `${formatDateTime(post.at, site)}${post.author ? ` · ${escapeMarkdown(post.author.name)}` : ''}`, ...post.body.map(write.block)]),
    ...story.corrections.map(({ kind, at, text }) => `**${correctionLabel(kind)}, ${formatDateTime(at, site)}:** ${escapeMarkdown(text)}`),
    story.topics.length > 0 ? `Topics: ${story.topics.map((topic) => write.link(topic.path, topic.name)).join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function writer(origin: string) {
  const address = (href: string) => (/^(https?:|mailto:|tel:)/.test(href) ? href : absoluteUrl(origin, href)).replace(/[\s()<>]/g, encodeURIComponent)
  const link = (href: string, text: string) => `[${escapeMarkdown(text)}](${address(href)})`

  function inline({ text, href, bold, italic, strike, code }: Inline): string {
    // Marks hold only next to words: the space around them stays outside.
    const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
    if (core === '') return text
    let marked = code ? `\`${core.replaceAll('`', '’')}\`` : escapeMarkdown(core).replace(/\n/g, '  \n')
    if (strike) marked = `~~${marked}~~`
    if (italic) marked = `*${marked}*`
    if (bold) marked = `**${marked}**`
    return before + (href ? `[${marked}](${address(href)})` : marked) + after
  }
  const inlines = (content: readonly Inline[]) => content.map(inline).join('').trim()

  function figure({ picture, caption }: Figure): string {
    const words = [caption ?? picture.caption, picture.credit].filter(Boolean).map((text) => escapeMarkdown(text!)).join(' ')
    return `![${escapeMarkdown(picture.alt)}](${address(picture.src)})${words ? `\n\n*${words}*` : ''}`
  }

  function list({ ordered, items }: ListBlock, indent = ''): string {
    return items
      .map((item, i) => {
        const mark = ordered ? `${i + 1}.` : '-'
        const children = item.children ? `\n${list(item.children, `${indent}${' '.repeat(mark.length + 1)}`)}` : ''
        return `${indent}${mark} ${inlines(item.content)}${children}`
      })
      .join('\n')
  }

  const quoted = (text: string, attribution: string | null) => `${text}${attribution ? `\n\n— ${escapeMarkdown(attribution)}` : ''}`.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')
  const cell = (text: string) => escapeMarkdown(text.replace(/\s+/g, ' '))
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const parts = (...texts: (string | null | false)[]) => texts.filter(Boolean).join('\n\n')

  function block(one: Block): string {
    switch (one.type) {
      case 'paragraph':
        return inlines(one.content)
      case 'subhead':
        return `${'#'.repeat(one.level)} ${escapeMarkdown(one.text)}`
      case 'quote':
        return quoted(inlines(one.content), one.attribution)
      case 'pull-quote':
        return quoted(escapeMarkdown(one.text), one.attribution)
      case 'list':
        return list(one)
      case 'image':
        return figure(one.figure)
      case 'gallery':
        return parts(one.title && `### ${escapeMarkdown(one.title)}`, ...one.figures.map(figure))
      case 'read-also':
        return `Read also: ${link(one.card.path, one.card.headline)}`
      case 'fact-box':
        return parts(`### ${escapeMarkdown(one.title)}`, ...one.body.map(block))
      case 'timeline':
        return parts(one.title && `### ${escapeMarkdown(one.title)}`, one.entries.map(({ when, title, text }) => `- **${escapeMarkdown(when)}** ${escapeMarkdown(title)}${text ? `: ${escapeMarkdown(text)}` : ''}`).join('\n'))
      case 'table':
        return parts(one.caption && `**${escapeMarkdown(one.caption)}**`, [row(one.header.map(cell)), row(one.header.map(() => '---')), ...one.rows.map((cells) => row(cells.map(cell)))].join('\n'), one.source && `Source: ${escapeMarkdown(one.source)}`)
      case 'embed':
        return `${escapeMarkdown(one.provider)}: ${link(one.url, one.title)}`
      case 'audio':
        return parts(`Listen: ${link(one.src, one.title)}`, one.transcript && escapeMarkdown(one.transcript))
      case 'video':
        return `Watch: ${link(one.src, one.title)}`
      case 'correction-note':
        return `**${correctionLabel(one.kind)}:** ${escapeMarkdown(one.text)}`
      case 'divider':
        return '---'
    }
  }

  return { block, figure, link }
}
