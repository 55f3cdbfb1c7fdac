import type { WxrAuthor, WxrItem } from '../types'
import { lastMeta } from '../wxr/meta'
import { fit, plainOf } from './text'

/** A name that stood in bylines of the old site. */
export interface Person {
  /** "login:jane", "guest:jane-doe" or "source:Reuters": the same in every export of the site. */
  key: string
  name: string
  biography: string | null
  contacts: { label: string; href: string }[]
  /** The number of the attachment that shows them. */
  portrait: number | null
  /** The last parts that their page had under /author/. */
  oldSlugs: string[]
}

/** Accounts, guest authors of Co-Authors Plus, and who is meant by a login or a byline's term. */
export interface People {
  all: Map<string, Person>
  /** The person of a login; one is made for a login that the export does not describe. */
  byLogin: (login: string) => Person
  /** The person of a term such as "cap-jane-doe". */
  byTerm: (slug: string, name: string) => Person
  bySource: (name: string) => Person
}

/** As WordPress makes the last part of an author's address from a login. */
export const nicenameOf = (login: string) => login.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9_.\s-]/g, '').replace(/[.\s]+/g, '-').replace(/-+/g, '-').replace(/^-|-$/g, '')

const bare = (slug: string) => slug.replace(/^cap-/, '')

/** Reads who wrote. Guest authors that are linked to an account are that account's person. */
export function readPeople(accounts: readonly WxrAuthor[], guests: Iterable<WxrItem>): People {
  const all = new Map<string, Person>()
  const terms = new Map<string, Person>()
  for (const account of accounts) {
    const key = `login:${account.login}`
    const name = plainOf(account.displayName) || `${account.firstName} ${account.lastName}`.trim() || account.login
    all.set(key, { key, name: fit(name, 120).text, biography: null, contacts: [], portrait: null, oldSlugs: [nicenameOf(account.login)] })
  }
  const byNicename = new Map(accounts.map((account) => [nicenameOf(account.login), all.get(`login:${account.login}`)!]))

  for (const guest of guests) {
    const meta = (name: string) => lastMeta(guest, `cap-${name}`)?.trim() || null
    const slug = bare(guest.slug || meta('user_login') || String(guest.id))
    const linked = meta('linked_account')
    const account = linked === null ? undefined : all.get(`login:${linked}`)
    const person: Person = account ?? { key: `guest:${slug}`, name: '', biography: null, contacts: [], portrait: null, oldSlugs: [] }
    person.name = fit(plainOf(meta('display_name') ?? '') || person.name || plainOf(guest.title) || slug, 120).text
    person.biography = fit(plainOf(meta('description') ?? ''), 1200).text || person.biography
    const website = meta('website')?.replace(/^http:/, 'https:')
    if (website && URL.canParse(website) && website.startsWith('https:')) person.contacts = [{ label: 'Website', href: website }]
    person.portrait = Number(lastMeta(guest, '_thumbnail_id')) || person.portrait
    person.oldSlugs.push(slug)
    all.set(person.key, person)
    for (const name of [slug, bare(meta('user_login') ?? slug)]) terms.set(name, person)
  }

  const made = (key: string, name: string, oldSlugs: string[]) => {
    const known = all.get(key)
    if (known !== undefined) return known
    const person: Person = { key, name: fit(plainOf(name), 120).text, biography: null, contacts: [], portrait: null, oldSlugs }
    all.set(key, person)
    return person
  }
  return {
    all,
    byLogin: (login) => made(`login:${login}`, login, [nicenameOf(login)]),
    byTerm: (slug, name) => terms.get(bare(slug)) ?? byNicename.get(bare(slug)) ?? all.get(`login:${name}`) ?? made(`guest:${bare(slug)}`, name || bare(slug), [bare(slug)]),
    bySource: (name) => made(`source:${plainOf(name)}`, name, []),
  }
}

/** Who wrote a post, in byline order: the terms of Co-Authors Plus in their order, else its account; then the source tagDiv's theme names. */
export function bylineOf(item: WxrItem, people: People, source: string | null): Person[] {
  const terms = item.terms.filter((term) => term.taxonomy === 'author')
  const named = terms.length > 0 ? terms.map((term) => people.byTerm(term.slug, term.name)) : item.creator ? [people.byLogin(item.creator)] : []
  return [...new Set([...named, ...(source === null || plainOf(source) === '' ? [] : [people.bySource(source)])])]
}
