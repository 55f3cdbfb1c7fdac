/** The elements of an export by their names as written, before any namespace is looked up. */

const words = (text: string) => new Set(text.trim().split(/\s+/))

/** Fields: elements that hold text and nothing else. Those without a prefix are RSS's own. */
const RSS_FIELDS = words('title link description language generator pubDate guid category')

const FIELDS = words(`
  wxr_version base_site_url base_blog_url
  author_id author_login author_email author_display_name author_first_name author_last_name
  category_nicename category_parent category_description cat_name tag_slug tag_name tag_description
  term_id term_taxonomy term_slug term_parent term_name term_description
  creator encoded post_id post_date post_date_gmt post_modified post_modified_gmt comment_status ping_status
  post_name status post_parent menu_order post_type post_password is_sticky attachment_url meta_key meta_value
  comment_id comment_author comment_author_email comment_author_url comment_author_IP comment_date comment_date_gmt
  comment_content comment_approved comment_type comment_parent comment_user_id
`)

/** Groups of fields, each with the groups that may stand in it. */
const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ['author', []],
  ['category', ['termmeta']],
  ['tag', ['termmeta']],
  ['term', ['termmeta']],
  ['termmeta', []],
  ['postmeta', []],
  ['comment', ['commentmeta']],
  ['commentmeta', []],
])

/** Fields in which HTML is at home. */
const HTML = /(?:encoded|description|meta_value|comment_content)$/

const local = (name: string) => name.slice(name.indexOf(':') + 1)
const isGroup = (name: string) => name.includes(':') && GROUPS.has(local(name))

/** Whether an element holds text and nothing else. */
export const isField = (name: string) => (name.includes(':') ? FIELDS.has(local(name)) : RSS_FIELDS.has(name))

/** Whether a tag within a field can only mean that the field's own end is missing. */
export function endsField(name: string, field: string): boolean {
  if (name.includes(':')) return FIELDS.has(local(name)) || isGroup(name)
  if (name === 'item' || name === 'channel' || name === 'rss' || name === 'pubDate' || name === 'guid') return true
  return RSS_FIELDS.has(name) && !HTML.test(field)
}

/** Whether an element that opens within another can only mean that the other's end is missing. */
export function endsGroup(name: string, group: string): boolean {
  return isGroup(group) && (name === 'item' || isGroup(name)) && GROUPS.get(local(group))?.includes(local(name)) !== true
}

/** A name as XML allows it (nearly); for use within a pattern with the flag u. */
export const NAME = String.raw`[\p{L}_:][\p{L}\p{N}\p{M}_:.·\-]*`
