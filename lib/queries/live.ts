import { queryOptions } from '@tanstack/react-query'
import type { LiveState } from '@/lib/model/story'

const HALF_MINUTE = 30_000

async function fetchLive(address: string, signal: AbortSignal): Promise<LiveState> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(`The live story answered ${answer.status}`)
  return (await answer.json()) as LiveState
}

/** How far a live story has come, asked again each half minute while the tab is looked at and the coverage goes on. */
export const liveQuery = (address: string) =>
  queryOptions({
    queryKey: ['live', address],
    queryFn: ({ signal }) => fetchLive(address, signal),
    staleTime: HALF_MINUTE,
    refetchInterval: (query) => (query.state.data?.endedAt ? false : HALF_MINUTE),
  })
