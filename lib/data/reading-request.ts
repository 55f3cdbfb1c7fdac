import { z } from 'zod'
import type { RequestFacts } from '@/lib/adapters/reads/robots'
import { env } from '@/lib/env'

const MOST_BYTES = 1024
const story = z.union([z.string().regex(/^[1-9]\d{0,14}$/), z.number().int().positive().max(999_999_999_999_999)]).transform(Number)
const beacon = z.object({ story })

/** What a reading beacon said, or the status that it is refused with and why. */
export type Reading = { storyId: number; facts: RequestFacts } | { status: 400 | 403 | 413; error: string }

/** Parses a reading beacon: a small JSON body, from a page of this site. */
export async function parseReading(request: Request): Promise<Reading> {
  const sent = await readBeacon(request)
  if (!('json' in sent)) return sent
  const body = beacon.safeParse(sent.json)
  if (!body.success) return { status: 400, error: 'Expected {"story": "<id>"}.' }
  return { storyId: body.data.story, facts: factsOf(request.headers) }
}

/** The body of any beacon: a kilobyte of JSON at most (undefined when it is none), from a page of this site. */
export async function readBeacon(request: Request): Promise<{ json: unknown } | { status: 403 | 413; error: string }> {
  if (isForeign(request.headers)) return { status: 403, error: 'This door is for this site’s own pages.' }
  const text = await readText(request)
  return text === null ? { status: 413, error: 'More than a kilobyte is no beacon.' } : { json: parseJson(text) }
}

/** A browser names where a request comes from; one that says neither is a machine, and is dealt with as such. */
function isForeign(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return true
  const origin = headers.get('origin')
  if (origin === null) return false
  const host = URL.canParse(origin) ? new URL(origin).host : null
  return ![headers.get('x-forwarded-host'), headers.get('host'), new URL(env().SITE_URL).host].includes(host) || host === null
}

function factsOf(headers: Headers): RequestFacts {
  const named = headers.has('sec-fetch-site') || headers.has('origin')
  return {
    // The front door has put here whom the request really comes from (lib/watch/front-door.ts).
    address: headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '',
    userAgent: named ? (headers.get('user-agent') ?? '') : '',
    acceptLanguage: headers.get('accept-language'),
    purpose: headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-purpose') ?? headers.get('x-moz'),
  }
}

/** The body as text; null when it is longer than a kilobyte, whatever its headers say. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    bytes += next.value.byteLength
    if (bytes > MOST_BYTES) return null
    chunks.push(next.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
