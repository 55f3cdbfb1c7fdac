import { QueryClient } from '@tanstack/react-query'

let shared: QueryClient | undefined

/**
 * One memory of answers for all leaves of a page. On the server every leaf gets an empty one: a shared
 * one would hand the first reader's answers to the next.
 */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return new QueryClient()
  shared ??= new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true } } })
  return shared
}
