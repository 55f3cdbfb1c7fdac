import { decodeEntities } from './markup'
import { oneLine } from './plain'
import { TITLES } from './shortcode-names'
import type { Shortcode } from './shortcodes'

/** The words of a tag that readers saw: the caption of older captions (which may hold HTML), the title of a box. */
export function wordsInTag(name: string, attributes: Record<string, string>): string {
  if (name === 'caption' || name === 'wp_caption') return attributes.caption ?? ''
  const value = Object.hasOwn(TITLES, name) ? attributes[TITLES[name]!] : undefined
  return value === undefined ? '' : oneLine(decodeEntities(value))
}

/** The HTML that a page builder has put into base64; null when it is none. */
export function encodedHtml({ content, name }: Shortcode): string | null {
  if (content === null || !name.startsWith('vc_raw')) return null
  const text = Buffer.from(content.replace(/<\/?p>/g, '').trim(), 'base64').toString('utf8')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
