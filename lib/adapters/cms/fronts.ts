import { STRIP_LAYOUTS, type StripLayout } from '@/lib/model/front'
import { cms } from './client'

/** What editors set by hand on a front. */
export interface FrontPlan {
  pins: { storyId: number; until: string | null }[]
  strips: { sectionId: number; layout: StripLayout }[]
}

/** The plan of the home page (`sectionId` null) or of a section; empty when nobody has set one. */
export async function readFrontPlan(sectionId: number | null): Promise<FrontPlan> {
  const payload = await cms()
  const where = sectionId === null ? { section: { exists: false } } : { section: { equals: sectionId } }
  const { docs } = await payload.find({ collection: 'fronts', where, depth: 0, limit: 1, pagination: false })
  const doc = docs[0]
  return {
    pins: (doc?.pins ?? []).map((pin) => ({ storyId: Number(pin.story), until: pin.until ?? null })),
    strips: (doc?.strips ?? []).map((strip) => ({ sectionId: Number(strip.section), layout: STRIP_LAYOUTS.find((layout) => layout === strip.layout) ?? 'four-up' })),
  }
}
