import type { Card } from '@/lib/model/card'
import type { Correction } from '@/lib/model/story'
import { cardPopulate, cardSelect, isLive, tryCard } from './cards'
import { cms } from './client'
import { readRiverIds } from './river'
import { toCorrections } from './stories'

/** The corrections of some corrected stories, newest correction first. */
export async function readCorrections(offset: number, limit: number): Promise<{ correction: Correction; card: Card }[]> {
  const payload = await cms()
  const ids = await readRiverIds('corrections', offset, limit)
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection: 'stories',
    where: { id: { in: ids } },
    select: { ...cardSelect, corrections: true },
    populate: cardPopulate,
    depth: 2,
    pagination: false,
  })
  return docs
    .filter((doc) => isLive({ ...doc }))
    .flatMap((doc) => tryCard(doc as never).flatMap((card) => toCorrections(doc.corrections).map((correction) => ({ correction, card }))))
    .sort((a, b) => b.correction.at.localeCompare(a.correction.at))
}
