/** What real readers' browsers measure, in milliseconds; CLS has no unit and is kept in thousandths. */
export const VITALS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const
export type Vital = (typeof VITALS)[number]

/** Up to where a page is good, and from where it is poor, as web.dev defines them for three readers in four. */
export const THRESHOLDS: Record<Vital, { good: number; poor: number }> = {
  LCP: { good: 2500, poor: 4000 },
  INP: { good: 200, poor: 500 },
  CLS: { good: 100, poor: 250 },
  FCP: { good: 1800, poor: 3000 },
  TTFB: { good: 800, poor: 1800 },
}

/** Steps grow by an eighth, so that a percentile is right within about 12 per cent. */
const GROWTH = 1.125
/** Nobody waits longer than five minutes; a longer time is a machine that slept. */
export const MOST = 300_000

/** The step of the histogram that a measurement falls into. */
export const stepOf = (value: number): number => (value < 1 ? 0 : Math.floor(Math.log(value) / Math.log(GROWTH)) + 1)

/** The middle of a step, as a measurement. */
export const valueOf = (step: number): number => (step === 0 ? 0 : GROWTH ** (step - 0.5))

/** The measurement below which this share of all lies; null without any. */
export function percentile(steps: readonly { step: number; count: number }[], share: number): number | null {
  const total = steps.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  let seen = 0
  for (const { step, count } of [...steps].sort((a, b) => a.step - b.step)) {
    seen += count
    if (seen >= total * share) return valueOf(step)
  }
  return null
}
