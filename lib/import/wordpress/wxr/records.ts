import type { WxrAuthor, WxrChannel, WxrComments, WxrItem, WxrTerm, WxrTermLink } from '../types'

/** An element with what was found in it so far. */
export interface Group {
  name: string
  fields: Map<string, string>
  meta: [key: string, value: string][]
  terms: WxrTermLink[]
  comments: WxrComments
}

export const newGroup = (name: string): Group => ({
  name,
  fields: new Map(),
  meta: [],
  terms: [],
  comments: { approved: 0, pending: 0, spam: 0, pings: 0 },
})

const text = ({ fields }: Group, name: string) => fields.get(name) ?? ''
const optional = (group: Group, name: string) => text(group, name) || null

function number(group: Group, name: string): number | null {
  const digits = text(group, name).trim()
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : null
}

export const toChannel = (group: Group): WxrChannel => ({
  version: optional(group, 'wp:wxr_version'),
  title: text(group, 'title'),
  link: text(group, 'link'),
  description: text(group, 'description'),
  language: optional(group, 'language'),
  baseSiteUrl: optional(group, 'wp:base_site_url'),
  baseBlogUrl: optional(group, 'wp:base_blog_url'),
  generator: optional(group, 'generator'),
})

export const toAuthor = (group: Group): WxrAuthor => ({
  id: number(group, 'wp:author_id'),
  login: text(group, 'wp:author_login'),
  email: text(group, 'wp:author_email'),
  displayName: text(group, 'wp:author_display_name'),
  firstName: text(group, 'wp:author_first_name'),
  lastName: text(group, 'wp:author_last_name'),
})

/** Categories and tags have elements of their own, older than `wp:term`. */
const TERM_FIELDS: Record<string, { taxonomy: string | null; slug: string; name: string; description: string; parent: string }> = {
  'wp:category': { taxonomy: 'category', slug: 'wp:category_nicename', name: 'wp:cat_name', description: 'wp:category_description', parent: 'wp:category_parent' },
  'wp:tag': { taxonomy: 'post_tag', slug: 'wp:tag_slug', name: 'wp:tag_name', description: 'wp:tag_description', parent: '' },
  'wp:term': { taxonomy: null, slug: 'wp:term_slug', name: 'wp:term_name', description: 'wp:term_description', parent: 'wp:term_parent' },
}

/** Null for a group that declares no term. */
export function toTerm(group: Group): WxrTerm | null {
  const fields = TERM_FIELDS[group.name]
  if (fields === undefined) return null
  return {
    id: number(group, 'wp:term_id'),
    taxonomy: fields.taxonomy ?? text(group, 'wp:term_taxonomy'),
    slug: text(group, fields.slug),
    name: text(group, fields.name),
    description: text(group, fields.description),
    parentSlug: optional(group, fields.parent),
    meta: group.meta,
  }
}

/** A category as an item names it: WXR 1.0 says "tag" for tags, and nothing for categories. */
export const toTermLink = (domain: string | undefined, nicename: string | undefined, name: string): WxrTermLink => ({
  taxonomy: domain === 'tag' ? 'post_tag' : domain || 'category',
  slug: nicename ?? '',
  name,
})

/** `slugOf` finds the slug of a term that the item names without one. */
export const toItem = (group: Group, slugOf: (taxonomy: string, name: string) => string): WxrItem => ({
  id: number(group, 'wp:post_id') ?? 0,
  type: text(group, 'wp:post_type'),
  status: text(group, 'wp:status'),
  title: text(group, 'title'),
  link: text(group, 'link'),
  guid: text(group, 'guid'),
  creator: text(group, 'dc:creator'),
  content: text(group, 'content:encoded'),
  excerpt: text(group, 'excerpt:encoded'),
  slug: text(group, 'wp:post_name'),
  parent: number(group, 'wp:post_parent') ?? 0,
  menuOrder: number(group, 'wp:menu_order') ?? 0,
  password: text(group, 'wp:post_password'),
  sticky: text(group, 'wp:is_sticky').trim() === '1',
  attachmentUrl: optional(group, 'wp:attachment_url'),
  date: text(group, 'wp:post_date'),
  dateGmt: text(group, 'wp:post_date_gmt'),
  modified: text(group, 'wp:post_modified'),
  modifiedGmt: text(group, 'wp:post_modified_gmt'),
  pubDate: text(group, 'pubDate'),
  terms: termLinks(group.terms, slugOf),
  meta: group.meta,
  comments: group.comments,
})

/** WXR 1.0 names each term twice, with its slug and without; what has no slug is kept only if nothing else names it. */
function termLinks(terms: WxrTermLink[], slugOf: (taxonomy: string, name: string) => string): WxrTermLink[] {
  const isNamed = (bare: WxrTermLink) => terms.some(({ taxonomy, name, slug }) => slug !== '' && taxonomy === bare.taxonomy && name === bare.name)
  return terms
    .filter((term) => term.slug !== '' || !isNamed(term))
    .map((term) => (term.slug === '' ? { ...term, slug: slugOf(term.taxonomy, term.name) } : term))
}

/** Adds a comment to its item's counts. What is neither approved nor spam waits for somebody to decide. */
export function countComment(counts: WxrComments, comment: Group) {
  const state = text(comment, 'wp:comment_approved').trim()
  const type = text(comment, 'wp:comment_type').trim()
  if (type === 'pingback' || type === 'trackback') counts.pings++
  else if (state === '1' || state === 'approve') counts.approved++
  else if (state === 'spam' || state === 'trash' || state === 'post-trashed') counts.spam++
  else counts.pending++
}
