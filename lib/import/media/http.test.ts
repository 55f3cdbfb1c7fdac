import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Boundary } from './boundary'
import { download } from './download'
import { httpSource, type HttpOptions } from './http'
import { openOldSite, type OldSite } from './testing/old-site'
import type { WantedFile } from './source'

const folder = mkdtempSync(path.join(os.tmpdir(), 'dateline-http-'))
const target = path.join(folder, 'file')
const quick: HttpOptions = { pauseMs: 0, backOffMs: 5, connectMs: 400, idleMs: 300, fileMs: 2_000 }
const wanted = (key: string, url = `https://old.example/wp-content/uploads/${key}`): WantedFile => ({ key, url, mediaId: 1, name: path.basename(key) })
const bytes = Buffer.from('the bytes of a file')

let site: OldSite
let other: OldSite
const ask = (key: string, more: HttpOptions = {}, signal = new AbortController().signal, maxBytes = 10_000) => httpSource(site.address, { ...quick, ...more }).get(wanted(key), target, { maxBytes, signal })
const put = (key: string, route: Parameters<OldSite['routes']['set']>[1]) => site.routes.set(`/wp-content/uploads/${key}`, route)

beforeEach(async () => {
  site = await openOldSite()
  other = await openOldSite()
})
afterEach(async () => {
  await site.close()
  await other.close()
})

