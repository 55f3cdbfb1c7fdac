import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/lib/routes'

export interface Suggestion {
  headline: string
  path: string
}

async function fetchSuggestions(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await fetch(apiPaths.suggest(text), { signal })
  if (!answer.ok) throw new Error(`Suggestions answered ${answer.status}`)
  return (await answer.json()) as Suggestion[]
}

/** Stories whose headlines begin like what is being typed; nothing below two letters. */
export const suggestionsQuery = (text: string) =>
  queryOptions({
    queryKey: ['suggest', text],
    queryFn: ({ signal }) => fetchSuggestions(text, signal),
    enabled: text.length >= 2,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
