import type { AboutPage, CollectionPage, ContactPage, Person, ProfilePage, Thing, WebPage } from 'schema-dts'
import type { Author, Page } from '@/lib/model/section'
import type { Site } from '@/lib/model/site'
import { pagedPath } from '@/lib/routes'
import { idOf, organizationId, urlOf, websiteId } from './graph'
import { imageObject, newsroomGraph } from './newsroom'
import { breadcrumb } from './trail'

interface List {
  name: string
  description: string | null
  path: string
  page?: number
  /** The steps from the front page down to the list itself; none on the front page. */
  trail: { name: string; path: string }[]
}

/** A list of stories: home, a section, a topic, latest, archive, corrections. */
export function listGraph({ name, description, path, page = 1, trail }: List, site: Site): Thing[] {
  const address = pagedPath(path, page)
  const collection: CollectionPage = {
    '@type': 'CollectionPage',
    '@id': idOf(address, 'page'),
    url: urlOf(address),
    name: page > 1 ? `${name}, page ${page}` : name,
    ...(description ? { description } : {}),
    inLanguage: site.language,
    isPartOf: { '@id': websiteId },
    publisher: { '@id': organizationId },
    ...(trail.length > 0 ? { breadcrumb: { '@id': idOf(address, 'breadcrumb') } } : {}),
  }
  return [...newsroomGraph(site), collection, ...(trail.length > 0 ? [breadcrumb(address, trail)] : [])]
}

/** An author's page, and the person it is about. */
export function authorGraph(author: Author, page: number, site: Site): Thing[] {
  const address = pagedPath(author.path, page)
  const profile: ProfilePage = {
    '@type': 'ProfilePage',
    '@id': idOf(address, 'page'),
    url: urlOf(address),
    name: page > 1 ? `${author.name}, page ${page}` : author.name,
    inLanguage: site.language,
    isPartOf: { '@id': websiteId },
    mainEntity: { '@id': idOf(author.path, 'person') },
    breadcrumb: { '@id': idOf(address, 'breadcrumb') },
  }
  const profiles = author.contacts.map(({ href }) => href).filter((href) => href.startsWith('https://'))
  const person: Person = {
    '@type': 'Person',
    '@id': idOf(author.path, 'person'),
    name: author.name,
    url: urlOf(author.path),
    ...(author.role ? { jobTitle: author.role } : {}),
    ...(author.biography ? { description: author.biography } : {}),
    ...(author.portrait ? { image: imageObject(author.portrait) } : {}),
    ...(profiles.length > 0 ? { sameAs: profiles } : {}),
    worksFor: { '@id': organizationId },
  }
  return [...newsroomGraph(site), profile, person, breadcrumb(address, [{ name: author.name, path: author.path }])]
}

const PAGE_TYPES: Record<string, 'AboutPage' | 'ContactPage'> = { about: 'AboutPage', 'about-us': 'AboutPage', contact: 'ContactPage', 'contact-us': 'ContactPage' }

/** A static page. */
export function pageGraph(page: Page, site: Site): Thing[] {
  const webPage: AboutPage | ContactPage | WebPage = {
    '@type': PAGE_TYPES[page.slug] ?? 'WebPage',
    '@id': idOf(page.path, 'page'),
    url: urlOf(page.path),
    name: page.title,
    ...(page.standfirst ? { description: page.standfirst } : {}),
    dateModified: page.updatedAt,
    inLanguage: site.language,
    isPartOf: { '@id': websiteId },
    publisher: { '@id': organizationId },
  }
  return [...newsroomGraph(site), webPage]
}
