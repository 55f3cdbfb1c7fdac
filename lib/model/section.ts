import type { Block } from './block'
import type { AuthorLink, SectionLink, TopicLink } from './card'

export interface Section extends SectionLink {
  description: string | null
  trail: SectionLink[]
  children: SectionLink[]
}

export interface Topic extends TopicLink {
  description: string | null
}

export interface Author extends AuthorLink {
  biography: string | null
  contacts: { label: string; href: string }[]
}

/** A static page: about, contact, policies. */
export interface Page {
  id: string
  slug: string
  path: string
  title: string
  standfirst: string | null
  body: Block[]
  updatedAt: string
}
