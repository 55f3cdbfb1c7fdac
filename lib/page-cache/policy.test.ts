import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bare, isLite } from './bare.cjs'
import { policyOf } from './policy.cjs'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const directive = (policy: string, name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `))

describe('policyOf', () => {
  const html = `<html><head><link rel="stylesheet" href="/a.css"/><style>p{}</style><script type="application/ld+json">{"a":1}</script><script>one()</script><script src="/_next/static/a.js" async=""></script></head><body><img style="aspect-ratio:3/2;object-position:50% 50%"/><p style="content:&#x27;a&#x27; &amp; b">x</p><script id="_R_">two("é")</script></body></html>`
  const policy = policyOf(html)

  it('lets run the inline scripts of the page and no others', () => {
    expect(directive(policy, 'script-src')).toBe(`script-src 'self' ${hash('one()')} ${hash('two("é")')}`)
  })

  it('lets stand the styles of the page and no others', () => {
    expect(directive(policy, 'style-src')).toBe(`style-src 'self' ${hash('p{}')}`)
    expect(directive(policy, 'style-src-attr')).toBe(`style-src-attr 'unsafe-hashes' ${hash('aspect-ratio:3/2;object-position:50% 50%')} ${hash("content:'a' & b")}`)
  })

  it('never says unsafe-inline or unsafe-eval, and closes what no page needs', () => {
    expect(policy).not.toMatch(/unsafe-(inline|eval)/)
    for (const closed of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'", "form-action 'self'"]) expect(policy).toContain(closed)
  })

  it('names what stands there many times once', () => {
    expect(policyOf('<script>a</script><script>a</script>').match(/sha256/g)).toHaveLength(1)
  })
})

describe('the lite edition', () => {
  const html = `<!DOCTYPE html><html lang="en" data-edition="lite"><head><meta charSet="utf-8"/><link rel="preload" as="script" href="/a.js"/><link rel="canonical" href="https://a.example/x"/><style>p{}</style><script src="/a.js" async=""></script></head><body><div hidden=""><!--$--><!--/$--></div><p>Words</p><script>self.__next_f.push([1,"x"])</script></body></html>`

  it('is known by its mark', () => {
    expect(isLite(html)).toBe(true)
    expect(isLite('<!DOCTYPE html><html lang="en"><body>data-edition="lite"</body></html>')).toBe(false)
  })

  it('keeps words, style and canonical address, and nothing that runs or is fetched', () => {
    expect(bare(html)).toBe('<!DOCTYPE html><html lang="en" data-edition="lite"><head><meta charSet="utf-8"/><link rel="canonical" href="https://a.example/x"/><style>p{}</style></head><body><p>Words</p></body></html>')
    expect(directive(policyOf(bare(html)), 'script-src')).toBe("script-src 'none'")
  })
})
