/**
 * WordPress's importer keeps the numbers of posts and files where they are free, and rewrites references only within
 * one file; terms get new ones. So every kind has ten million numbers of its own, far above those of a site in use: a
 * featured picture in another file is still found, and a number of ours never means something else there.
 */
const FIRST = { media: 10_000_000, story: 20_000_000, page: 30_000_000, author: 40_000_000, menuItem: 50_000_000 } as const
const FIRST_TERM = { category: 10_000_000, post_tag: 20_000_000, author: 30_000_000, nav_menu: 40_000_000 } as const

export type Taxonomy = keyof typeof FIRST_TERM

/** The number of a post of this kind in WordPress. */
export const postId = (kind: keyof typeof FIRST, id: string | number): number => FIRST[kind] + Number(id)

export const termId = (taxonomy: Taxonomy, id: string | number): number => FIRST_TERM[taxonomy] + Number(id)
