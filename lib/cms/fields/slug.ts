import slugify from '@sindresorhus/slugify'
import type { FieldHook, TextField } from 'payload'

/** First words of addresses that the site itself answers. */
export const RESERVED = ['admin', 'api', 'archive', 'author', 'authors', 'corrections', 'feed', 'gone', 'humans', 'latest', 'lite', 'media', 'missing', 'offline', 'page', 'preview', 'search', 'share', 'sitemap', 'sitemaps', 'topic', 'topics']

const MAX_LENGTH = 80

/** An address part made from words: lower case, Latin letters, hyphens; cut at a word, at most 80 characters. */
export function toSlug(words: string): string {
  const slug = slugify(words, { customReplacements: [['&', ' and ']] })
  if (slug.length <= MAX_LENGTH) return slug
  const cut = slug.slice(0, MAX_LENGTH + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20)).replace(/-+$/, '')
}

/** Follows the words it is made from until it is typed by hand, or until `frozen` says it has been served. */
const follow =
  (from: string, frozen?: (doc: Record<string, unknown>) => boolean): FieldHook =>
  ({ value, data, originalDoc }) => {
    const words = typeof data?.[from] === 'string' ? (data[from] as string) : ''
    const typed = typeof value === 'string' ? toSlug(value) : ''
    if (typed === '') return toSlug(words)
    if (originalDoc && frozen?.(originalDoc)) return typed
    const before = typeof originalDoc?.[from] === 'string' ? toSlug(originalDoc[from] as string) : null
    return frozen && before !== null && typed === before ? toSlug(words) : typed
  }

export function slugField(
  from: string,
  options: { sidebar?: boolean; reserved?: boolean; unique?: boolean; frozen?: (doc: Record<string, unknown>) => boolean; description?: string } = {},
): TextField {
  return {
    name: 'slug',
    type: 'text',
    index: true,
    unique: options.unique ?? true,
    maxLength: 120,
    hooks: { beforeValidate: [follow(from, options.frozen)] },
    admin: {
      position: options.sidebar ? 'sidebar' : undefined,
      description: options.description ?? 'Its part of the address, made from the name. Old addresses lead to the new one.',
    },
    validate: (value: unknown) => {
      if (value === undefined || value === null || value === '') return true
      if (typeof value !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return 'Use small letters, numbers and single hyphens.'
      if (options.reserved && RESERVED.includes(value)) return `“${value}” is an address of the site itself; choose another word.`
      return true
    },
  }
}
