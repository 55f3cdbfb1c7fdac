import { describe, expect, it } from 'vitest'
import { newsLanguage, newsSitemap, sitemap, sitemapIndex } from './sitemap'
import { findIndexErrors, findSitemapErrors } from './testing/schemas'

const ORIGIN = 'https://news.example.org'
const AT = '2026-01-16T09:05:00.000Z'

describe('sitemaps', () => {
  it('keep to the schemas, with pictures, languages and any text', async () => {
    const entries = [
      { path: '/', modifiedAt: null },
      { path: '/world/a-&-b', modifiedAt: AT, picture: '/api/media/file/a%20b.jpg', languages: { en: '/world/a', ur: '/ur/ا', 'x-default': '/world/a' } },
    ]
    const xml = sitemap(entries, ORIGIN)
    expect(await findSitemapErrors(xml)).toEqual([])
    expect(xml).toContain(`<loc>${ORIGIN}</loc>`)
    expect(xml).toContain('hreflang="ur" href="https://news.example.org/ur/%D8%A7"')
    expect(xml).toContain('<image:loc>https://news.example.org/api/media/file/a%20b.jpg</image:loc>')
  })

  it('the checker finds what is wrong', async () => {
    expect(await findSitemapErrors(sitemap([{ path: '/a', modifiedAt: 'yesterday' }], ORIGIN))).not.toEqual([])
    const retired = newsSitemap([{ path: '/a', headline: 'A', language: 'en', publishedAt: AT }], 'M', ORIGIN).replace('</news:news>', '<news:keywords>a</news:keywords></news:news>')
    expect(await findSitemapErrors(retired)).not.toEqual([])
    expect(await findIndexErrors('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap/></sitemapindex>')).not.toEqual([])
  })

  it('an index keeps to its own', async () => {
    const xml = sitemapIndex([{ path: '/sitemaps/stories-2026-01.xml', modifiedAt: AT }, { path: '/sitemaps/pages.xml', modifiedAt: null }], ORIGIN)
    expect(await findIndexErrors(xml)).toEqual([])
    expect(xml).toContain(`<lastmod>${AT}</lastmod>`)
  })
})

describe('the news sitemap', () => {
  it('keeps to the schema, names the newsroom without brackets, and may be empty', async () => {
    const xml = newsSitemap([{ path: '/world/a', headline: 'Ten & <eleven>', language: 'en-PK', publishedAt: AT }], 'The Meridian (Islamabad)', ORIGIN)
    expect(await findSitemapErrors(xml)).toEqual([])
    expect(xml).toContain('<news:name>The Meridian</news:name><news:language>en</news:language>')
    expect(xml).toContain('<news:title>Ten &amp; &lt;eleven&gt;</news:title>')
    expect(newsSitemap([], 'M', ORIGIN)).toMatch(/<urlset [^>]+>\n<\/urlset>/)
  })

  it.each([['en', 'en'], ['en-GB', 'en'], ['ur', 'ur'], ['fil', 'fil'], ['zh', 'zh-cn'], ['zh-Hant', 'zh-tw'], ['zh-TW', 'zh-tw'], ['zh-Hans-CN', 'zh-cn']])('writes %s as %s', (tag, written) => {
    expect(newsLanguage(tag)).toBe(written)
  })
})
