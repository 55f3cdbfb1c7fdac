import { readFileSync, writeFileSync } from 'node:fs'
import { expect, request as requests, type APIRequestContext } from '@playwright/test'

export const PASSWORD = 'correct-horse-battery'
export type Role = 'editor' | 'reporter' | 'admin'

interface Doc {
  id: number
  [field: string]: unknown
}

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  textFormat: 0,
  children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
})

const TOKENS = '.data/e2e/tokens.json'
const readTokens = () => JSON.parse(readFileSync(TOKENS, 'utf8')) as Record<Role, string>

/**
 * Logs everybody in once, one after the other. The content system keeps a list of sessions with each account
 * and loses one when the same person logs in twice at the same instant.
 */
export async function logEverybodyIn(baseURL: string): Promise<void> {
  const request = await requests.newContext({ baseURL })
  const tokens: Partial<Record<Role, string>> = {}
  for (const role of ['admin', 'editor', 'reporter'] as const) {
    const response = await request.post('/api/users/login', { data: { email: `${role}@meridian.example`, password: PASSWORD } })
    expect(response.status(), await response.text()).toBe(200)
    tokens[role] = ((await response.json()) as { token: string }).token
  }
  writeFileSync(TOKENS, JSON.stringify(tokens))
  await request.dispose()
}

/** A body of plain paragraphs as the back office keeps it. */
export const bodyOf = (...paragraphs: string[]) => ({ root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children: paragraphs.map(paragraph) } })

/** The newsroom through the back office's own door, as somebody with an account. */
export class Newsroom {
  private constructor(
    readonly request: APIRequestContext,
    readonly token: string | null,
  ) {}

  static async enter(request: APIRequestContext, role: Role): Promise<Newsroom> {
    return new Newsroom(request, readTokens()[role])
  }

  /** Somebody without an account. */
  static nobody(request: APIRequestContext): Newsroom {
    return new Newsroom(request, null)
  }

  private headers(): Record<string, string> {
    return this.token === null ? { cookie: '' } : { authorization: `JWT ${this.token}`, cookie: '' }
  }

  async ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, data?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await this.request.fetch(`/api${path}`, { method, data, headers: this.headers() })
    const text = await response.text()
    return { status: response.status(), body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text } }
  }

  async find(collection: string, query: string): Promise<Doc> {
    const { body } = await this.ask('GET', `/${collection}?depth=0&limit=1&${query}`)
    const [doc] = body.docs as Doc[]
    expect(doc, `${collection} ${query}`).toBeDefined()
    return doc!
  }

  /** A story with everything that publishing asks for. */
  async draft(headline: string, more: Record<string, unknown> = {}): Promise<Doc> {
    const section = await this.find('sections', 'where[slug][equals]=world')
    const author = await this.find('authors', 'sort=id')
    const data = { headline, standfirst: `About ${headline}.`, section: section.id, authors: [author.id], body: bodyOf(`The whole text of ${headline}.`), _status: 'draft', ...more }
    const { status, body } = await this.ask('POST', '/stories?draft=true&depth=0', data)
    expect(status, JSON.stringify(body)).toBe(201)
    return body.doc as Doc
  }

  async publish(id: number, more: Record<string, unknown> = {}): Promise<Doc> {
    const { status, body } = await this.ask('PATCH', `/stories/${id}?depth=0`, { ...more, _status: 'published' })
    expect(status, JSON.stringify(body)).toBe(200)
    return body.doc as Doc
  }

  async saveDraft(id: number, changes: Record<string, unknown>): Promise<void> {
    const { status, body } = await this.ask('PATCH', `/stories/${id}?draft=true&depth=0`, { ...changes, _status: 'draft' })
    expect(status, JSON.stringify(body)).toBe(200)
  }
}

let number = 0
/** A headline no other test has, even in another worker. */
export const headlineFor = (what: string) => `${what} ${process.pid}x${Date.now().toString(36)}x${++number}`
