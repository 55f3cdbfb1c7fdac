import localFont from 'next/font/local'

/** The letters of the common files, and the rest: scripts/fonts.ts cuts them so. Next reads these calls without running them, so each says it in full. */

/** Text, and headlines that are no larger than a few lines of it. */
const text = localFont({
  src: '../../assets/fonts/text.woff2',
  weight: '400 600',
  style: 'normal',
  display: 'swap',
  variable: '--font-text',
  adjustFontFallback: 'Times New Roman',
  declarations: [{ prop: 'unicode-range', value: 'U+20-7E, U+A0, U+A3, U+A9, U+B7, U+D7, U+E9, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+20AC, U+2190, U+2192' }],
})

/** Large headlines, the nameplate, numerals: thinner hairlines, closer set. */
const headline = localFont({
  src: '../../assets/fonts/headline.woff2',
  weight: '500',
  style: 'normal',
  display: 'swap',
  variable: '--font-headline',
  adjustFontFallback: 'Times New Roman',
  declarations: [{ prop: 'unicode-range', value: 'U+20-7E, U+A0, U+A3, U+A9, U+B7, U+D7, U+E9, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+20AC, U+2190, U+2192' }],
})

/** Emphasis and standing lines. Not fetched before a page is known to have one. */
const italic = localFont({
  src: '../../assets/fonts/italic.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--font-italic',
  adjustFontFallback: 'Times New Roman',
  declarations: [{ prop: 'unicode-range', value: 'U+20-7E, U+A0, U+A3, U+A9, U+B7, U+D7, U+E9, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+20AC, U+2190, U+2192' }],
})

const textRare = localFont({
  src: '../../assets/fonts/text-rare.woff2',
  weight: '400 600',
  style: 'normal',
  display: 'swap',
  preload: false,
  variable: '--font-text-rare',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+A1-A2, U+A4-A8, U+AA-B6, U+B8-D6, U+D8-E8, U+EA-17F, U+201A, U+201E, U+2122, U+2212' }],
})

const headlineRare = localFont({
  src: '../../assets/fonts/headline-rare.woff2',
  weight: '500',
  style: 'normal',
  display: 'swap',
  preload: false,
  variable: '--font-headline-rare',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+A1-A2, U+A4-A8, U+AA-B6, U+B8-D6, U+D8-E8, U+EA-17F, U+201A, U+201E, U+2122, U+2212' }],
})

const italicRare = localFont({
  src: '../../assets/fonts/italic-rare.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--font-italic-rare',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+A1-A2, U+A4-A8, U+AA-B6, U+B8-D6, U+D8-E8, U+EA-17F, U+201A, U+201E, U+2122, U+2212' }],
})

export const fontVariables = [text, textRare, headline, headlineRare, italic, italicRare].map(({ variable }) => variable).join(' ')
