const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')

/** Every letter and sign that our fonts are cut with. */
export const letters = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ĀāĒēĪīŌōŪūŞşĞğİıŚśŻżŁłČčŠšŽžŒœ–—‘’‚“”„…•·→←−×€™'
/** What nearly every page sets, and the rest: app/(site)/fonts.ts tells browsers which file has which. */
export const common = range(0x20, 0x7e) + '\u00a0£©·×é–—‘’“”•…€←→'
export const rare = [...letters].filter((letter) => !common.includes(letter)).join('')
