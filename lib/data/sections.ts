import type { Section } from '@/lib/model/section'
import { readSection } from '@/lib/adapters/cms/sections'
import { remember } from './remember'
import { tags } from './tags'

/** A section by its id, with its way down from the top and what stands under it. */
export function getSection(id: string): Promise<Section | null> {
  return remember(`section ${id}`, [tags.section(id), tags.site], () => readSection(Number(id)))
}
