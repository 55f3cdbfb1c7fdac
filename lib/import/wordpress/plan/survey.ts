import type { Staging } from '../staging'
import type { WxrItem } from '../types'
import { allMeta } from '../wxr/meta'
import { primaryOf, type Categories } from './categories'
import { nicenameOf } from './people'
import { guessStructure, permalinkOf, prettyPath, spell, type PermalinkParts } from './permalinks'
import { decodePart } from './text'

/** Types that become stories and pages. Whatever else holds text is named in the report. */
export const STORY_TYPES = ['post'] as const

/** What WordPress and its themes and builders keep among the posts without any of it being a piece of writing. */
export const MACHINERY = /^(nav_menu_item|wp_block|wp_template|wp_template_part|wp_global_styles|wp_navigation|wp_font_family|wp_font_face|custom_css|customize_changeset|oembed_cache|user_request|revision|guest-author|elementor[_-].*|tdb_templates|tdc-review.*|td_nm_.*|acf-.*|mc4wp-form|wpcf7_contact_form|wpforms|newspack_popups_cpt|jp_.*|amp_validated_url|rm_content_editor|attachment)$/

/** What the posts of an export say of the site they come from. */
export interface Survey {
  /** The permalink structure, given or guessed; null when the posts' addresses tell none. */
  structure: string | null
  /** Taxonomy and slug of every term in use, with how many posts stand in it. */
  used: Map<string, number>
  /** Files that texts show or link to, by their place below the uploads folder, with the address that was used. */
  files: Map<string, string>
}

export const termKey = (taxonomy: string, slug: string) => `${taxonomy} ${slug}`

/** A post's parts of an address. WordPress makes the slug of a post without one from its number. */
export function partsOf(item: WxrItem, categories: Categories): PermalinkParts {
  const primary = primaryOf(item, categories)
  return {
    id: item.id,
    slug: spell(decodePart(item.slug)),
    date: item.date,
    category: primary === null ? 'uncategorized' : categories.lineOf(primary).join('/'),
    author: nicenameOf(item.creator),
  }
}

/** The address at which the old site answered for a published post or page, in this site's spelling; null when it had none. */
export function oldPathOf(item: WxrItem, structure: string | null, categories: Categories): string | null {
  const pretty = prettyPath(item.link)
  if (pretty !== null && (structure === null || item.type !== 'post' || item.slug !== '')) return pretty
  if (item.type !== 'post' || structure === null) return pretty
  const parts = partsOf(item, categories)
  return parts.slug === '' && structure.includes('%postname%') ? pretty : permalinkOf(structure, parts)
}

/**
 * Goes through everything once: which addresses are claimed, and by whom; which terms, people and files are in use.
 * Where several claim an address WordPress showed a page before a post, and of posts the one with the highest number.
 */
export function survey(staging: Staging, categories: Categories, types: readonly string[], given: string | null, keyOf: (url: string) => string | null): Survey {
  const structure = given ?? guessStructure(samplePosts(staging, categories))
  const used = new Map<string, number>()
  const files = new Map<string, string>()
  staging.run('CREATE TABLE IF NOT EXISTS claims (path TEXT PRIMARY KEY, item INTEGER NOT NULL, weight INTEGER NOT NULL) WITHOUT ROWID')
  staging.run('DELETE FROM claims')
  staging.within(() => {
    for (const type of [...types, 'page']) {
      for (const item of staging.items(type)) {
        if (type !== 'page' && !item.terms.some((term) => term.taxonomy === 'category')) used.set(termKey('category', 'uncategorized'), 1)
        for (const { taxonomy, slug } of item.terms) used.set(termKey(taxonomy, slug), (used.get(termKey(taxonomy, slug)) ?? 0) + 1)
        for (const url of urlsIn(item.content)) {
          const key = keyOf(url)
          if (key !== null && !files.has(key)) files.set(key, url)
        }
        if (item.status !== 'publish') continue
        const path = oldPathOf(item, structure, categories)
        if (path !== null) claim(staging, path, item.id, type === 'page' ? 1 : 0)
      }
    }
  })
  return { structure, used, files }
}

function claim(staging: Staging, path: string, item: number, weight: number): void {
  staging.run(
    `INSERT INTO claims (path, item, weight) VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE SET item = excluded.item, weight = excluded.weight
     WHERE excluded.weight > weight OR (excluded.weight = weight AND excluded.item > item)`,
    path,
    item,
    weight,
  )
}

/** Who keeps an address of the old site; null when nobody claims it. */
export const claimantOf = (staging: Staging, path: string): number | null => staging.get<{ item: number }>('SELECT item FROM claims WHERE path = ?', path)?.item ?? null

function* samplePosts(staging: Staging, categories: Categories) {
  let left = 400
  for (const item of staging.items('post')) {
    const path = item.status === 'publish' && item.slug !== '' ? prettyPath(item.link) : null
    if (path === null) continue
    yield { parts: partsOf(item, categories), path }
    if (--left === 0) return
  }
}

const UPLOAD = /(?:https?:)?\/\/[^\s"'<>()\\]+\/(?:wp-content\/uploads|files)\/[^\s"'<>()\\]+|\/wp-content\/uploads\/[^\s"'<>()\\]+/g

/** Addresses of uploaded files in a text; sizes of one picture are told apart later. */
const urlsIn = (content: string): string[] => (content.includes('/wp-content/uploads/') || content.includes('/files/') ? (content.match(UPLOAD) ?? []).map((url) => url.replace(/[.,;]+$/, '')) : [])

/** Addresses a post had before its slug or its date was changed, by the structure. */
export function earlierPaths(item: WxrItem, structure: string | null, categories: Categories): string[] {
  if (structure === null || item.type !== 'post') return []
  const parts = partsOf(item, categories)
  const slugs = allMeta(item, '_wp_old_slug').map((slug) => spell(decodePart(slug))).filter((slug) => slug !== '')
  const dates = allMeta(item, '_wp_old_date').filter((date) => /^\d{4}-\d\d-\d\d/.test(date))
  return [...slugs.map((slug) => permalinkOf(structure, { ...parts, slug })), ...dates.map((date) => permalinkOf(structure, { ...parts, date }))]
}
