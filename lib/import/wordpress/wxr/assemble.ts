import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { WxrEvent } from '../types'
import { notAnExport } from './beginning'
import type { Failure } from './mend'
import { isField } from './names'
import { canonicalName, isExportNamespace, USUAL_NAMESPACES } from './namespaces'
import type { Place } from './place'
import type { Problems } from './problems'
import { countComment, newGroup, toAuthor, toChannel, toItem, toTerm, toTermLink, type Group } from './records'

/** A field that is being read. */
interface Field {
  name: string
  tag: SaxesTagNS
  pieces: { text: string; isCdata: boolean }[]
}

/** Elements in which no text is expected between the fields. */
const WITHOUT_TEXT = /^(?:rss|channel|item|wp:(?:author|category|tag|term|termmeta|postmeta|comment|commentmeta))$/

/**
 * XML to what an export holds. The channel comes first, then accounts and terms, then items, each as soon as it is
 * whole: WordPress writes some of the channel's own fields after the terms.
 */
export class Assembler {
  failure: Failure | null = null
  /** How many items were read. */
  items = 0

  private readonly xml = new SaxesParser({ xmlns: true, additionalNamespaces: USUAL_NAMESPACES, resolvePrefix: (prefix: string) => `undeclared:${prefix}` })
  private readonly groups: Group[] = []
  private field: Field | null = null
  private events: WxrEvent[] = []
  /** What was read before the channel was complete; null after that. */
  private waiting: WxrEvent[] | null = []
  private channel = newGroup('channel')
  private isExport = false
  private readonly slugs = new Map<string, string>()

  constructor(private readonly problems: Problems) {
    this.xml.on('opentag', (tag) => this.openTag(tag))
    this.xml.on('closetag', () => this.closeTag())
    this.xml.on('text', (text) => this.text(text, false))
    this.xml.on('cdata', (text) => this.text(text, true))
    this.xml.on('error', ({ message }) => problems.add('xml', this.place, `The XML has a fault: ${message.replace(/^[\d:]+ /, '')}`))
  }

  push(xml: string): WxrEvent[] {
    this.xml.write(xml)
    const { events } = this
    this.events = []
    return events
  }

  /** What is still waiting, at the end of the file or of what could be read of it. */
  end(): WxrEvent[] {
    if (!this.isExport) this.failure ??= { place: this.place, message: notAnExport('rss') }
    else this.completeChannel()
    return this.push('')
  }

  /** The title of the item that is being read, "" when it has none yet; null between items. */
  get current(): string | null {
    const item = this.groups.find(({ name }) => name === 'item')
    return item === undefined ? null : (item.fields.get('title') ?? '')
  }

  private get place(): Place {
    return { line: this.xml.line, column: this.xml.column + 1 }
  }

  private openTag(tag: SaxesTagNS) {
    const name = canonicalName(tag)
    if (name.startsWith('wp:') || Object.values(tag.ns).some(isExportNamespace)) this.isExport = true
    if (isField(tag.name)) {
      this.field = { name, tag, pieces: [] }
      return
    }
    const group = newGroup(name)
    if (name === 'channel') this.channel = group
    this.groups.push(group)
  }

  private text(text: string, isCdata: boolean) {
    if (this.field !== null) {
      this.field.pieces.push({ text, isCdata })
    } else if (text.trim() !== '' && WITHOUT_TEXT.test(this.groups.at(-1)?.name ?? '')) {
      this.problems.add('text', this.place, `Text that stands in no field was left out: “${text.trim().slice(0, 80)}”.`)
    }
  }

  private closeTag() {
    if (this.field !== null) {
      this.closeField(this.field)
      this.field = null
      return
    }
    const group = this.groups.pop()
    if (group !== undefined && this.failure === null) this.closeGroup(group, this.groups.at(-1))
  }

  private closeField({ name, tag, pieces }: Field) {
    const group = this.groups.at(-1)
    if (group === undefined) return
    const value = valueOf(name, pieces)
    if (name === 'category') group.terms.push(toTermLink(tag.attributes.domain?.value, tag.attributes.nicename?.value, value))
    // Should a field stand there twice, the first that says something counts.
    else if (!group.fields.get(name)) group.fields.set(name, value)
  }

  private closeGroup(group: Group, parent: Group | undefined) {
    switch (group.name) {
      case 'wp:postmeta':
      case 'wp:termmeta':
        parent?.meta.push([group.fields.get('wp:meta_key') ?? '', group.fields.get('wp:meta_value') ?? ''])
        break
      case 'wp:comment':
        if (parent !== undefined) countComment(parent.comments, group)
        break
      case 'wp:author':
        this.emit({ kind: 'author', author: toAuthor(group) })
        break
      case 'wp:category':
      case 'wp:tag':
      case 'wp:term':
        this.closeTerm(group)
        break
      case 'item':
        this.closeItem(group)
        break
    }
  }

  private closeTerm(group: Group) {
    const term = toTerm(group)
    if (term === null) return
    this.slugs.set(`${term.taxonomy}\n${term.name}`, term.slug)
    this.emit({ kind: 'term', term })
  }

  private closeItem(group: Group) {
    if (!this.isExport) {
      this.failure = { place: this.place, message: notAnExport('rss') }
      return
    }
    this.completeChannel()
    const item = toItem(group, (taxonomy, name) => this.slugs.get(`${taxonomy}\n${name}`) ?? '')
    if (item.id === 0) this.problems.add('number', this.place, `The item “${item.title}” has no number (wp:post_id).`)
    this.items++
    this.emit({ kind: 'item', item })
  }

  private emit(event: WxrEvent) {
    ;(this.waiting ?? this.events).push(event)
  }

  private completeChannel() {
    if (this.waiting === null) return
    this.events.push({ kind: 'channel', channel: toChannel(this.channel) }, ...this.waiting)
    this.waiting = null
  }
}

/** White space around CDATA is layout. So is it around plain text, but for meta, whose value may be anything. */
function valueOf(name: string, pieces: Field['pieces']): string {
  const isLayout = ({ text, isCdata }: Field['pieces'][number]) => !isCdata && text.trim() === ''
  if (!pieces.some(({ isCdata }) => isCdata)) {
    const text = pieces.map((piece) => piece.text).join('')
    return name === 'wp:meta_value' ? text : text.trim()
  }
  const content = pieces.filter((piece, index) => !((index === 0 || index === pieces.length - 1) && isLayout(piece)))
  return content.map((piece) => piece.text).join('')
}
