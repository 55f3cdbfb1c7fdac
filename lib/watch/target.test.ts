import { describe, expect, it } from 'vitest'
import { isRange, mendTarget, UNREADABLE } from './target'

describe('mendTarget', () => {
  it.each([
    ['GET', '/world/a-story'],
    ['GET', '/search?q=%ff&x=%'],
    ['GET', '/world/constructor'],
    ['GET', '/%D8%B4%DB%81%D8%B1'],
    ['POST', '/api/users/login'],
    ['DELETE', '/api/stories/1?depth=0'],
    ['HEAD', '/_next/static/chunks/a.js'],
    ['GET', '/_next/image?url=%2Fapi%2Fmedia%2Ffile%2Fx.jpg&w=800&q=60'],
    ['GET', '/api/media/file/x.jpg'],
    ['GET', '/api/stories?where[slug][equals]=x&limit=1'],
    ['GET', '/api/stories?where=%7B%22slug%22%3A%7B%22equals%22%3A%22x%22%7D%7D'],
  ])('leaves %s %s as it is', (method, target) => {
    expect(mendTarget(method, target)).toBe(target)
  })

  it.each([
    ['/%73earch?q=%73', '/search?q=%73'],
    ['/api/%75sers/%6cogin', '/api/users/login'],
    ['/a%2Db%5Fc%7E%31', '/a-b_c~1'],
    ['/%D8%B4%2F%2e%25%20', '/%D8%B4%2F%2e%25%20'],
  ])('spells %s as %s', (target, spelled) => {
    expect(mendTarget('GET', target)).toBe(spelled)
  })

  it.each([
    ['GET', '/%'],
    ['GET', '/api/users/%zz'],
    ['GET', '/admin/%c0%ae'],
    ['TRACE', '/'],
    ['get', '/'],
    ['GET', `/world/${'a'.repeat(241)}`],
    ['POST', '/styles/feed.css'],
    ['PUT', '/_next/static/chunks/a.js'],
    ['GET', '/api/__proto__'],
    ['GET', '/admin/__proto__'],
    ['GET', '/api/constructor?x=1'],
    ['GET', '/api/%74oString/1'],
    ['GET', '/api/stories?where=((('],
    ['GET', '/api/stories?where=1&where='],
    ['POST', '/api/users/verify/x'],
    ['POST', '/api'],
    ['POST', '/api/vitals.php/..?w=true'],
  ])('refuses %s %s', (method, target) => {
    expect(mendTarget(method, target)).toBe(UNREADABLE)
  })

  it('takes what a file cannot be asked off it', () => {
    expect(mendTarget('GET', '/api/media/file/x.jpg?where=%00&select[x]=null')).toBe('/api/media/file/x.jpg')
    expect(mendTarget('GET', '/api/media/file/x.jpg?a=b&prefix=a%2Fb')).toBe('/api/media/file/x.jpg?prefix=a%2Fb')
  })
})

describe('isRange', () => {
  it.each(['bytes=0-99', 'bytes=5-', 'bytes=-500', 'bytes=0-0, 5-9', 'bytes=7-7'])('takes %s', (range) => expect(isRange(range)).toBe(true))
  it.each(['bytes=5-2', 'bytes=', 'bytes=-', 'lines=1-2', 'bytes=0-1,9-3', 'bytes=x'])('ignores %s', (range) => expect(isRange(range)).toBe(false))
})
