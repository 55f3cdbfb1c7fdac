type Doc = Record<string, unknown> & { id: number }

const format = { type: 'paragraph', version: 1, format: '', indent: 0, direction: 'ltr' }
const bodyOf = (text: string) => ({
  root: { ...format, type: 'root', children: [{ ...format, textFormat: 0, children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }] }] },
})

/** An editor at the door of one process, for tests of a cluster. */
export class Editor {
  private constructor(
    readonly url: string,
    private readonly token: string,
    private readonly section: number,
    private readonly author: number,
  ) {}

  static async enter(url: string, password: string): Promise<Editor> {
    const login = await fetch(`${url}/api/users/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'editor@meridian.example', password }) })
    if (!login.ok) throw new Error(`The editor cannot log in: ${login.status} ${await login.text()}`)
    const { token } = (await login.json()) as { token: string }
    const first = async (query: string) => {
      const { docs } = (await (await fetch(`${url}/api/${query}`, { headers: { authorization: `JWT ${token}` } })).json()) as { docs: Doc[] }
      return docs[0]!.id
    }
    return new Editor(url, token, await first('sections?depth=0&limit=1&where[slug][equals]=world'), await first('authors?depth=0&limit=1&sort=id'))
  }

  /** The same editor at another process. */
  at(url: string): Editor {
    return new Editor(url, this.token, this.section, this.author)
  }

  private async send(method: string, path: string, data: unknown): Promise<Doc> {
    const response = await fetch(`${this.url}/api${path}`, { method, headers: { authorization: `JWT ${this.token}`, 'content-type': 'application/json' }, body: JSON.stringify(data) })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`)
    return (JSON.parse(text) as { doc: Doc }).doc
  }

  /** Whose door it is, as this editor's browser says it. */
  get headers(): Record<string, string> {
    return { cookie: `payload-token=${this.token}` }
  }

  /** The path of a link by which somebody without an account reads a draft. */
  async previewLink(story: number): Promise<string> {
    const response = await fetch(`${this.url}/api/preview-links/of/${story}`, { method: 'POST', headers: { ...this.headers, origin: this.url, 'content-type': 'application/json' }, body: JSON.stringify({ note: 'For the person who was asked', hours: 24, frozen: false }) })
    const text = await response.text()
    if (!response.ok) throw new Error(`A preview link: ${response.status} ${text.slice(0, 300)}`)
    return (JSON.parse(text) as { link: { path: string } }).link.path
  }

  /** Stores a picture and gives the name of its file. */
  async upload(picture: Blob, name: string): Promise<{ id: number; filename: string }> {
    const form = new FormData()
    form.append('_payload', JSON.stringify({ alt: 'What is to be seen' }))
    form.append('file', picture, name)
    const response = await fetch(`${this.url}/api/media`, { method: 'POST', headers: { authorization: `JWT ${this.token}` }, body: form })
    const { doc } = (await response.json()) as { doc: Doc }
    return { id: doc.id, filename: String(doc.filename) }
  }

  async deletePicture(id: number): Promise<void> {
    await this.send('DELETE', `/media/${id}`, undefined)
  }

  draft(headline: string, more: Record<string, unknown> = {}): Promise<Doc> {
    const body = bodyOf(`The whole text of ${headline}.`)
    return this.send('POST', '/stories?draft=true&depth=0', { headline, standfirst: `About ${headline}.`, section: this.section, authors: [this.author], body, _status: 'draft', ...more })
  }

  /** How many versions of a story have this status. */
  async versions(id: number, status: 'draft' | 'published'): Promise<number> {
    const query = `where[parent][equals]=${id}&where[version._status][equals]=${status}&limit=0&depth=0`
    const response = await fetch(`${this.url}/api/stories/versions?${query}`, { headers: { authorization: `JWT ${this.token}` } })
    return ((await response.json()) as { totalDocs: number }).totalDocs
  }

  /** Publishes; when this returns, the newsroom has been told that it is done. */
  async publish(id: number, more: Record<string, unknown> = {}): Promise<{ id: number; path: string }> {
    const doc = await this.send('PATCH', `/stories/${id}?depth=0`, { ...more, _status: 'published' })
    return { id, path: `/world/${String(doc.slug)}` }
  }

  /** Puts the breaking bar up, or takes it down. */
  async bar(text: string | null): Promise<void> {
    await this.send('POST', '/globals/breaking', { active: text !== null, label: 'Breaking', text: text ?? '', until: new Date(Date.now() + 3_600_000).toISOString() })
  }

  withdraw(id: number): Promise<{ id: number; path: string }> {
    return this.publish(id, { withdrawn: true, withdrawalReason: 'The figures could not be confirmed.' })
  }
}
