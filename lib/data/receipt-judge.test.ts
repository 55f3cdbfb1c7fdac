import { describe, expect, it } from 'vitest'
import { judgeAbsent, judgeFeed, judgeGone, judgeList, judgeMoved, judgeOwnPage, linksTo, wordsOf } from './receipt-judge'

const shown = { path: '/world/ports-reopen', headline: 'Ports & customs: "open" again, says O’Neil <spokesman>', revision: '4' }
const escaped = 'Ports &amp; customs: &quot;open&quot; again, says O’Neil &lt;spokesman&gt;'
const card = (headline: string, href = shown.path) => `<article><a href="${href}" class="x"><img alt="A port"/></a><h3><a class="y" href="${href}">${headline}</a></h3></article>`

describe('words of markup', () => {
  it.each([
    ['a <b>b</b>\n c', 'a b c'],
    ['Kr&#246;ger&#x27;s &amp;amp; co', "Kröger's &amp; co"],
    ['<![CDATA[Ports & <b>customs</b>]]>', 'Ports & <b>customs</b>'],
    ['a<!-- -->b', 'ab'],
  ])('%s', (markup, words) => expect(wordsOf(markup)).toBe(words))
})

describe('the own page', () => {
  const page = (headline: string) => `<script>self.__next_f.push("<h1>${escaped}</h1>")</script><main><h1 class="hed">${headline}</h1></main>`
  it.each([
    [200, page(escaped), true, 'shows this version'],
    [200, page(escaped).replace('<main', '<main data-revision="4"'), true, 'shows this version'],
    [200, page(escaped).replace('<main', '<main data-revision="3"'), false, 'still shows revision 3'],
    [200, page('Ports closed'), false, 'still says “Ports closed”'],
    [200, '<main></main>', false, 'has no headline'],
    [404, page(escaped), false, 'answered 404'],
    [0, '', false, 'did not answer in time'],
  ])('answering %i', (status, html, ok, detail) => expect(judgeOwnPage(status, html, shown)).toEqual({ ok, detail }))
})

describe('a list', () => {
  it.each([
    ['carries it under its headline', card(escaped), true, true],
    ['carries it with hits marked', card(escaped.replace('customs', '<mark>customs</mark>')), true, true],
    ['carries it by its full address', card(escaped, `https://example.org${shown.path}?from=list#top`), true, true],
    ['carries the old headline', card('Ports closed'), true, false],
    ['carries the old headline where it need not stand', card('Ports closed'), false, false],
    ['lacks it', card('Another story', '/world/other'), true, false],
    ['lacks it where it need not stand', card('Another story', '/world/other'), false, true],
    ['carries another story whose address begins alike', card('Ports closed', `${shown.path}-2`), false, true],
    ['names it only in script', `<script>${card(escaped)}</script>`, true, false],
    ['carries it as a picture only', `<a href="${shown.path}"><img alt=""/></a>`, true, false],
  ])('%s', (_, html, must, ok) => expect(judgeList(200, html, shown, must).ok).toBe(ok))

  it('finds every link to a path', () => expect(linksTo(shown.path, card(escaped))).toEqual(['', shown.headline]))
})

describe('a feed', () => {
  const rss = (title: string, path = shown.path) => `<rss><channel><title>The Meridian</title><item><title>${title}</title><link>https://example.org${path}</link></item></channel></rss>`
  const atom = `<feed><entry><title>${escaped}</title><link rel="alternate" href="https://example.org${shown.path}"/></entry></feed>`
  it.each([
    [rss(escaped), true, true],
    [rss(`<![CDATA[${shown.headline}]]>`), true, true],
    [atom, true, true],
    [rss('Ports closed'), false, false],
    [rss('Other', '/world/other'), true, false],
    [rss('Other', '/world/other'), false, true],
  ])('%s', (xml, must, ok) => expect(judgeFeed(200, xml, shown, must).ok).toBe(ok))
})

describe('a withdrawn story', () => {
  it('has a page that is gone', () => {
    expect(judgeGone(410).ok).toBe(true)
    expect(judgeGone(200)).toEqual({ ok: false, detail: 'answered 200' })
  })

  it('stands in no list or feed', () => {
    expect(judgeAbsent(200, card(escaped), shown.path).ok).toBe(false)
    expect(judgeAbsent(200, `<item><title>x</title><link>https://e.org${shown.path}</link></item>`, shown.path).ok).toBe(false)
    expect(judgeAbsent(200, card('Other', '/world/other'), shown.path).ok).toBe(true)
    expect(judgeAbsent(500, '', shown.path).ok).toBe(false)
  })
})

it('an earlier address leads to today’s', () => {
  expect(judgeMoved(301, `http://127.0.0.1:3000${shown.path}`, shown.path).ok).toBe(true)
  expect(judgeMoved(301, '/elsewhere', shown.path).ok).toBe(false)
  expect(judgeMoved(404, null, shown.path).ok).toBe(false)
})
