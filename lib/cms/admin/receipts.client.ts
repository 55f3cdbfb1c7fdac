'use client'

import { useSyncExternalStore } from 'react'
import type { Receipt } from '@/lib/model/receipt'
import { ask } from './ask'

/** What is known of one story's place with readers; kept outside React, since its tab comes and goes. */
export interface Known {
  receipt: Receipt | null
  problem: string | null
  isAsking: boolean
  /** Milliseconds since 1970. */
  checkedAt: number | null
  /** From the change to the check that found everything right, when someone watched; null otherwise. */
  took: number | null
}

const NOTHING: Known = { receipt: null, problem: null, isAsking: false, checkedAt: null, took: null }
const GIVE_UP_MS = 15_000
const PAUSE_MS = 700
/** A change this much older than the watch is not the one it waits for. */
const SLACK_MS = 10_000

const known = new Map<string, Known>()
const listeners = new Set<() => void>()
/** One watch at a time for each story: a newer one ends the older. */
const watches = new Map<string, number>()

function note(story: string, changes: Partial<Known>): void {
  known.set(story, { ...(known.get(story) ?? NOTHING), ...changes })
  for (const tell of listeners) tell()
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** What is known of a story's place with readers. */
export function useKnown(story: string | null): Known {
  return useSyncExternalStore(subscribe, () => (story === null ? NOTHING : (known.get(story) ?? NOTHING)), () => NOTHING)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Whether the change a watch waits for has reached the database; judged by the server's clock alone. */
const isRecent = ({ state, seconds }: Receipt, watchedMs: number) => state !== 'never' && seconds !== null && seconds * 1000 < watchedMs + SLACK_MS

/**
 * Asks until every surface is right or fifteen seconds have passed. `published`: the story has just been published,
 * so the time it took is worth telling.
 */
export async function watchReceipt(story: string, { published = false } = {}): Promise<Known> {
  const watch = (watches.get(story) ?? 0) + 1
  watches.set(story, watch)
  const start = Date.now()
  note(story, { isAsking: true, took: null })
  for (;;) {
    const answer = await ask<Receipt>(`/api/receipt?story=${story}`)
    if (watches.get(story) !== watch) break
    const receipt = 'data' in answer ? answer.data : null
    const isThere = receipt !== null && (!published || isRecent(receipt, Date.now() - start))
    const isRight = isThere && receipt.live === receipt.total
    const isOver = isRight || Date.now() > start + GIVE_UP_MS
    note(story, {
      ...(receipt === null ? {} : { receipt }),
      problem: 'problem' in answer ? answer.problem : null,
      checkedAt: Date.now(),
      isAsking: !isOver,
      took: isRight && published ? receipt.seconds : null,
    })
    if (isOver) break
    await pause(PAUSE_MS)
  }
  return known.get(story) ?? NOTHING
}
