import { type CrawlerPolicy, hasReservation, listRefused } from '@/lib/model/crawlers'
import { absoluteUrl, licencePath, sitemapPath } from '@/lib/routes'

interface RobotsFacts {
  policy: CrawlerPolicy
  origin: string
  /** Whether search engines may list this site at all. */
  indexable: boolean
  newsSitemaps: readonly string[]
}

const yesNo = (allowed: boolean) => (allowed ? 'yes' : 'no')

/**
 * The robots.txt (RFC 9309). Search pages are not disallowed, because a crawler must fetch them to see that they
 * are not to be listed. Terms for AI crawlers stand beside the rules in two further forms: content signals
 * (contentsignals.org) and the licence (RSL 1.0).
 */
export function robotsTxt({ policy, origin, indexable, newsSitemaps }: RobotsFacts): string {
  if (!indexable) return ['# This copy of the site is not to be listed: every answer says so in X-Robots-Tag, which a crawler must fetch to see.', 'User-agent: *', 'Disallow: /admin', 'Disallow: /api/', ''].join('\n')
  const reserved = hasReservation(policy)
  const signals = `Content-Signal: search=yes, ai-input=${yesNo(policy.uses.search && policy.uses.assistant)}, ai-train=${yesNo(policy.uses.training)}`
  const refused = listRefused(policy)
  return [
    // Before any group, it holds for all of them.
    ...(reserved ? [`License: ${absoluteUrl(origin, licencePath)}`, ''] : []),
    'User-agent: *',
    ...(reserved ? [signals] : []),
    'Allow: /',
    'Allow: /api/media/file/',
    'Disallow: /admin',
    'Disallow: /api/',
    'Disallow: /preview/',
    '',
    ...(refused.length > 0 ? [...refused.map(({ agent }) => `User-agent: ${agent}`), 'Disallow: /', ''] : []),
    ...[sitemapPath, ...newsSitemaps].map((path) => `Sitemap: ${absoluteUrl(origin, path)}`),
    '',
  ].join('\n')
}
