// What XML 1.0 cannot hold at all. A lone half of a surrogate pair becomes U+FFFD when the file is encoded.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text as a CDATA section: a "]]>" in it is split, and what no XML file may hold is left out. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replace(NOT_XML, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** An element of WordPress's own namespace. */
export const wp = (name: string, text: string | number): string => `<wp:${name}>${typeof text === 'number' ? text : cdata(text)}</wp:${name}>`

/** A row of custom fields. */
export const meta = (name: 'postmeta' | 'termmeta', key: string, value: string): string => `<wp:${name}>${wp('meta_key', key)}${wp('meta_value', value)}</wp:${name}>`

const SHORTCODES = /\[(?=\/?(?:audio|caption|embed|gallery|playlist|video|wp_caption)\b)/g

/** Text inside HTML. WordPress would run a word in brackets that it knows as a shortcode. */
export const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(SHORTCODES, '&#91;')

/** Text inside a quoted attribute of HTML or XML. */
export const escapeAttribute = (text: string): string => escapeText(text.replace(NOT_XML, '')).replaceAll('"', '&quot;')
