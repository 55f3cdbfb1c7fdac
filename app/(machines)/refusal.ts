import { hasReservation, isRefusedAgent } from '@/lib/model/crawlers'
import type { Site } from '@/lib/model/site'

/** What an AI crawler is told that the newsroom does not let read its work by machine; null for everybody else. */
export function refuse(request: Request, { name, crawlers }: Site): Response | null {
  if (!isRefusedAgent(crawlers, request.headers.get('user-agent') ?? '')) return null
  const contact = crawlers.licenceContact
  const text = `${name} does not let this crawler use its work.${contact ? ` A licence can be asked for: ${contact}` : ''}\n`
  return new Response(text, { status: 403, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' } })
}

/** Where some are refused, no shared cache may hand one crawler's answer to another. */
export const sharedCaching = ({ crawlers }: Site): Record<string, string> => (hasReservation(crawlers) ? { 'Cache-Control': 'private, max-age=300' } : {})
