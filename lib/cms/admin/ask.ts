/** An answer of our own or of Payload's REST door: the data, or a sentence that says what went wrong. */
export type Asked<T> = { data: T } | { problem: string }

/** Asks the site with the editor's session. Never throws: an editor reads the sentence instead. */
export async function ask<T>(path: string, options: { method?: string; body?: unknown } = {}): Promise<Asked<T>> {
  try {
    const response = await fetch(path, {
      method: options.method ?? 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: options.body === undefined ? undefined : { 'content-type': 'application/json' },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
    })
    const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null)
    if (response.ok) return { data: answer as T }
    return { problem: (answer as { message?: string } | null)?.message ?? `The site answered ${response.status}. Try again in a moment.` }
  } catch {
    return { problem: 'The site could not be reached. Check the connection and try again.' }
  }
}
