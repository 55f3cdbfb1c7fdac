import { handleEndpoints, type Payload, type TypedUser } from 'payload'
import { ROLES, type Role } from './access'
import { openTestCms } from './testing'

export type Who = Role | 'nobody' | 'closed'
export const WHO: Who[] = ['nobody', 'closed', ...ROLES]
const PASSWORD = 'only-for-tests'

/** What may be asked for: its name in the process, and its method and address over HTTP. */
const DEEDS = {
  look: ['findByID', 'GET', '/:slug/:id'],
  list: ['find', 'GET', '/:slug'],
  count: ['count', 'GET', '/:slug/count'],
  versions: ['findVersions', 'GET', '/:slug/versions'],
  version: ['findVersionByID', 'GET', '/:slug/versions/:id'],
  create: ['create', 'POST', '/:slug'],
  duplicate: ['duplicate', 'POST', '/:slug/:id/duplicate'],
  change: ['update', 'PATCH', '/:slug/:id'],
  changeAll: ['update', 'PATCH', '/:slug'],
  restore: ['restoreVersion', 'POST', '/:slug/versions/:id'],
  delete: ['delete', 'DELETE', '/:slug/:id'],
  deleteAll: ['delete', 'DELETE', '/:slug'],
  lookAtGlobal: ['findGlobal', 'GET', '/globals/:slug'],
  changeGlobal: ['updateGlobal', 'POST', '/globals/:slug'],
} as const
export type Deed = keyof typeof DEEDS

export interface Upload {
  name: string
  mimetype: string
  data: Buffer
  size: number
}
export interface Ask {
  id?: number | string
  data?: object
  file?: Upload
  where?: object
  [option: string]: unknown
}
export interface Doc {
  id: number
  [field: string]: unknown
}
export interface Answer {
  status: number
  body: { docs?: Doc[]; doc?: Doc; totalDocs?: number; errors?: { message: string }[]; [key: string]: unknown }
}
/** Where somebody asks the content system for something. Its rules hold at each. */
export type Door = (who: Who, deed: Deed, slug: string, ask?: Ask) => Promise<Answer>

/** A content system with an account for each role, each of them signed in, and the doors to it. */
export async function openNewsroom() {
  const payload = await openTestCms()
  const users: Partial<Record<Who | 'colleague', TypedUser>> = {}
  const cookies: Partial<Record<Who, string>> = {}

  /** A request as it comes from outside. */
  const request = (who: Who, method: string, address: string, body?: object | FormData, headers: Record<string, string> = {}) => {
    const isForm = body instanceof FormData
    const sent = { ...headers, ...(cookies[who] === undefined ? {} : { cookie: cookies[who] }), ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) }
    return handleEndpoints({ config: payload.config, request: new Request(`http://localhost/api${address}`, { method, headers: sent, body: isForm ? body : JSON.stringify(body) }) })
  }

  for (const who of ['administrator', 'editor', 'reporter', 'closed', 'colleague'] as const) {
    const account = { name: `The ${who}`, email: `${who}@example.org`, password: PASSWORD }
    const { id } = await payload.create({ collection: 'users', data: { ...account, role: who === 'closed' ? 'administrator' : who === 'colleague' ? 'editor' : who } })
    if (who === 'colleague') users.colleague = (await payload.findByID({ collection: 'users', id })) as TypedUser
    else cookies[who] = await signIn(payload, account.email)
  }
  for (const who of ['administrator', 'editor', 'reporter', 'closed'] as const) users[who] = (await payload.auth({ headers: new Headers({ cookie: cookies[who]! }) })).user!
  users.colleague = { ...users.colleague!, collection: 'users' }
  await payload.update({ collection: 'users', id: users.closed!.id, data: { closed: true } })
  users.closed = { ...users.closed!, closed: true }

  const local: Door = async (who, deed, slug, { where, ...ask } = {}) => {
    const [method, , address] = DEEDS[deed]
    const what = { [address.startsWith('/globals') ? 'slug' : 'collection']: slug, ...ask, ...(where === undefined ? {} : { where: structuredClone(where) }) }
    try {
      const body = (await (payload[method] as (options: object) => Promise<object>).call(payload, { depth: 0, ...what, overrideAccess: false, user: users[who] })) as Answer['body']
      return { status: 200, body }
    } catch (error) {
      const { status, message } = error as { status?: number; message: string }
      if (status === undefined) throw error
      return { status, body: { errors: [{ message }] } }
    }
  }

  const rest: Door = async (who, deed, slug, { id, data, file, ...query } = {}) => {
    const [, method, address] = DEEDS[deed]
    const response = await request(who, method, `${address.replace(':slug', slug).replace(':id', String(id))}?${queryOf({ depth: 0, ...query })}`, file === undefined ? data : formOf(data, file))
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }

  return { payload, users, cookies, request, doors: { Local: local, REST: rest } }
}
export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>
export const DOORS = ['Local', 'REST'] as const

/** The cookie of a new session, got as a browser gets it. */
export async function signIn(payload: Payload, email: string, password = PASSWORD): Promise<string> {
  const response = await handleEndpoints({
    config: payload.config,
    request: new Request('http://localhost/api/users/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) }),
  })
  if (response.status !== 200) throw new Error(await response.text())
  return response.headers.get('set-cookie')!.split(';')[0]!
}

/** where[email][like]=a, and so on. */
function queryOf(value: unknown, name = ''): string {
  if (typeof value !== 'object' || value === null) return `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`
  const parts = Object.entries(value).map(([key, inner]) => queryOf(inner, name === '' ? key : `${name}[${key}]`))
  return parts.join('&')
}

function formOf(data: object | undefined, { name, mimetype, data: bytes }: Upload): FormData {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type: mimetype }))
  form.set('_payload', JSON.stringify(data ?? {}))
  return form
}

/** "refused" when the rules say no; anything else that goes wrong is a fault of the test. */
export function outcome({ status, body }: Answer): 'done' | 'refused' {
  // A change of many names each one that failed.
  if ((status === 200 || status === 201) && (body.errors ?? []).length === 0) return 'done'
  const message = JSON.stringify(body.errors ?? body)
  if (status === 403 || status === 404 || (status === 400 && /embargoed ?until/i.test(message))) return 'refused'
  throw new Error(`${status} ${message}`)
}
