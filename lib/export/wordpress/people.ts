import type { RecordOf } from '../records/schemas'
import type { Item } from './item'
import { postId, termId } from './ids'
import { cdata, wp } from './xml'

/** A byline as WordPress knows it. */
export interface Person {
  id: string | number
  slug: string
  name: string
}

const LONGEST = 50

/** The account a byline gets: its slug, cut to what WordPress takes for the part of an address. */
export function loginOf({ id, slug }: Person): string {
  return slug.length <= LONGEST ? slug : `${slug.slice(0, LONGEST - 1 - String(id).length)}-${id}`
}

/** The term of Co-Authors Plus that stands for a byline: several of them, in order, make the byline of several. */
export const bylineTerm = (person: Person) => ({ taxonomy: 'author', slug: `cap-${loginOf(person)}`, name: loginOf(person) })

/**
 * A byline as an account, on one line as WordPress's simplest reader wants it. It has no e-mail address: a contact in
 * a byline may be shared, and WordPress refuses a second account with the same.
 */
export function toAccount(person: Person): string {
  return `<wp:author><wp:author_id>${person.id}</wp:author_id>${['login', 'email', 'display_name', 'first_name', 'last_name']
    .map((field) => wp(`author_${field}`, field === 'login' ? loginOf(person) : field === 'display_name' ? person.name : ''))
    .join('')}</wp:author>\n`
}

/** The term of a byline. */
export function toBylineTerm(person: Person): string {
  const { slug, name } = bylineTerm(person)
  return `<wp:term>${wp('term_id', termId('author', person.id))}<wp:term_taxonomy>${cdata('author')}</wp:term_taxonomy>${wp('term_slug', slug)}${wp('term_parent', '')}${wp('term_name', name)}${wp('term_description', person.name)}</wp:term>\n`
}

/** A byline as a guest author of Co-Authors Plus, which is where WordPress can keep what stands on its page. */
export function toGuestAuthor(author: RecordOf<'authors'>, origin: string, at: string): Item {
  const login = loginOf(author)
  const contact = (start: string) => author.contacts.find(({ href }) => href.startsWith(start))?.href ?? null
  return {
    id: postId('author', author.id),
    type: 'guest-author',
    status: 'publish',
    title: author.name,
    link: origin + author.path,
    guid: origin + author.path,
    creator: login,
    slug: `cap-${login}`,
    at,
    modifiedAt: at,
    terms: [bylineTerm(author)],
    meta: [
      ['cap-display_name', author.name],
      ['cap-user_login', login],
      ['cap-linked_account', login],
      ['cap-user_email', contact('mailto:')?.slice('mailto:'.length) ?? null],
      ['cap-website', contact('https:')],
      ['cap-description', author.biography],
      ['dateline_role', author.role],
      ['_thumbnail_id', author.portrait === null ? null : String(postId('media', author.portrait))],
    ],
  }
}
