/** "4,846" or "4.8K", as the newsroom has chosen. */
export function formatCount(count: number, style: 'full' | 'short', locale: string): string {
  if (style === 'full') return new Intl.NumberFormat(locale).format(count)
  // English suffixes on purpose: Intl's compact form of some locales counts in lakhs (4,846 → "4.8T").
  const steps: [number, string][] = [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ]
  for (const [size, suffix] of steps) {
    // Cut, never rounded up: 999,999 followers are not a million.
    if (count >= size) return `${trimZero((Math.floor((count / size) * 10) / 10).toFixed(1))}${suffix}`
  }
  return String(count)
}

const trimZero = (text: string) => text.replace(/\.0$/, '')

/** "1 story", "2 stories". */
export function formatNumberOf(count: number, one: string, many: string, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? one : many}`
}

/** "6 min read". */
export const formatReadingTime = (minutes: number) => `${minutes} min read`
