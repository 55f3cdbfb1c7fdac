import { listLatestCards } from '@/lib/data/headlines'
import { getPartnerFiles } from '@/lib/data/partner-files'
import { getSite, listSectionTree } from '@/lib/data/site'
import { listNewsSitemaps } from '@/lib/data/sitemaps'
import { tags } from '@/lib/data/tags'
import type { Site } from '@/lib/model/site'
import { llmsTxt } from '@/lib/seo/llms'
import { robotsTxt } from '@/lib/seo/robots'
import { rslLicence, tdmReservation } from '@/lib/seo/rights'
import { securityTxt } from '@/lib/seo/security'
import { isIndexable, siteOrigin } from '@/lib/site'
import { refuse, sharedCaching } from '../../refusal'
import { notThere, respond } from '../../respond'

export const dynamic = 'force-dynamic'

const TEXT = 'text/plain; charset=utf-8'
const NEWEST = 20

/** Each file's type, and what makes it; null when the newsroom has none. */
const FILES: Record<string, { type: string; write: (site: Site, now: Date) => Promise<string | null> }> = {
  'robots.txt': {
    type: TEXT,
    write: async ({ crawlers }, now) => robotsTxt({ policy: crawlers, origin: siteOrigin, indexable: isIndexable, newsSitemaps: await listNewsSitemaps(now) }),
  },
  'license.xml': { type: 'application/rsl+xml; charset=utf-8', write: async (site) => rslLicence(site.crawlers, site, siteOrigin) },
  'tdmrep.json': { type: 'application/json; charset=utf-8', write: async ({ crawlers }) => tdmReservation(crawlers, siteOrigin) },
  'security.txt': { type: TEXT, write: async ({ language }, now) => securityTxt((await getPartnerFiles()).securityContact, language, siteOrigin, now) },
  'ads.txt': { type: TEXT, write: async () => endLine((await getPartnerFiles()).adsTxt) },
  'app-ads.txt': { type: TEXT, write: async () => endLine((await getPartnerFiles()).appAdsTxt) },
  'trust.txt': { type: TEXT, write: async () => endLine((await getPartnerFiles()).trustTxt) },
  'llms.txt': {
    type: TEXT,
    write: async (site) => {
      const [tree, newest] = await Promise.all([listSectionTree(), listLatestCards(NEWEST)])
      return llmsTxt(site, tree, newest, siteOrigin)
    },
  },
}

const endLine = (text: string | null) => text && `${text.replace(/\r\n?/g, '\n').trimEnd()}\n`

interface Context {
  params: Promise<{ name: string }>
}

/** The files that crawlers, partners and security researchers ask for by a fixed name. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { name } = await params
  const site = await getSite()
  const isForReaders = name === 'llms.txt'
  const refusal = isForReaders ? refuse(request, site) : null
  if (refusal !== null) return refusal
  const body = await FILES[name]?.write(site, new Date())
  if (!body) return notThere('This site has no such file.')
  return respond(request, { body, type: FILES[name]!.type, tags: [tags.site, tags.latest], headers: isForReaders ? sharedCaching(site) : {} })
}
