import type { Payload } from 'payload'
import { POLICIES } from '@/lib/model/site'
import type { RecordOf } from '../records/schemas'
import { instantOf, refOf, textOf } from './pages'

type Settings = RecordOf<'settings'>

/** The newsroom's settings and its breaking bar, as one record. */
export async function readSettings(payload: Payload): Promise<Settings> {
  const [settings, breaking] = await Promise.all([payload.findGlobal({ slug: 'settings', depth: 0 }), payload.findGlobal({ slug: 'breaking', depth: 0 })])
  const links = (rows: typeof settings.navigation) => (rows ?? []).map(({ label, path }) => ({ label, path }))
  return {
    name: settings.name ?? 'Dateline',
    alternateName: textOf(settings.alternateName),
    tagline: textOf(settings.tagline),
    description: textOf(settings.description),
    language: settings.language ?? 'en',
    locale: settings.locale ?? 'en-GB',
    timeZone: settings.timeZone ?? 'UTC',
    contactEmail: textOf(settings.contactEmail),
    foundedYear: settings.foundedYear ?? null,
    newsletterUrl: textOf(settings.newsletterUrl),
    temperatureUnit: textOf(settings.temperatureUnit),
    cities: (settings.cities ?? []).map(({ name, latitude, longitude, timeZone }) => ({ name, latitude, longitude, timeZone })),
    navigation: links(settings.navigation),
    footerLinks: links(settings.footerLinks),
    countStyle: textOf(settings.countStyle),
    socialCountsAsOf: textOf(settings.socialCountsAsOf),
    social: (settings.social ?? []).map(({ network, url, handle, count }) => ({ network, url, handle: textOf(handle), count: count ?? null })),
    logo: refOf(settings.logo),
    preferredSource: settings.preferredSource ?? null,
    policies: Object.fromEntries(POLICIES.map((policy) => [policy, textOf(settings.policies?.[policy])])) as Settings['policies'],
    indexNowKey: textOf(settings.indexNowKey),
    hubs: (settings.hubs ?? []).map(({ url }) => ({ url })),
    crawlers: {
      search: settings.crawlers?.search ?? 'allow',
      assistant: settings.crawlers?.assistant ?? 'allow',
      training: settings.crawlers?.training ?? 'allow',
      exceptions: (settings.crawlers?.exceptions ?? []).map(({ agent, rule }) => ({ agent, rule })),
      licenceContact: textOf(settings.crawlers?.licenceContact),
    },
    securityContact: textOf(settings.securityContact),
    adsTxt: textOf(settings.adsTxt),
    appAdsTxt: textOf(settings.appAdsTxt),
    trustTxt: textOf(settings.trustTxt),
    breaking: { active: breaking.active ?? null, label: textOf(breaking.label), text: textOf(breaking.text), story: refOf(breaking.story), until: instantOf(breaking.until) },
  }
}
