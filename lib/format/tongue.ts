/** Languages written from right to left in their usual script. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'pnb', 'ps', 'sd', 'skr', 'ug', 'ur', 'yi'])

/** The attributes of an element whose words are in another language than the page around it; none where they are not. */
export interface Tongue {
  lang?: string
  dir?: 'ltr' | 'rtl'
}

export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(language.toLowerCase().split(/[-_]/)[0]!) ? 'rtl' : 'ltr')

/** How words in `language` are marked on a page in `siteLanguage`. */
export function tongueOf(language: string, siteLanguage: string): Tongue {
  return language === siteLanguage ? {} : { lang: language, dir: directionOf(language) }
}
