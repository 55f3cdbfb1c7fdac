import { SILENCE_MS } from './schedule-words'

const REMEDY = 'Scheduled stories do not go out and pins do not run out by themselves. Publish by hand, and tell whoever runs the server: restarting it starts the clock.'

const ago = (seconds: number) => {
  if (seconds < 90) return `${seconds} s ago`
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} minutes ago`
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} hours ago`
  return `${Math.round(seconds / 86_400)} days ago`
}

/** "Clock: last beat 1 s ago", or a warning with what to do. Both times in milliseconds since 1970. */
export function describeBeat(beatAt: number | null, now: number): { isRight: boolean; text: string; remedy: string | null } {
  if (beatAt === null) return { isRight: false, text: 'The clock has never beaten.', remedy: REMEDY }
  const seconds = Math.max(0, Math.round((now - beatAt) / 1000))
  const isRight = now - beatAt <= SILENCE_MS
  return { isRight, text: isRight ? `Clock: last beat ${ago(seconds)}` : `The clock stands still: its last beat was ${ago(seconds)}.`, remedy: isRight ? null : REMEDY }
}
