import { absoluteUrl, securityPath } from '@/lib/routes'

const DAY = 24 * 60 * 60 * 1000
const LIFETIME_DAYS = 180

/** A security.txt (RFC 9116); null when the newsroom has named nobody. It expires half a year after the day it is asked for. */
export function securityTxt(contact: string | null, language: string, origin: string, now: Date): string | null {
  if (contact === null) return null
  const expires = new Date((Math.floor(now.getTime() / DAY) + LIFETIME_DAYS) * DAY)
  return [
    `Contact: ${/^https:/.test(contact) ? contact : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${[...new Set([language, 'en'])].join(', ')}`,
    `Canonical: ${absoluteUrl(origin, securityPath)}`,
    '',
  ].join('\n')
}
