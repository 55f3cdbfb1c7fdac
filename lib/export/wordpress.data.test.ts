import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestCms } from '@/lib/cms/testing'
import type { WxrItem } from '@/lib/import/wordpress/types'
import type { Manifest } from './records/schemas'
import { fillSample, HOSTILE, NOW, type Sample } from './testing/newsroom'
import { readBack, type ReadBack } from './testing/read-back'
import { findWxrErrors } from './testing/wxr-schema'
import { postId, termId } from './wordpress/ids'

const ORIGIN = 'https://meridian.example'

let sample: Sample
let manifest: Manifest
let xml: string
let read: ReadBack

const item = (id: number): WxrItem => read.items.find((one) => one.id === id)!
const story = (name: keyof Sample['stories']) => item(postId('story', sample.stories[name]))
const meta = (of: WxrItem, key: string) => of.meta.filter(([name]) => name === key).map(([, value]) => value)
const termsOf = (of: WxrItem, taxonomy: string) => of.terms.filter((term) => term.taxonomy === taxonomy).map(({ slug }) => slug)

beforeAll(async () => {
  const payload = await openTestCms()
  sample = await fillSample(payload)
  const directory = path.join(mkdtempSync(path.join(os.tmpdir(), 'dateline-export-')), 'out')
  const { exportNewsroom } = await import('./export')
  manifest = await exportNewsroom(payload, { directory, overwrite: false, jsonl: false, wxr: true, media: false, mediaDir: process.env.MEDIA_DIR!, origin: ORIGIN, now: NOW })
  const files = readdirSync(path.join(directory, 'wordpress')).map((name) => path.join(directory, 'wordpress', name))
  xml = readFileSync(files[0]!, 'utf8')
  read = await readBack(files)
})

