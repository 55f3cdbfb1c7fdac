import type { Env } from '@/lib/env'

/** A cache in front of the site, and the secret by which it knows us. */
export type Edge = Env['EDGE_PURGE'][number] & { token: string }

const TIME_LIMIT_MS = 5_000

/** How many words each kind takes in one call. Varnish and Fastly take them in a header, which is bounded as well. */
const AT_ONCE = { varnish: 100, fastly: 256, cloudflare: 100 } as const
const HEADER_BYTES = 4_000

/**
 * Tells an edge to forget what stands under these keys. A soft purge leaves the old answer to be given while the
 * new one is fetched; Cloudflare knows no such thing and forgets at once.
 * @returns null when it has, or why not, in words for the log.
 */
export async function purge(edge: Edge, keys: readonly string[], soft: boolean, limitMs: number = TIME_LIMIT_MS): Promise<string | null> {
  for (const some of portions(edge, keys)) {
    const problem = await send(request(edge, some, soft), limitMs)
    if (problem !== null) return problem
  }
  return null
}

function request({ kind, url, token }: Edge, keys: readonly string[], soft: boolean): { url: string; init: RequestInit } {
  const softly = (name: string): Record<string, string> => (soft ? { [name]: '1' } : {})
  if (kind === 'varnish') return { url, init: { method: 'PURGE', headers: { 'X-Purge-Token': token, 'Surrogate-Key': keys.join(' '), ...softly('X-Purge-Soft') } } }
  if (kind === 'fastly') return { url: `${url}/purge`, init: { method: 'POST', headers: { 'Fastly-Key': token, 'Surrogate-Key': keys.join(' '), ...softly('Fastly-Soft-Purge') } } }
  return { url: `${url}/purge_cache`, init: { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ tags: keys }) } }
}

async function send({ url, init }: { url: string; init: RequestInit }, limitMs: number): Promise<string | null> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(limitMs) })
    const text = await response.text()
    if (response.status === 401 || response.status === 403) return `It refuses the token in EDGE_TOKEN (${response.status}).`
    if (!response.ok) return `It answered ${response.status}: ${text.slice(0, 200).trim()}`
    return refusalIn(text)
  } catch (error) {
    const { name, cause, message } = error as { name?: string; message?: string; cause?: { code?: string } }
    return name === 'TimeoutError' ? `No answer within ${limitMs / 1000} seconds.` : `Could not be reached: ${cause?.code ?? message ?? 'no reason was given'}.`
  }
}

/** Cloudflare says in the body of a 200 that it did not do it. */
function refusalIn(text: string): string | null {
  if (!text.startsWith('{')) return null
  const said = JSON.parse(text) as { success?: boolean; errors?: { message?: string }[] }
  return said.success === false ? `It answered: ${said.errors?.map(({ message }) => message).join('; ') || 'no success'}` : null
}

function portions({ kind }: Edge, keys: readonly string[]): string[][] {
  const all: string[][] = []
  let bytes = 0
  for (const key of keys) {
    const last = all.at(-1)
    if (last === undefined || last.length >= AT_ONCE[kind] || bytes + key.length > HEADER_BYTES) {
      all.push([key])
      bytes = key.length
    } else {
      last.push(key)
      bytes += key.length + 1
    }
  }
  return all
}