describe('an old site at an address', () => {
  it('gives a file, and is told who asks', async () => {
    let agent: string | undefined
    put('2019/05/x.jpg', (response, _, request) => {
      agent = request.headers['user-agent']
      response.writeHead(200).end(bytes)
    })
    expect(await ask('2019/05/x.jpg')).toBeNull()
    expect(await readFile(target)).toEqual(bytes)
    expect(agent).toContain('Dateline')
  })

  it('is asked again when it is busy or broken, for as long as it wishes', async () => {
    put('busy.jpg', (response, times) => (times === 1 ? response.writeHead(429, { 'retry-after': '1' }).end() : response.writeHead(200).end(bytes)))
    const before = Date.now()
    expect(await ask('busy.jpg')).toBeNull()
    expect(Date.now() - before).toBeGreaterThanOrEqual(950)

    put('broken.jpg', (response, times) => (times < 3 ? response.writeHead(503).end() : response.writeHead(200).end(bytes)))
    expect(await ask('broken.jpg')).toBeNull()
  })

  it('is left for later when it stays broken, or cuts off what it sends', async () => {
    put('broken.jpg', (response) => response.writeHead(500).end())
    expect(await ask('broken.jpg')).toMatchObject({ state: 'unreachable', code: 'status-500' })
    expect(site.asked).toHaveLength(4)
    put('cut.jpg', (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write(bytes)
      setTimeout(() => response.destroy(), 20)
    })
    expect(await ask('cut.jpg', { tries: 2 })).toMatchObject({ state: 'unreachable', code: 'no-answer' })
    put('chunks.jpg', (response) => {
      response.writeHead(200).write(bytes)
      setTimeout(() => response.destroy(), 20)
    })
    expect(await ask('chunks.jpg', { tries: 1 })).toMatchObject({ state: 'unreachable', code: 'no-answer' })
    put('packed.jpg', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes).subarray(0, -9)))
    expect(await ask('packed.jpg', { tries: 1 })).toMatchObject({ state: 'unreachable', code: 'no-answer' })
  })

  it('is left for later when it does not answer, stops in the middle, or drips for ever', async () => {
    put('silent.jpg', () => {})
    expect(await ask('silent.jpg', { tries: 1 })).toMatchObject({ state: 'unreachable', message: 'The old site did not answer within 0.4 seconds.' })
    put('stops.jpg', (response) => response.writeHead(200).write(bytes))
    expect(await ask('stops.jpg', { tries: 1 })).toMatchObject({ state: 'unreachable', message: 'Nothing came for 0.3 seconds.' })
    put('drips.jpg', (response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(drip))
    })
    expect(await ask('drips.jpg', { tries: 1, fileMs: 700 })).toMatchObject({ state: 'unreachable', message: 'It took longer than 0.7 seconds.' })
  })

  it('says that a file is gone', async () => {
    expect(await ask('gone.jpg')).toMatchObject({ state: 'missing', message: 'It is gone from the old site (404).' })
    put('gone.jpg', (response) => response.writeHead(410).end())
    expect(await ask('gone.jpg')).toMatchObject({ state: 'missing' })
    put('locked.jpg', (response) => response.writeHead(403).end())
    expect(await ask('locked.jpg')).toMatchObject({ state: 'refused', code: 'forbidden' })
    expect(site.asked).toHaveLength(3)
  })

  it('cannot send more than was allowed, whatever length it tells', async () => {
    put('honest.mp4', (response) => response.writeHead(200, { 'content-length': '20000' }).end(Buffer.alloc(20_000)))
    expect(await ask('honest.mp4')).toMatchObject({ state: 'refused', code: 'too-large' })
    let sent = 0
    put('endless.mp4', (response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(4_000))) sent += 4_000
      }
      response.on('drain', more)
      more()
    })
    expect(await ask('endless.mp4')).toMatchObject({ state: 'refused', code: 'too-large' })
    expect(sent).toBeLessThan(20_000_000)
    put('packed.mp4', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000))))
    expect(await ask('packed.mp4')).toMatchObject({ state: 'refused', code: 'too-large' })
    put('packed.vtt', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes)))
    expect(await ask('packed.vtt')).toBeNull()
    expect(await readFile(target)).toEqual(bytes)
  })

  it('may send on only within itself', async () => {
    other.routes.set('/secret', Buffer.from('of another server'))
    const sends = (location: string) => (response: Parameters<Extract<Parameters<typeof put>[1], (...args: never[]) => void>>[0]) => response.writeHead(302, { location }).end()
    put('moved.jpg', sends('/wp-content/uploads/here.jpg'))
    put('here.jpg', bytes)
    expect(await ask('moved.jpg')).toBeNull()
    for (const [name, location] of Object.entries({ a: `${other.address}/secret`, b: 'http://169.254.169.254/latest/', c: 'file:///etc/passwd', d: '//localhost/x', e: 'http://[' })) {
      put(`${name}.jpg`, sends(location))
      expect(await ask(`${name}.jpg`), location).toMatchObject({ state: 'refused', code: 'other-host' })
    }
    put('loop.jpg', sends('/wp-content/uploads/loop.jpg'))
    expect(await ask('loop.jpg')).toMatchObject({ state: 'refused', code: 'redirects' })
    expect(other.asked).toEqual([])
  })

  it('is the only one that is asked', async () => {
    const source = httpSource(site.address, quick)
    const options = { maxBytes: 1_000, signal: new AbortController().signal }
    for (const elsewhere of [other.address, site.address.replace('127.0.0.1', 'localhost')]) expect(await source.get(wanted(`${elsewhere}/x.jpg`), target, options), elsewhere).toMatchObject({ state: 'refused', code: 'other-host' })
    expect(site.asked).toEqual([])
    // A path that would be another host as a relative address.
    const sly = `${new URL(other.address).host}/wp-content/uploads/2019/05/sly.jpg`
    site.routes.set(`//${sly}`, bytes)
    expect(await source.get(wanted('2019/05/sly.jpg', `${site.address}//${sly}`), target, options)).toBeNull()
    // A picture of the old site that was shown by way of a content network is the old site's.
    put('2019/05/x.jpg', bytes)
    expect(await source.get(wanted('2019/05/x.jpg', `https://i0.wp.com/${new URL(site.address).host}/wp-content/uploads/2019/05/x.jpg?w=300`), target, options)).toBeNull()
    expect(other.asked).toEqual([])
  })

  it('is found by its uploads folder, by a copy of it elsewhere, and in a network of sites', async () => {
    const signal = new AbortController().signal
    const get = (base: string, file: WantedFile) => httpSource(site.address + base, quick).get(file, target, { maxBytes: 1_000, signal })
    put('2019/05/a b.jpg'.replace(' ', '%20'), bytes)
    expect(await get('/wp-content/uploads/', wanted('2019/05/a b.jpg', ''))).toBeNull()
    site.routes.set('/copy/2019/05/x.jpg', bytes)
    expect(await get('/copy', wanted('2019/05/x.jpg'))).toBeNull()
    site.routes.set('/blog/wp-content/uploads/2019/05/x.jpg', bytes)
    expect(await get('/blog', wanted('2019/05/x.jpg'))).toBeNull()
    put('sites/3/2019/05/x.jpg', bytes)
    expect(await get('', wanted('2019/05/x.jpg', 'https://old.example/wp-content/uploads/sites/3/2019/05/x.jpg'))).toBeNull()
    site.routes.set('/media/2019/05/x.jpg', bytes)
    expect(await get('', wanted('2019/05/x.jpg', `${site.address}/media/2019/05/x.jpg`))).toBeNull()
  })

  it('is asked for the original once when a copy for the web is gone', async () => {
    put('2020/01/x.jpg', bytes)
    expect(await ask('2020/01/x-scaled.jpg')).toBeNull()
    expect(site.asked).toEqual(['/wp-content/uploads/2020/01/x-scaled.jpg', '/wp-content/uploads/2020/01/x.jpg'])
  })

  it('is asked with the name and password that its address carries, and nobody else is', async () => {
    put('x.jpg', (response, _, request) => response.writeHead(request.headers.authorization === `Basic ${Buffer.from('ed:pass word').toString('base64')}` ? 200 : 401).end(bytes))
    const source = httpSource(site.address.replace('//', '//ed:pass%20word@'), quick)
    expect(await source.get(wanted('x.jpg'), target, { maxBytes: 1_000, signal: new AbortController().signal })).toBeNull()
    expect(source.name).not.toContain('pass')
    expect(await ask('x.jpg')).toMatchObject({ code: 'forbidden' })
    // An export may not put its own in the place of the operator's, nor use one where the operator gave none.
    const theirs = wanted(`${site.address.replace('//', '//ed:pass%20word@')}/wp-content/uploads/x.jpg`)
    expect(await httpSource(site.address, quick).get(theirs, target, { maxBytes: 1_000, signal: new AbortController().signal })).toMatchObject({ code: 'forbidden' })
  })

  it('is not followed with the password to another origin', async () => {
    const told: (string | undefined)[] = []
    put('x.jpg', (response, _, request) => {
      told.push(request.headers.authorization)
      response.writeHead(302, { location: `${other.address}/x.jpg` }).end()
    })
    other.routes.set('/x.jpg', (response, _, request) => {
      told.push(request.headers.authorization)
      response.writeHead(401).end()
    })
    const boundary = new Boundary(new URL(site.address.replace('//', '//ed:word@')))
    boundary.allows = () => true
    const answer = await download(new URL(`${site.address}/wp-content/uploads/x.jpg`), boundary, target, { maxBytes: 1_000, connectMs: 400, idleMs: 300, fileMs: 2_000 }, new AbortController().signal)
    expect(told).toEqual([`Basic ${Buffer.from('ed:word').toString('base64')}`, undefined])
    expect(answer).toMatchObject({ state: 'refused', code: 'forbidden', message: `${other.address} asks for a password (401). Yours was given for ${site.address}, and only that is told it.` })
  })

  it('is left alone as soon as the run is stopped', async () => {
    const stop = new AbortController()
    put('silent.jpg', () => stop.abort(new Error('stopped')))
    await expect(ask('silent.jpg', { connectMs: 10_000 }, stop.signal)).rejects.toThrow('stopped')
  })

  it('must be an address', () => {
    for (const wrong of ['old.example', 'ftp://old.example/x', 'file:///tmp']) expect(() => httpSource(wrong)).toThrow('Give one such as https://old.example')
  })
})

