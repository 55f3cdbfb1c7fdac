import { env } from './env'
import { isPublicOrigin, mayBeIndexed } from './indexing'

/** The site's own origin, without a slash at its end: what canonical addresses and feeds start with. */
export const siteOrigin = env().SITE_URL

/** Whether search engines may list this site. */
export const isIndexable = mayBeIndexed(env())

/** Whether it stands at a name that other services can know. */
export const hasPublicOrigin = isPublicOrigin(siteOrigin)
