import type { RecordOf } from '../records/schemas'
import { termId } from './ids'
import { cdata, escapeText, wp } from './xml'

/** A section as a category, under its parent. Words are HTML there and text here. */
export function toCategory(section: RecordOf<'sections'>, parentSlug: string | null): string {
  const words = [wp('cat_name', escapeText(section.name)), ...(section.description === null ? [] : [wp('category_description', escapeText(section.description))])]
  return `<wp:category>${wp('term_id', termId('category', section.id))}${wp('category_nicename', section.slug)}${wp('category_parent', parentSlug ?? '')}${words.join('')}</wp:category>\n`
}

/** A topic as a tag. */
export function toTag(topic: RecordOf<'topics'>): string {
  const words = [wp('tag_name', escapeText(topic.name)), ...(topic.description === null ? [] : [wp('tag_description', escapeText(topic.description))])]
  return `<wp:tag>${wp('term_id', termId('post_tag', topic.id))}${wp('tag_slug', topic.slug)}${words.join('')}</wp:tag>\n`
}

/** A menu by its name. */
export function toMenuTerm(number: number, slug: string, name: string): string {
  return `<wp:term>${wp('term_id', termId('nav_menu', number))}<wp:term_taxonomy>${cdata('nav_menu')}</wp:term_taxonomy>${wp('term_slug', slug)}${wp('term_parent', '')}${wp('term_name', escapeText(name))}</wp:term>\n`
}
