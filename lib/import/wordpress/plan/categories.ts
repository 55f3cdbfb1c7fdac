import type { WxrItem, WxrTerm } from '../types'
import { lastMeta } from '../wxr/meta'
import { readTagDiv } from './tagdiv'

/** The categories of the old site, by slug and by number. */
export interface Categories {
  bySlug: Map<string, WxrTerm>
  byId: Map<number, WxrTerm>
  /** A category's slug with those above it, the topmost first. */
  lineOf: (slug: string) => string[]
}

/** WordPress files a post here when nobody chose; it says nothing of the story. */
export const UNCATEGORISED = /^(uncategorized|uncategorised|sin-categoria|non-classe|allgemein|unkategorisiert|uncategorized-[a-z]{2})$/

/** `used` are categories by slug and name as posts name them: an export of some months describes none of them. */
export function readCategories(terms: readonly WxrTerm[], used: readonly { slug: string; name: string }[]): Categories {
  const named = used.map(({ slug, name }): WxrTerm => ({ id: null, taxonomy: 'category', slug, name, description: '', parentSlug: null, meta: [] }))
  const bySlug = new Map([...named, ...terms].map((term) => [term.slug, term]))
  const lineOf = (slug: string) => {
    const line: string[] = []
    for (let at: string | null = slug; at !== null && at !== '' && !line.includes(at) && line.length < 8; at = bySlug.get(at)?.parentSlug ?? null) line.unshift(at)
    return line
  }
  return { bySlug, byId: new Map(terms.flatMap((term) => (term.id === null ? [] : [[term.id, term] as const]))), lineOf }
}

/**
 * The category a post is filed in first: the one chosen by hand in tagDiv's theme, Yoast or Rank Math; else the one its
 * old address names; else the first, or one below it that it also stands in. Null when it stands in none.
 */
export function primaryOf(item: WxrItem, categories: Categories): string | null {
  const own = item.terms.filter((term) => term.taxonomy === 'category').map((term) => term.slug)
  const slugs = own.some((slug) => !UNCATEGORISED.test(slug)) ? own.filter((slug) => !UNCATEGORISED.test(slug)) : own
  const chosen = [readTagDiv(item).primaryCategory, Number(lastMeta(item, '_yoast_wpseo_primary_category')), Number(lastMeta(item, 'rank_math_primary_category'))]
  for (const id of chosen) {
    const slug = id ? categories.byId.get(id)?.slug : undefined
    if (slug !== undefined && slugs.includes(slug)) return slug
  }
  const named = slugs.filter((slug) => item.link.includes(`/${categories.lineOf(slug).join('/')}/`)).sort((a, b) => categories.lineOf(b).length - categories.lineOf(a).length)
  const first = named[0] ?? slugs[0] ?? null
  return first === null ? null : (slugs.filter((slug) => categories.lineOf(slug).includes(first)).sort((a, b) => categories.lineOf(b).length - categories.lineOf(a).length)[0] ?? first)
}
