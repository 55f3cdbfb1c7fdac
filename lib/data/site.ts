import type { Site } from '@/lib/model/site'
import type { SectionLink } from '@/lib/model/card'
import { readSite } from '@/lib/adapters/cms/site'
import { listSectionNodes } from '@/lib/adapters/cms/sections'
import { remember, tagPage } from './remember'
import { tags } from './tags'

/** The newsroom as masthead, footer and machines know it. A breaking bar past its end is not in it. */
export async function getSite(now: Date = new Date()): Promise<Site> {
  const { breakingStoryId, ...site } = await remember('site', [tags.site], readSite)
  if (breakingStoryId !== null && site.breaking !== null) await tagPage([tags.mention(breakingStoryId)])
  const stands = site.breaking !== null && new Date(site.breaking.until) > now
  return stands ? site : { ...site, breaking: null }
}

/** The sections as a tree of two levels and more, in the editors' order. */
export async function listSectionTree(): Promise<(SectionLink & { children: SectionLink[] })[]> {
  const nodes = await remember('section-nodes', [tags.site], listSectionNodes)
  return nodes
    .filter((node) => node.parentId === null)
    .map((node) => ({ ...node.link, children: nodes.filter((child) => child.parentId === node.id).map((child) => child.link) }))
}
