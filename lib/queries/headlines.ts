import { queryOptions } from '@tanstack/react-query'
import { type Headline, toHeadline } from '@/lib/format/headline'
import type { Card } from '@/lib/model/card'
import { apiPaths } from '@/lib/routes'

const FIVE_MINUTES = 5 * 60_000

export type HeadlineSource = 'trending' | 'latest'

async function fetchHeadlines(source: HeadlineSource, signal: AbortSignal): Promise<Headline[]> {
  const answer = await fetch(apiPaths[source], { signal })
  if (!answer.ok) throw new Error(`${source} answered ${answer.status}`)
  return ((await answer.json()) as Card[]).map(toHeadline)
}

/** Trending or latest headlines, refreshed while the page stays open. */
export const headlinesQuery = (source: HeadlineSource) =>
  queryOptions({
    queryKey: ['headlines', source],
    queryFn: ({ signal }) => fetchHeadlines(source, signal),
    staleTime: FIVE_MINUTES,
    refetchInterval: FIVE_MINUTES,
  })