describe('the file for WordPress', () => {
  it('keeps to the format, and the checker finds what does not', async () => {
    expect(await findWxrErrors(xml)).toEqual([])
    expect(await findWxrErrors(xml.replace('<wp:wxr_version>1.2</wp:wxr_version>', ''))).not.toEqual([])
    expect(await findWxrErrors(xml.replace(/<wp:post_id>\d+<\/wp:post_id>/, ''))).not.toEqual([])
    expect(await findWxrErrors(xml.replace('</item>', ''))).not.toEqual([])
  })

  it('is read back whole by the way in, without a complaint', () => {
    expect(read.problems).toEqual([])
    expect(read.channels).toMatchObject([{ version: '1.2', title: 'The Meridian & Co', baseSiteUrl: ORIGIN, baseBlogUrl: ORIGIN, language: 'en-GB' }])
    expect(manifest.problems.total).toBe(0)
    const count = (type: string) => read.items.filter((one) => one.type === type).length
    expect({ posts: count('post'), pages: count('page'), files: count('attachment'), guests: count('guest-author'), entries: count('nav_menu_item') }).toEqual({ posts: 8, pages: 2, files: 5, guests: 2, entries: 4 })
    expect(new Set(read.items.map(({ id }) => id)).size).toBe(read.items.length)
    expect(manifest.files).toMatchObject([{ file: 'wordpress/export-001.xml', records: read.items.length }])
  })

  it('stands as WordPress’s line-by-line reader wants it', () => {
    for (const line of xml.split('\n')) {
      if (line.includes('<wp:author>')) expect(line).toMatch(/^<wp:author>.*<\/wp:author>$/)
      if (line.includes('<category ')) expect(line).toMatch(/^\t<category domain="[^"]+" nicename="[^"]+"><!\[CDATA\[.*\]\]><\/category>$/)
    }
    expect(xml).toMatch(/^<wp:base_site_url>https:\/\/meridian\.example<\/wp:base_site_url>$/m)
    // The newest first: WordPress numbers what it makes itself from the highest number on, and must not meet ours.
    const numbers = read.items.filter(({ type }) => type === 'post').map(({ id }) => id)
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  })

  it('has the tree of sections, the topics, the bylines and the menus', () => {
    const terms = (taxonomy: string) => read.terms.filter((term) => term.taxonomy === taxonomy).map(({ slug, name, parentSlug, description }) => [slug, name, parentSlug || null, description])
    expect(terms('category')).toEqual([['world', 'World &amp; beyond', null, 'Elsewhere.'], ['opinion', 'Opinion', null, ''], ['south-asia', 'South Asia', 'world', '']])
    expect(terms('post_tag').map(([slug, name]) => [slug, name])).toEqual([['trade', 'Trade'], ['rivers', 'Rivers &amp; dams']])
    const [main, ...rest] = read.items.filter(({ type, terms: [menu] }) => type === 'nav_menu_item' && menu?.slug === 'main')
    expect([meta(main!, '_menu_item_object'), meta(main!, '_menu_item_object_id'), main!.title]).toEqual([['category'], [String(termId('category', sample.sections.world))], 'World'])
    expect(rest.map((entry) => [meta(entry, '_menu_item_type')[0], meta(entry, '_menu_item_url')[0]])).toEqual([['post_type', ''], ['custom', 'https://letter.example/']])
    expect(meta(rest[0]!, '_menu_item_object_id')).toEqual([String(postId('page', sample.pages.about))])
  })

  it('tells the state of each story', () => {
    expect(Object.fromEntries((Object.keys(sample.stories) as (keyof Sample['stories'])[]).map((name) => [name, story(name).status]))).toEqual({ everything: 'publish', live: 'publish', draft: 'draft', scheduled: 'future', withdrawn: 'draft', changed: 'publish', takenDown: 'draft', hostile: 'publish' })
    expect(story('everything')).toMatchObject({ date: '2026-01-16 14:05:00', dateGmt: '2026-01-16 09:05:00', modified: '2026-03-01 17:00:00', sticky: true, slug: 'everything', link: `${ORIGIN}/world/south-asia/everything`, excerpt: 'A standfirst.' })
    expect(story('scheduled')).toMatchObject({ date: '2026-03-02 06:00:00', dateGmt: '2026-03-02 01:00:00' })
    expect(story('draft')).toMatchObject({ dateGmt: '0000-00-00 00:00:00', title: 'Second thought', slug: 'second-thought' })
    expect(story('hostile').sticky).toBe(false)
    expect(meta(story('withdrawn'), 'dateline_withdrawn')).toEqual(['The letter was forged.'])
    expect(story('changed').content).toContain('Public words.')
    expect(xml).not.toContain('Private words.')
  })

  it('keeps sections, topics and bylines in their order, and what search engines are told', () => {
    const one = story('everything')
    expect([termsOf(one, 'category'), termsOf(one, 'post_tag')]).toEqual([['south-asia', 'opinion'], ['rivers', 'trade']])
    const [first, second] = termsOf(one, 'author')
    expect(second).toBe('cap-amna-rehmat')
    expect(first).toMatch(/^cap-a-very-long-name-[a-z-]+-\d+$/)
    expect(one.creator).toBe(first!.slice('cap-'.length))
    expect(one.creator.length).toBeLessThanOrEqual(50)
    expect(read.authors.map(({ login }) => login)).toContain(one.creator)
    const picture = `${ORIGIN}/api/media/file/two%20boats.jpg`
    const number = String(postId('media', sample.media.picture))
    expect(Object.fromEntries(one.meta)).toMatchObject({
      _yoast_wpseo_title: 'For search', _yoast_wpseo_metadesc: 'Described.', _yoast_wpseo_canonical: 'https://first.example/it', '_yoast_wpseo_meta-robots-noindex': '1', _yoast_wpseo_primary_category: String(termId('category', sample.sections.asia)),
      '_yoast_wpseo_opengraph-title': 'For cards', '_yoast_wpseo_opengraph-description': 'Carded.', '_yoast_wpseo_opengraph-image': picture, '_yoast_wpseo_twitter-title': 'For cards', '_yoast_wpseo_twitter-image-id': number,
      _thumbnail_id: number, _wp_old_slug: 'old-words', dateline_kicker: 'Water', dateline_kind: 'analysis', dateline_language: 'ur', dateline_hero_caption: 'Here only.',
    })
  })

  it('has files with their words, and a byline’s page as a guest author', () => {
    expect(item(postId('media', sample.media.picture))).toMatchObject({ type: 'attachment', status: 'inherit', attachmentUrl: `${ORIGIN}/api/media/file/two%20boats.jpg`, title: 'two boats', excerpt: 'Two boats.' })
    expect(Object.fromEntries(item(postId('media', sample.media.picture)).meta)).toMatchObject({ _wp_attachment_image_alt: 'What two boats.jpg shows', _media_credit: 'N. Name / Agency' })
    const guest = read.items.find(({ slug }) => slug === 'cap-amna-rehmat')!
    expect(Object.fromEntries(guest.meta)).toMatchObject({ 'cap-display_name': 'Amna Rehmat', 'cap-user_login': 'amna-rehmat', 'cap-linked_account': 'amna-rehmat', 'cap-user_email': 'amna@meridian.example', 'cap-website': 'https://amna.example/', 'cap-description': 'Writes of <rivers>.', _thumbnail_id: String(postId('media', sample.media.picture)) })
  })

  it('writes a story from its dateline to its corrections, and a live one with its posts, newest first', () => {
    expect(story('everything').content).toMatch(/^<!-- wp:paragraph -->\n<p>MOSCOW, \(TDI\): The first <strong>bold<\/strong>/)
    expect(story('everything').content).toMatch(/<p><strong>Correction, 1 February 2026, 13:00 PKT:<\/strong> It was the Indus\.<\/p>\n<!-- \/wp:paragraph -->$/)
    expect(story('live').content.replace(/<!-- .*? -->\n?/g, '').split('\n').filter(Boolean)).toEqual([
      '<h2 class="wp-block-heading" id="post-goes-on">It goes on</h2>', '<p>21 February 2026, 01:30 PKT · A Very Long Name</p>', '<p>More rain.</p>',
      '<h2 class="wp-block-heading" id="post-begins">It begins</h2>', '<p>20 February 2026, 08:05 PKT</p>', '<p>Rain.</p>',
    ])
  })

  it('publishes no picture anew whose rights have ended', () => {
    expect(story('everything').content).not.toContain('expired.jpg')
    expect(item(postId('media', sample.media.expired)).meta).toContainEqual(['dateline_rights_expire_at', '2026-02-01T00:00:00.000Z'])
  })

  it('keeps any text what it is', () => {
    const one = story('hostile')
    const unescaped = (html: string) => html.replaceAll('&#91;', '[').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    const readable = HOSTILE.replace('\u0007', '')
    expect([unescaped(one.title), unescaped(one.excerpt)]).toEqual([readable, readable])
    expect(unescaped(one.content)).toBe(`<!-- wp:paragraph -->\n<p>${readable}</p>\n<!-- /wp:paragraph -->`)
    expect(one.content).toContain('&#91;gallery ids="1"] [sic]')
    expect(one.content).not.toMatch(/<script|\[gallery/)
    expect(xml).not.toContain('\u0007')
  })
})
