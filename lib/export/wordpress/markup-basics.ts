import { escapeAttribute, escapeText } from './xml'

/** WordPress's own writing of a block's attributes: nothing in them may end the comment they stand in. */
const attributes = (values: object): string =>
  JSON.stringify(values).replaceAll('--', '\\u002d\\u002d').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026').replaceAll('\\"', '\\u0022')

/** One block of WordPress's editor. */
export const wpBlock = (name: string, values: object | null, html: string): string => `<!-- wp:${name}${values === null ? '' : ` ${attributes(values)}`} -->\n${html}\n<!-- /wp:${name} -->`

export const paragraph = (html: string): string => wpBlock('paragraph', null, `<p>${html}</p>`)

export function heading(text: string, level: 2 | 3, anchor: string | null = null): string {
  return wpBlock('heading', level === 2 ? null : { level }, `<h${level} class="wp-block-heading"${anchor === null ? '' : ` id="${escapeAttribute(anchor)}"`}>${escapeText(text)}</h${level}>`)
}

export const figcaption = (html: string): string => (html === '' ? '' : `<figcaption class="wp-element-caption">${html}</figcaption>`)
