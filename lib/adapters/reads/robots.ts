import { isbot } from 'isbot'

/** What a beacon's request says of who sent it. No more is looked at, and none of it is kept. */
export interface RequestFacts {
  address: string
  userAgent: string
  acceptLanguage: string | null
  purpose: string | null
}

/**
 * Whether a request is a machine's or was made before anyone looked: a robot by its name, a browser's name that
 * none has, no languages (every browser sends them), a page fetched or rendered in advance.
 */
export function isMachine({ userAgent, acceptLanguage, purpose }: RequestFacts): boolean {
  if (userAgent.trim().length < 20 || userAgent.length > 1000) return true
  if (!/^(?:Mozilla|Opera)\/\d/.test(userAgent) || isbot(userAgent)) return true
  if (acceptLanguage === null || acceptLanguage.trim() === '') return true
  return purpose !== null && /prefetch|prerender|preview/i.test(purpose)
}
