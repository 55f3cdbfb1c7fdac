import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a local server says: by the protocol, nothing at all, or one status to everybody. */
type Manner = 'well' | 'silent' | { status: number; headers?: Record<string, string> }

/** A local server that takes notices as its protocol has it, and does as it is told. */
export interface TestReceiver {
  url: string
  manner: Manner
  /** The addresses of each notice that was taken, in the order they came. */
  taken: string[][]
  /** How many posts came, whatever became of them. */
  asked: number
  /** As many posts as were ever open at one time. */
  mostAtOnce: number
  /** Resolves when so many posts have come. */
  heard: (count: number) => Promise<void>
  /** Answers everybody who was kept waiting. */
  speak: () => void
  close: () => void
}

/** What a protocol makes of a post: a status, and the addresses when the notice is in order. */
type Protocol = (request: IncomingMessage, body: string) => { status: number; addresses?: string[] }

/** A search engine's end of IndexNow (indexnow.org/documentation) that knows one key of one host. */
export function openIndexNow(host: string, key: string): Promise<TestReceiver> {
  return open('/indexnow', (request, body) => {
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json; charset=utf-8') return { status: 400 }
    const notice = JSON.parse(body) as { host: string; key: string; keyLocation: string; urlList: string[] }
    if (Object.keys(notice).join() !== 'host,key,keyLocation,urlList' || notice.urlList.length === 0 || notice.urlList.length > 10_000) return { status: 400 }
    if (notice.key !== key || notice.keyLocation !== `https://${host}/${key}.txt`) return { status: 403 }
    if (notice.host !== host || notice.urlList.some((url) => new URL(url).host !== host)) return { status: 422 }
    return { status: 200, addresses: notice.urlList }
  })
}

/** A hub's end of publishing by WebSub, one topic a post. */
export function openHub(): Promise<TestReceiver> {
  return open('/hub', (request, body) => {
    if (request.method !== 'POST' || !/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) return { status: 400 }
    const form = new URLSearchParams(body)
    const topics = form.getAll('hub.url')
    const isInOrder = form.get('hub.mode') === 'publish' && topics.length === 1 && [...form.keys()].length === 2 && URL.canParse(topics[0]!)
    return isInOrder ? { status: 204, addresses: topics } : { status: 400 }
  })
}

async function open(path: string, protocol: Protocol): Promise<TestReceiver> {
  let waiting: (() => void)[] = []
  const listeners: (() => void)[] = []
  let atOnce = 0
  const server = createServer((request, response) => void hear(request, response))
  const receiver: TestReceiver = {
    url: '',
    manner: 'well',
    taken: [],
    asked: 0,
    mostAtOnce: 0,
    heard: async (count) => {
      while (receiver.asked < count) await new Promise<void>((resolve) => listeners.push(resolve))
    },
    speak: () => {
      for (const go of waiting) go()
      waiting = []
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    receiver.asked += 1
    receiver.mostAtOnce = Math.max(receiver.mostAtOnce, ++atOnce)
    let body = ''
    for await (const chunk of request) body += String(chunk)
    for (const tell of listeners.splice(0)) tell()
    if (receiver.manner === 'silent') await new Promise<void>((resolve) => waiting.push(resolve))
    const answer = typeof receiver.manner === 'object' ? receiver.manner : request.url === path ? protocol(request, body) : { status: 404 }
    if ('addresses' in answer && answer.addresses) receiver.taken.push(answer.addresses)
    atOnce -= 1
    response.writeHead(answer.status, { ...('headers' in answer ? answer.headers : {}), Connection: 'close' }).end()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
  return receiver
}