describe('the name of an old site', () => {
  const PUBLIC = '93.184.215.14'
  const options = { maxBytes: 1_000, signal: new AbortController().signal }

  /** Gives one answer after another, the last for ever, and keeps what it was asked. */
  function nameServer(...answers: (string | Error)[]) {
    const looked: string[] = []
    const lookUp = async (name: string) => {
      looked.push(name)
      const answer = answers[Math.min(looked.length, answers.length) - 1]!
      if (answer instanceof Error) throw answer
      return answer.split(' ').map((address) => ({ address, family: 4 }))
    }
    return { looked, lookUp }
  }

  const get = (names: ReturnType<typeof nameServer>, more: HttpOptions = {}) => {
    put('x.jpg', bytes)
    return httpSource(site.address.replace('127.0.0.1', 'old.test'), { ...quick, ...more }, names.lookUp).get(wanted('x.jpg'), target, options)
  }

  it('may lead to this machine when the operator gives such a one', async () => {
    const names = nameServer('127.0.0.1')
    expect(await get(names)).toBeNull()
    expect(new Set(names.looked)).toEqual(new Set(['old.test']))
    expect(site.asked).toHaveLength(1)
  })

  it.each([
    ['from the internet to this machine', PUBLIC, '127.0.0.1'],
    ['from this machine to another of its addresses', '127.0.0.2', '127.0.0.1'],
    ['from a private network to this machine', '192.168.1.5', '10.0.0.1 127.0.0.1'],
  ])('may not change %s', async (_, before, after) => {
    const names = nameServer(before, after)
    expect(await get(names)).toMatchObject({ state: 'refused', code: 'private-address', message: `old.test leads to ${after.replace(' ', ', ')}, which is not public and not the old site’s.` })
    // It is no failure that another try could mend.
    expect(names.looked).toHaveLength(2)
    expect(site.asked).toEqual([])
  })

  it('may not change either when files have come already', async () => {
    const source = httpSource(site.address.replace('127.0.0.1', 'old.test'), quick, nameServer('127.0.0.1', '127.0.0.1', '127.0.0.2').lookUp)
    put('x.jpg', (response) => response.writeHead(200, { connection: 'close' }).end(bytes))
    expect(await source.get(wanted('x.jpg'), target, options)).toBeNull()
    expect(await source.get(wanted('x.jpg'), target, options)).toMatchObject({ state: 'refused', code: 'private-address' })
  })

  it('is followed to those of its addresses that may be asked', async () => {
    expect(await get(nameServer('127.0.0.1', '127.0.0.9 127.0.0.1'))).toBeNull()
    expect(site.asked).toHaveLength(1)
  })

  it('with or without www. leads to no private address that is not the operator’s', async () => {
    const lookUp = async (name: string) => [{ address: name === 'old.test' ? PUBLIC : '127.0.0.1', family: 4 }]
    expect(await httpSource('http://old.test', quick, lookUp).get(wanted('http://www.old.test/x.jpg'), target, options)).toMatchObject({ state: 'refused', code: 'private-address' })
  })

  it('is asked for again when the name server fails, and not for ever when it is silent', async () => {
    expect(await get(nameServer(Object.assign(new Error('none'), { code: 'ENOTFOUND' })), { tries: 1 })).toMatchObject({ state: 'unreachable', message: 'The connection failed (ENOTFOUND).' })
    expect(await get(nameServer(new Error('busy'), '127.0.0.1'))).toBeNull()
    expect(await get({ looked: [], lookUp: () => new Promise(() => {}) }, { tries: 1 })).toMatchObject({ state: 'unreachable', message: 'The old site did not answer within 0.4 seconds.' })
  })
})
