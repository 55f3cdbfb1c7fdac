/** What a WordPress export file (WXR 1.0 to 1.2) holds, as it stands there: nothing is interpreted yet. */

export interface WxrChannel {
  /** "1.2"; null when the file does not say. */
  version: string | null
  title: string
  link: string
  description: string
  language: string | null
  baseSiteUrl: string | null
  baseBlogUrl: string | null
  generator: string | null
}

/** An account of the old site. An export holds neither its biography nor its password. */
export interface WxrAuthor {
  id: number | null
  login: string
  email: string
  displayName: string
  firstName: string
  lastName: string
}

/** A category, tag or term of any other taxonomy ("category", "post_tag", "nav_menu", "author", "language", …). */
export interface WxrTerm {
  id: number | null
  taxonomy: string
  slug: string
  name: string
  description: string
  /** A slug, not an id. */
  parentSlug: string | null
  meta: [key: string, value: string][]
}

export interface WxrTermLink {
  taxonomy: string
  slug: string
  name: string
}

export interface WxrComments {
  approved: number
  pending: number
  spam: number
  /** Pingbacks and trackbacks, whatever their state; not in the other counts. */
  pings: number
}

export interface WxrItem {
  /** wp:post_id. */
  id: number
  type: string
  status: string
  title: string
  link: string
  guid: string
  /** Login of the account it belongs to. */
  creator: string
  content: string
  excerpt: string
  /** wp:post_name, as it stands there: may be empty, and may hold %-escapes or capitals. */
  slug: string
  parent: number
  menuOrder: number
  password: string
  sticky: boolean
  attachmentUrl: string | null
  /** "2019-05-12 10:00:00" in the old site's zone; may be empty or all zeros. */
  date: string
  dateGmt: string
  modified: string
  modifiedGmt: string
  /** RFC 822, as it stands there. */
  pubDate: string
  terms: WxrTermLink[]
  /** In the order of the file; a key may stand there several times. */
  meta: [key: string, value: string][]
  comments: WxrComments
}

/** Something in the file that is not as it should be but could be read all the same. */
export interface WxrProblem {
  line: number
  column: number
  message: string
}

export type WxrEvent =
  | { kind: 'channel'; channel: WxrChannel }
  | { kind: 'author'; author: WxrAuthor }
  | { kind: 'term'; term: WxrTerm }
  | { kind: 'item'; item: WxrItem }
  | { kind: 'problem'; problem: WxrProblem }
