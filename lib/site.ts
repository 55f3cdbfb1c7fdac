import { env } from './env'

/** The site's own origin, without a slash at its end: what canonical addresses and feeds start with. */
export const siteOrigin = env().SITE_URL
