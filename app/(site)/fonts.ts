import localFont from 'next/font/local'

/** Headlines and text. One variable file: every weight from 400 to 700, every optical size from 14 to 72. */
export const roman = localFont({
  src: '../../assets/fonts/newsreader.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'swap',
  variable: '--font-newsreader',
  adjustFontFallback: 'Times New Roman',
  fallback: ['Georgia', 'serif'],
})

/** Emphasis and standing lines. A family of its own so that only the roman is preloaded. */
export const italic = localFont({
  src: '../../assets/fonts/newsreader-italic.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--font-newsreader-italic',
  adjustFontFallback: 'Times New Roman',
  fallback: ['Georgia', 'serif'],
})

export const fontVariables = `${roman.variable} ${italic.variable}`
