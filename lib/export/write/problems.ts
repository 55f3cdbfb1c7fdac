import { log } from '@/lib/log'
import type { Manifest, Problem } from '../records/schemas'

const MOST = 100

/** What could not be written: counted whole, the first hundred by name. */
export interface Problems {
  add: (kind: string, id: string, title: string, error: unknown) => void
  summary: () => Manifest['problems']
}

export function collectProblems(): Problems {
  const first: Problem[] = []
  let total = 0
  return {
    add: (kind, id, title, error) => {
      total += 1
      const message = error instanceof Error ? error.message : String(error)
      log.debug({ err: error, kind, id }, 'could not be written out')
      if (first.length < MOST) first.push({ kind, id, title, message })
    },
    summary: () => ({ total, first }),
  }
}
