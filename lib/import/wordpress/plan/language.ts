import type { WxrItem } from '../types'
import { lastMeta } from '../wxr/meta'

/** The language a plugin (Polylang, WPML) says a post is in: "ur". Null where it says nothing or the newsroom's own. */
export function languageOf(item: WxrItem, own: string): string | null {
  const language = item.terms.find((term) => term.taxonomy === 'language')?.slug ?? lastMeta(item, '_icl_lang_code')
  return language !== null && language.toLowerCase() !== own.toLowerCase() && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) && language.length <= 12 ? language.toLowerCase() : null
}
