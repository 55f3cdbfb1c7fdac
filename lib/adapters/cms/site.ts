import slugify from '@sindresorhus/slugify'
import { POLICIES, type BreakingBar, type City, type NavigationLink, type Site, type SocialProfile } from '@/lib/model/site'
import type { Picture } from '@/lib/model/picture'
import { listCardsByIds } from './cards'
import { cms } from './client'
import { textOf } from './links'
import { readMedia } from './lookups'
import { toPicture } from './pictures'
import { listSectionNodes } from './sections'

const FALLBACK_CITY: City = { slug: 'greenwich', name: 'Greenwich', latitude: 51.48, longitude: 0, timeZone: 'UTC' }

/** The newsroom's settings. The breaking bar comes with its end; whether it still stands is the caller's clock's to say. */
export async function readSite(): Promise<Site & { breakingStoryId: string | null }> {
  const payload = await cms()
  const [settings, breaking, sections] = await Promise.all([
    payload.findGlobal({ slug: 'settings', depth: 0 }),
    payload.findGlobal({ slug: 'breaking', depth: 0 }),
    listSectionNodes(),
  ])
  const cities: City[] = (settings.cities ?? []).map((city) => ({ slug: slugify(city.name), name: city.name, latitude: city.latitude, longitude: city.longitude, timeZone: city.timeZone }))
  const navigation: NavigationLink[] = settings.navigation?.length
    ? settings.navigation.map(({ label, path }) => ({ label, path }))
    : sections.filter((section) => section.parentId === null).map(({ link }) => ({ label: link.name, path: link.path }))
  const story = breaking.story == null ? null : String(typeof breaking.story === 'object' ? breaking.story.id : breaking.story)
  return {
    name: settings.name ?? 'Dateline',
    alternateName: textOf(settings.alternateName),
    logo: settings.logo == null ? null : await readLogo(settings.logo),
    policies: Object.fromEntries(POLICIES.flatMap((policy) => (textOf(settings.policies?.[policy]) === null ? [] : [[policy, settings.policies![policy]!]]))),
    preferredSource: settings.preferredSource !== false,
    hubs: (settings.hubs ?? []).map((hub) => hub.url),
    crawlers: {
      uses: { search: settings.crawlers?.search !== 'refuse', assistant: settings.crawlers?.assistant !== 'refuse', training: settings.crawlers?.training !== 'refuse' },
      exceptions: (settings.crawlers?.exceptions ?? []).map(({ agent, rule }) => ({ agent, allowed: rule === 'allow' })),
      licenceContact: textOf(settings.crawlers?.licenceContact),
    },
    tagline: settings.tagline ?? '',
    description: settings.description ?? '',
    language: settings.language ?? 'en',
    locale: settings.locale ?? 'en-GB',
    timeZone: settings.timeZone ?? 'UTC',
    temperatureUnit: settings.temperatureUnit ?? 'celsius',
    city: cities[0] ?? FALLBACK_CITY,
    cities,
    navigation,
    footerLinks: (settings.footerLinks ?? []).map(({ label, path }) => ({ label, path })),
    social: (settings.social ?? []).map((profile): SocialProfile => ({ network: profile.network, url: profile.url, handle: textOf(profile.handle), count: profile.count ?? null })),
    countStyle: settings.countStyle ?? 'full',
    socialCountsAsOf: textOf(settings.socialCountsAsOf)?.slice(0, 10) ?? null,
    breaking: await toBreaking(breaking, story),
    newsletterUrl: textOf(settings.newsletterUrl),
    contactEmail: textOf(settings.contactEmail),
    foundedYear: settings.foundedYear ?? null,
    breakingStoryId: story,
  }
}

async function readLogo(logo: number | { id: number }): Promise<Picture | null> {
  const id = typeof logo === 'object' ? logo.id : logo
  return toPicture((await readMedia([id])).get(id))
}

/** The files that advertising, security and search partners look for, as the newsroom wrote them; null where it did not. */
export interface PartnerFiles {
  adsTxt: string | null
  appAdsTxt: string | null
  trustTxt: string | null
  securityContact: string | null
  indexNowKey: string | null
}

export async function readPartnerFiles(): Promise<PartnerFiles> {
  const settings = await (await cms()).findGlobal({ slug: 'settings', depth: 0 })
  return {
    adsTxt: textOf(settings.adsTxt),
    appAdsTxt: textOf(settings.appAdsTxt),
    trustTxt: textOf(settings.trustTxt),
    securityContact: textOf(settings.securityContact),
    indexNowKey: textOf(settings.indexNowKey),
  }
}

async function toBreaking(breaking: { active?: boolean | null; label?: string | null; text?: string | null; until?: string | null }, story: string | null): Promise<BreakingBar | null> {
  if (!breaking.active || !breaking.text || !breaking.until) return null
  const [card] = story === null ? [] : await listCardsByIds([Number(story)])
  return { label: breaking.label ?? 'Breaking', text: breaking.text, path: card?.path ?? null, until: breaking.until }
}
