import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ReadyPages } from './ready'

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  return Object.assign(request, { url, method, headers })
}

const PAGE = { page: '<p>Words</p>', tag: 'W/"page-a"', headers: {} }

describe('ReadyPages', () => {
  it('gives a page again for one second, to readers and to who asks for its headers', () => {
    let now = 1_000
    const ready = new ReadyPages(() => now)
    ready.keep(ask('/world/story'), PAGE, ready.changes)
    now = 1_999
    expect(ready.find(ask('/world/story'))).toMatchObject(PAGE)
    expect(ready.find(ask('/world/story', {}, 'HEAD'))).toMatchObject(PAGE)
    now = 2_000
    expect(ready.find(ask('/world/story'))).toBeNull()
  })

  it('gives it to nobody who asks for something else', () => {
    const ready = new ReadyPages(() => 0)
    ready.keep(ask('/world/story'), PAGE, ready.changes)
    expect(ready.find(ask('/world/story?q=1'))).toBeNull()
    expect(ready.find(ask('/World/story'))).toBeNull()
    expect(ready.find(ask('/world/story', {}, 'POST'))).toBeNull()
    expect(ready.find(ask('/world/story', { rsc: '1' }))).toBeNull()
    expect(ready.find(ask('/world/story', { range: 'bytes=0-1' }))).toBeNull()
  })

  it('forgets everything when something changes, and keeps nothing that was begun before', () => {
    const ready = new ReadyPages(() => 0)
    ready.keep(ask('/a'), PAGE, ready.changes)
    const before = ready.changes
    ready.forget()
    expect(ready.find(ask('/a'))).toBeNull()
    ready.keep(ask('/a'), PAGE, before)
    expect(ready.find(ask('/a'))).toBeNull()
  })

  it('keeps no searches, and not without end', () => {
    const ready = new ReadyPages(() => 0)
    ready.keep(ask('/search?q=river'), PAGE, ready.changes)
    expect(ready.find(ask('/search?q=river'))).toBeNull()
    for (let i = 0; i < 5_000; i++) ready.keep(ask(`/${i}`), PAGE, ready.changes)
    expect(Array.from({ length: 5_000 }, (_, i) => ready.find(ask(`/${i}`))).filter((page) => page !== null).length).toBeLessThanOrEqual(2_000)
  })
})
