import type { CorrectionKind } from '@/lib/model/block'
import type { StoryKind } from '@/lib/model/card'

/** What the front page is called in a trail that leads up to it. */
export const homeName = 'Home'

/** The label of a piece that is not plain news; news needs none. */
export function kindLabel(kind: StoryKind): string | null {
  const labels: Record<StoryKind, string | null> = {
    news: null,
    analysis: 'Analysis',
    opinion: 'Opinion',
    interview: 'Interview',
    feature: 'Feature',
    live: 'Live',
  }
  return labels[kind]
}

const CORRECTION_LABELS: Record<CorrectionKind, string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
}

export const correctionLabel = (kind: CorrectionKind) => CORRECTION_LABELS[kind]

/** "A", "A and B", "A, B and C". */
export function formatNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

/** The word between the name at `index` and the one before it in a byline of `count`. */
export function nameSeparator(index: number, count: number): string {
  if (index === 0) return ''
  return index === count - 1 ? ' and ' : ', '
}

/** "AR": what stands in for a portrait that is not there. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return letters.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('')
}

/** "ISLAMABAD, (TM)": where a story was filed and for whom. */
export function formatDateline({ place, agency }: { place: string; agency: string | null }): string {
  const filed = place.toLocaleUpperCase('en')
  return agency ? `${filed}, (${agency})` : filed
}
