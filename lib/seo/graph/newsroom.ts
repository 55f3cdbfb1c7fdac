import type { NewsMediaOrganization, WebSite } from 'schema-dts'
import type { Picture } from '@/lib/model/picture'
import type { Site } from '@/lib/model/site'
import { iconPath, searchPath } from '@/lib/routes'
import { siteOrigin } from '@/lib/site'
import { organizationId, urlOf, websiteId } from './graph'

/** The newsroom and its site: on every page, so that whatever a crawler reads first names its publisher. */
export function newsroomGraph(site: Site): [NewsMediaOrganization, WebSite] {
  return [organization(site), website(site)]
}

function organization(site: Site): NewsMediaOrganization {
  const policies = Object.fromEntries(Object.entries(site.policies).map(([policy, address]) => [policy, urlOf(address)]))
  // A bare network address ("https://x.com/") is nobody's profile.
  const profiles = site.social.map(({ url }) => url).filter((url) => /^https:\/\/[^/]+\/./.test(url))
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organizationId,
    name: site.name,
    ...(site.alternateName ? { alternateName: site.alternateName } : {}),
    url: siteOrigin,
    logo: site.logo ? imageObject(site.logo) : urlOf(iconPath),
    ...(site.description ? { description: site.description } : {}),
    ...(site.foundedYear ? { foundingDate: String(site.foundedYear) } : {}),
    ...(site.contactEmail ? { email: site.contactEmail } : {}),
    ...(profiles.length > 0 ? { sameAs: profiles } : {}),
    ...policies,
  }
}

function website(site: Site): WebSite {
  return {
    '@type': 'WebSite',
    '@id': websiteId,
    name: site.name,
    ...(site.alternateName ? { alternateName: site.alternateName } : {}),
    url: siteOrigin,
    inLanguage: site.locale,
    publisher: { '@id': organizationId },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${siteOrigin}${searchPath}?q={search_term_string}` },
      // The name that Google's documents give this property; schema.org knows it as an annotation.
      ...({ 'query-input': 'required name=search_term_string' } as object),
    },
  }
}

/** A picture of the newsroom's own, whole. */
export const imageObject = ({ src, width, height, caption, credit }: Picture) =>
  ({ '@type': 'ImageObject', url: urlOf(src), width: { '@type': 'QuantitativeValue', value: width, unitCode: 'E37' }, height: { '@type': 'QuantitativeValue', value: height, unitCode: 'E37' }, ...(caption ? { caption } : {}), ...(credit ? { creditText: credit } : {}) }) as const
