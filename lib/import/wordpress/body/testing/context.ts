import { childrenOf, fieldsOf } from '../lexical'
import type { BodyContext, KnownMedia, Node } from '../types'

const KINDS: Record<string, KnownMedia['kind']> = { jpg: 'image', png: 'image', mp3: 'audio', mp4: 'video', vtt: 'file', pdf: 'file' }

/** A file of the old site that tests may point at: picture, sound and film by the ending of its name. */
export const media = (id: number, ending = 'jpg'): KnownMedia => ({ id, kind: KINDS[ending] ?? 'file', path: `/api/media/file/${id}.${ending}`, title: `File ${id}` })

/**
 * An old site at old.example: "/known-…" are stories (their number is the last in the address), "/about" a page,
 * "/category/…" a section; attachments below 100 are pictures, and files are called after their number ("12.jpg").
 */
export function oldSite(more: Partial<BodyContext> = {}): BodyContext {
  return {
    isOwn: (url) => /^\/(?!\/)/.test(url) || /^(?:https?:)?\/\/(?:www\.)?old\.example(?:[/?#]|$)/.test(url),
    targetOf: (url) => {
      const story = /\/known-(?:[a-z-]*)(\d+)/.exec(url)?.[1]
      if (story !== undefined) return { collection: 'stories', id: Number(story) }
      if (/\/about\b/.test(url)) return { collection: 'pages', id: 3 }
      return /\/category\//.test(url) ? { collection: 'sections', id: 4 } : null
    },
    mediaByUrl: (url) => {
      const [, id, ending] = /\/uploads\/(?:\d+\/)*(\d+)(?:-\d+x\d+|-scaled)?\.(jpg|png|mp3|mp4|vtt|pdf)/.exec(url) ?? []
      return id === undefined ? null : media(Number(id), ending)
    },
    mediaById: (id) => (id < 100 ? media(id) : null),
    attached: () => [],
    reusable: () => null,
    footnotes: null,
    ...more,
  }
}

/** A node in few words, for tests to compare: marks as numbers before the text, links as `a`, blocks by their type. */
export function short(node: Node): unknown {
  const children = childrenOf(node).map(short)
  switch (node.type) {
    case 'text':
      return node.format === 0 ? node.text : `${String(node.format)}:${String(node.text)}`
    case 'linebreak':
      return '⏎'
    case 'horizontalrule':
      return 'rule'
    case 'link': {
      const { url, doc } = fieldsOf(node) as { url?: string; doc?: { relationTo: string; value: number } }
      return { a: url ?? `${doc!.relationTo} ${doc!.value}`, text: children }
    }
    case 'block': {
      const fields = Object.fromEntries(Object.entries(fieldsOf(node)).filter(([name]) => !['id', 'blockName', 'blockType'].includes(name)))
      return { [String(fieldsOf(node).blockType)]: withoutIds(fields) }
    }
    default:
      return { [node.type === 'paragraph' ? 'p' : node.type === 'listitem' ? 'li' : String(node.tag)]: children }
  }
}

const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [] : [[key, withoutIds(inner)]])))
}
