import { type CrawlerPolicy, hasReservation } from '@/lib/model/crawlers'
import { element, escapeXml } from '@/lib/feeds/xml'
import { absoluteUrl, licencePath } from '@/lib/routes'

/** Each use of ours under the words of RSL 1.0 (rslstandard.org/rsl, section on usage). */
const RSL_USES = { search: 'ai-index', assistant: 'ai-input', training: 'ai-train' } as const

/** Where a licence can be asked for, as an address that can be followed. */
export function contactUrl(contact: string, origin: string): string {
  if (/^(https?:|mailto:)/.test(contact)) return contact
  return contact.startsWith('/') ? absoluteUrl(origin, contact) : `mailto:${contact}`
}

/** The terms for the whole site in the Really Simple Licensing form; null when nothing is reserved. */
export function rslLicence(policy: CrawlerPolicy, site: { name: string }, origin: string): string | null {
  if (!hasReservation(policy)) return null
  const uses = Object.entries(RSL_USES) as [keyof typeof RSL_USES, string][]
  const permitted = ['search', ...uses.filter(([use]) => policy.uses[use]).map(([, word]) => word)]
  const prohibited = uses.filter(([use]) => !policy.uses[use]).map(([, word]) => word)
  const contact = policy.licenceContact
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rsl xmlns="https://rslstandard.org/rsl">',
    '<content url="/">',
    '<license>',
    element('permits', permitted.join(' '), { type: 'usage' }),
    element('prohibits', prohibited.join(' '), { type: 'usage' }),
    '</license>',
    `<copyright type="organization"${contact ? ` ${contactAttribute(contact, origin)}` : ''}>${escapeXml(site.name)}</copyright>`,
    '</content>',
    '</rsl>',
    '',
  ]
    .filter((line, i, lines) => line !== '' || i === lines.length - 1)
    .join('\n')
}

function contactAttribute(contact: string, origin: string): string {
  const url = contactUrl(contact, origin)
  return url.startsWith('mailto:') ? `contactEmail="${escapeXml(url.slice('mailto:'.length))}"` : `contactUrl="${escapeXml(url)}"`
}

/** The reservation for the whole site in the form of the TDM Reservation Protocol (w3.org/community/tdmrep); null when nothing is reserved. */
export function tdmReservation(policy: CrawlerPolicy, origin: string): string | null {
  if (!hasReservation(policy)) return null
  return `${JSON.stringify([{ location: '/', 'tdm-reservation': 1, 'tdm-policy': absoluteUrl(origin, licencePath) }], null, 2)}\n`
}
