import { absoluteUrl } from '@/lib/routes'
import type { RecordOf } from '../records/schemas'
import type { Sections } from '../read/labels'
import { postId, termId } from './ids'
import type { Item } from './item'
import { toMenuTerm } from './terms'

/** A menu of the site: its term and its entries. */
export interface Menu {
  term: string
  items: Item[]
}

type Link = RecordOf<'settings'>['navigation'][number]

/** The header's and the footer's menu; a header without links of its own lists the sections, as the site does. */
export function menusOf(settings: RecordOf<'settings'>, sections: Sections, pageIdOf: (path: string) => string | null, origin: string, at: string): Menu[] {
  const top = sections.all.filter((section) => section.parent === null).map(({ name, path }) => ({ label: name, path }))
  const menus = [
    { slug: 'main', name: 'Main', links: settings.navigation.length > 0 ? settings.navigation : top },
    { slug: 'footer', name: 'Footer', links: settings.footerLinks },
  ].filter(({ links }) => links.length > 0)
  let number = 0
  return menus.map(({ slug, name, links }, i) => ({
    term: toMenuTerm(i + 1, slug, name),
    items: links.map((link, order) => toMenuItem(link, targetOf(link.path, sections, pageIdOf, origin), { number: ++number, order: order + 1, slug, name, origin, at })),
  }))
}

type Target = { type: 'taxonomy' | 'post_type'; object: string; id: number } | { type: 'custom'; url: string }

function targetOf(path: string, sections: Sections, pageIdOf: (path: string) => string | null, origin: string): Target {
  const section = sections.byPath.get(path)
  if (section !== undefined) return { type: 'taxonomy', object: 'category', id: termId('category', section.id) }
  const page = pageIdOf(path)
  if (page !== null) return { type: 'post_type', object: 'page', id: postId('page', page) }
  return { type: 'custom', url: absoluteUrl(origin, path) }
}

function toMenuItem({ label }: Link, target: Target, { number, order, slug, name, origin, at }: { number: number; order: number; slug: string; name: string; origin: string; at: string }): Item {
  const id = postId('menuItem', number)
  const isCustom = target.type === 'custom'
  return {
    id,
    type: 'nav_menu_item',
    status: 'publish',
    title: label,
    link: `${origin}/?p=${id}`,
    guid: `${origin}/?p=${id}`,
    creator: '',
    slug: String(id),
    at,
    modifiedAt: at,
    order,
    terms: [{ taxonomy: 'nav_menu', slug, name }],
    meta: [
      ['_menu_item_type', target.type],
      ['_menu_item_menu_item_parent', '0'],
      ['_menu_item_object_id', String(isCustom ? id : target.id)],
      ['_menu_item_object', isCustom ? 'custom' : target.object],
      ['_menu_item_target', ''],
      ['_menu_item_classes', 'a:1:{i:0;s:0:"";}'],
      ['_menu_item_xfn', ''],
      ['_menu_item_url', isCustom ? target.url : ''],
    ],
  }
}
