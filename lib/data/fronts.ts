import type { Card } from '@/lib/model/card'
import type { HomeFront, SectionFront, Strip, StripLayout } from '@/lib/model/front'
import { readFrontPlan, type FrontPlan } from '@/lib/adapters/cms/fronts'
import { listCardsByIds } from '@/lib/adapters/cms/cards'
import { readRiverIds } from '@/lib/adapters/cms/river'
import { listSectionNodes, type SectionNode } from '@/lib/adapters/cms/sections'
import { PAGE_SIZE } from './page-size'
import { getRiver, listNewest, mention } from './rivers'
import { tagPage } from './remember'
import { tags } from './tags'
import { listTrending } from './trending'

const SUPPORTING = 4
const LATEST = 8
const OPINION = 4
const TRENDING = 6

/** How many stories each shape of strip holds. */
const STRIP_SIZE: Record<StripLayout, number> = { 'lead-left': 5, 'lead-right': 5, 'four-up': 4, headlines: 6, feature: 3, opinion: 4 }
/** The shapes in turn, where editors have set none: neighbours differ. */
const RHYTHM: StripLayout[] = ['lead-left', 'four-up', 'feature', 'headlines', 'lead-right', 'four-up', 'headlines']

/** The stories an editor has pinned that still hold, in order. */
async function pinnedCards(plan: FrontPlan, now: Date): Promise<Card[]> {
  const held = plan.pins.filter((pin) => pin.until === null || new Date(pin.until) > now)
  return listCardsByIds(held.map((pin) => pin.storyId))
}

/** Deals stories out so that none stands twice on the page. */
class Dealer {
  readonly dealt = new Set<string>()

  take<T extends { id: string }>(stories: readonly T[], limit = Infinity): T[] {
    const fresh: T[] = []
    for (const story of stories) {
      if (fresh.length >= limit) break
      if (this.dealt.has(story.id)) continue
      this.dealt.add(story.id)
      fresh.push(story)
    }
    return fresh
  }
}

/** The home page: pinned stories first, then the newest, those with a picture before those without; a strip for each section; no story twice (trending is a ranking of its own). */
export async function getHomeFront(now: Date = new Date()): Promise<HomeFront> {
  await tagPage([tags.front('home'), tags.latest, tags.site])
  const [plan, sections] = await Promise.all([readFrontPlan(null), listSectionNodes()])
  const top = sections.filter((section) => section.parentId === null)
  const opinionSection = top.find((section) => section.link.slug === 'opinion')
  const deal = new Dealer()

  const pinned = deal.take(await pinnedCards(plan, now), 1 + SUPPORTING)
  const newest = await listNewest(tags.latest, 40, deal.dealt)
  const news = newest.filter((card) => card.kind !== 'opinion')
  const pictured = (card: Card) => card.picture !== null
  const fill = deal.take([...news.filter(pictured), ...news.filter((card) => !pictured(card))], 1 + SUPPORTING - pinned.length)
  const [lead = null, ...supporting] = [...pinned, ...fill]
  const opinion = opinionSection ? deal.take(await listNewest(tags.section(opinionSection.id), OPINION + 4, new Set()), OPINION) : []
  const latest = deal.take(newest, LATEST)

  const planned = plan.strips.length > 0 ? plan.strips : defaultStrips(top.filter((section) => section !== opinionSection).map((section) => section.id))
  const strips = await dealStrips(planned, sections, deal)
  const trending = await listTrending(TRENDING)
  await mention([...pinned, ...fill, ...opinion, ...latest, ...strips.flatMap((strip) => strip.cards), ...trending])
  return { lead, supporting, latest, strips, opinion, trending }
}

/** Strips with the newest of their sections that stand nowhere above; one without any is left out. All their cards are read at once. */
async function dealStrips(planned: FrontPlan['strips'], sections: readonly SectionNode[], deal: Dealer): Promise<Strip[]> {
  const known = planned.flatMap(({ sectionId, layout }) => sections.filter(({ id }) => id === sectionId).map(({ link }) => ({ sectionId, layout, section: link })))
  const most = deal.dealt.size + known.reduce((sum, { layout }) => sum + STRIP_SIZE[layout], 0)
  const newest = await Promise.all(known.map(({ sectionId }) => readRiverIds(tags.section(sectionId), 0, most)))
  const dealt = known.map(({ layout }, i) => deal.take(newest[i]!.map((id) => ({ id: String(id) })), STRIP_SIZE[layout]).map(({ id }) => Number(id)))
  const cards = new Map((await listCardsByIds(dealt.flat())).map((card) => [Number(card.id), card]))
  return known.map(({ section, layout }, i) => ({ section, layout, cards: dealt[i]!.flatMap((id) => cards.get(id) ?? []) })).filter((strip) => strip.cards.length > 0)
}

const defaultStrips = (sectionIds: number[]): FrontPlan['strips'] => sectionIds.map((sectionId, i) => ({ sectionId, layout: RHYTHM[i % RHYTHM.length]! }))

/** One page of a section: a lead package above the first page's river, which does not repeat it. Null past the end. */
export async function getSectionFront(id: string, page: number, now: Date = new Date()): Promise<SectionFront | null> {
  const list = tags.section(id)
  await tagPage([tags.front(list)])
  const river = await getRiver(list, page)
  if (river === null) return null
  await mention(river.cards)
  if (page > 1) return { lead: null, supporting: [], river }
  const deal = new Dealer()
  const plan = await readFrontPlan(Number(id))
  const [lead = null, ...supporting] = deal.take([...(await pinnedCards(plan, now)), ...river.cards], 4)
  return { lead, supporting, river: { ...river, cards: deal.take(river.cards, PAGE_SIZE) } }
}
