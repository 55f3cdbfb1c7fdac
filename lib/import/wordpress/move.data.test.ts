import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listImportNotes } from '@/lib/cms/imports'
import { textOfBody } from '@/lib/cms/body/words'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openTestCms } from '@/lib/cms/testing'
import { clearNewsroom, move, pathRow, storyNamed } from './testing/move'
import type { ItemInput, WxrInput } from './wxr/testing/build'

let payload: Payload

beforeAll(async () => {
  payload = await openTestCms()
})
beforeEach(() => clearNewsroom(payload))

const dated = (date: string) => ({ date: `${date} 10:00:00`, dateGmt: `${date} 05:00:00`, modified: `${date} 10:00:00`, modifiedGmt: `${date} 05:00:00` })
const post = (id: number, more: ItemInput = {}): ItemInput => ({ id, title: `Story ${id}`, slug: `story-${id}`, link: `https://old.example/2019/05/story-${id}/`, terms: [{ taxonomy: 'category', slug: 'world', name: 'World' }], ...dated('2019-05-12'), ...more })
const site = (items: ItemInput[], more: Omit<WxrInput, 'items'> = {}): WxrInput => ({
  authors: [{ id: 7, login: 'jane', displayName: 'Jane Doe', email: 'jane@old.example' }],
  terms: [
    { taxonomy: 'category', id: 3, slug: 'world', name: 'World' },
    { taxonomy: 'category', id: 4, slug: 'asia', name: 'Asia', parentSlug: 'world' },
    { taxonomy: 'category', id: 5, slug: 'opinion', name: 'Opinion' },
    { taxonomy: 'category', id: 1, slug: 'uncategorized', name: 'Uncategorized' },
    { taxonomy: 'post_tag', id: 9, slug: 'rivers', name: 'Rivers &amp; dams' },
    { taxonomy: 'post_tag', id: 10, slug: 'nothing', name: 'On nothing' },
  ],
  items,
  ...more,
})
const codes = async (importId: number) => (await listImportNotes(payload, importId, null, 1_000)).map((note) => note.code)

describe('stories', () => {
  it('keep date, address, section, topics, author, standfirst and search fields', async () => {
    const { importId } = await move(payload, site([
      post(11, {
        title: 'Rivers &amp; <em>dams</em> rise',
        creator: 'jane',
        excerpt: 'What the gauges say.',
        modifiedGmt: '2019-05-13 06:30:00',
        terms: [{ taxonomy: 'category', slug: 'asia', name: 'Asia' }, { taxonomy: 'category', slug: 'opinion', name: 'Opinion' }, { taxonomy: 'post_tag', slug: 'rivers', name: 'Rivers' }],
        meta: [['_yoast_wpseo_primary_category', '4'], ['_yoast_wpseo_title', '%%title%% today %%sep%% %%sitename%%'], ['_yoast_wpseo_metadesc', 'Gauges, hourly.'], ['_yoast_wpseo_meta-robots-noindex', '1'], ['_yoast_wpseo_canonical', 'https://partner.example/rivers'], ['_yoast_wpseo_opengraph-title', 'The rivers, live']],
        content: '<p>ISLAMABAD: The river rose.</p>',
      }),
    ]))
    const story = await storyNamed(payload, 'Rivers & dams rise')
    expect(story).toMatchObject({
      _status: 'published', standfirst: 'What the gauges say.', slug: 'story-11', kind: 'opinion', address: '/2019/05/story-11', publishedAt: '2019-05-12T05:00:00.000Z', revisedAt: '2019-05-13T06:30:00.000Z',
      dateline: { place: 'ISLAMABAD' }, searchHeadline: 'Rivers & dams rise today - The Old Site', searchDescription: 'Gauges, hourly.', socialHeadline: 'The rivers, live', noindex: true, canonicalUrl: 'https://partner.example/rivers',
    })
    expect(textOfBody(story.body)).toBe('The river rose.')
    const section = await payload.findByID({ collection: 'sections', id: Number(story.section), depth: 0 })
    expect(section.path).toBe('/world/asia')
    const [topic] = (await payload.find({ collection: 'topics', where: { id: { in: story.topics as number[] } } })).docs
    expect(topic).toMatchObject({ slug: 'rivers', name: 'Rivers & dams' })
    expect((await payload.count({ collection: 'topics', where: { slug: { equals: 'nothing' } } })).totalDocs).toBe(0)
    expect(await codes(importId)).toContain('unused-tag')
    const [author] = (await payload.find({ collection: 'authors', where: { id: { in: story.authors as number[] } } })).docs
    expect(author).toMatchObject({ slug: 'jane-doe', name: 'Jane Doe' })
    expect(JSON.stringify(author)).not.toContain('@old.example')
    expect(await pathRow(payload, '/2019/05/story-11')).toMatchObject({ state: 'live', kind: 'story' })
    for (const path of ['/?p=11', '/category/world/asia', '/category/asia', '/tag/rivers', '/author/jane', '/?cat=4']) expect(await pathRow(payload, path), path).toMatchObject({ state: 'moved' })
  })

  it('can take addresses by section, the old one leading there', async () => {
    await move(payload, site([post(11)]), { keepAddresses: false })
    expect(await storyNamed(payload, 'Story 11')).toMatchObject({ address: null })
    expect(await pathRow(payload, '/world/story-11')).toMatchObject({ state: 'live' })
    expect(await pathRow(payload, '/2019/05/story-11')).toMatchObject({ state: 'moved', kind: 'story' })
  })

  it('are drafts where nobody could read them, scheduled where their hour is to come', async () => {
    const { importId } = await move(payload, site([
      post(1, { title: 'Draft', status: 'draft', dateGmt: '0000-00-00 00:00:00' }),
      post(2, { title: 'Pending', status: 'pending' }),
      post(3, { title: 'Private', status: 'private' }),
      post(4, { title: 'Behind a password', password: 'hush' }),
      post(5, { title: 'To come', status: 'future', ...dated('2027-05-12') }),
      post(6, { title: 'Its hour passed', status: 'future', ...dated('2026-02-12') }),
      post(7, { title: 'Thrown away', status: 'trash' }),
      post(8, { title: 'Out', status: 'publish' }),
    ]))
    const state = async (headline: string) => { const { _status, scheduledFor, publishedAt } = await storyNamed(payload, headline); return [_status, scheduledFor ?? null, publishedAt ?? null] }
    for (const headline of ['Draft', 'Pending', 'Private', 'Behind a password', 'Its hour passed']) expect(await state(headline), headline).toEqual(['draft', null, null])
    expect(await state('To come')).toEqual(['draft', '2027-05-12T05:00:00.000Z', null])
    expect(await state('Out')).toEqual(['published', null, '2019-05-12T05:00:00.000Z'])
    expect((await payload.find({ collection: 'stories', where: { headline: { equals: 'Thrown away' } } })).totalDocs).toBe(0)
    expect(await codes(importId)).toEqual(expect.arrayContaining(['private', 'password', 'pending', 'schedule-passed', 'status-trash']))
    const [listed] = await sqlOf(payload).all<{ n: number }>(sql`SELECT count(*) AS n FROM river WHERE list = 'latest'`)
    expect(Number(listed!.n)).toBe(1)
  })

  it('take the time of a post without a GMT date from its own zone', async () => {
    await move(payload, site([post(1, { dateGmt: '0000-00-00 00:00:00', pubDate: '' })]), { timeZone: 'Asia/Karachi' })
    expect((await storyNamed(payload, 'Story 1')).publishedAt).toBe('2019-05-12T05:00:00.000Z')
  })

  it('that share an address: the newest keeps it, the others get one with their number', async () => {
    const { importId } = await move(payload, site([post(1, { slug: 'same', link: 'https://old.example/2019/05/same/' }), post(2, { slug: 'same', link: 'https://old.example/2019/05/same/' })]))
    expect(await storyNamed(payload, 'Story 2')).toMatchObject({ address: '/2019/05/same' })
    const loser = await storyNamed(payload, 'Story 1')
    const live = (await payload.find({ collection: 'paths', where: { and: [{ ref: { equals: String(loser.id) } }, { kind: { equals: 'story' } }, { state: { equals: 'live' } }] } })).docs[0]
    expect(live?.path).toBe('/world/same')
    expect(await codes(importId)).toContain('address-collision')
  })

  it('lead from every slug and date they once had', async () => {
    await move(payload, site([post(1, { meta: [['_wp_old_slug', 'first-slug'], ['_wp_old_slug', 'second-slug'], ['_wp_old_date', '2018-04-01']] })]))
    for (const path of ['/2019/05/first-slug', '/2019/05/second-slug', '/2018/04/story-1']) expect(await pathRow(payload, path), path).toMatchObject({ state: 'moved', kind: 'story' })
  })

  it('without category, headline, slug or author still have a place', async () => {
    await move(payload, site([post(1, { title: '', slug: '', link: 'https://old.example/?p=1', creator: '', terms: [] })]))
    const story = await storyNamed(payload, '(without a headline, 1)')
    expect(story.slug).toMatch(/^[a-z0-9-]+$/)
    expect((await payload.findByID({ collection: 'sections', id: Number(story.section), depth: 0 })).name).toBe('News')
    expect(story.authors).toHaveLength(1)
  })

  it('can be saved by an editor afterwards, whatever they held', async () => {
    const long = 'word '.repeat(200)
    await move(payload, site([post(1, { title: long, excerpt: long, content: `<p>${long}</p><table><tr><td>a|b</td></tr><tr><td>c</td></tr></table><blockquote>said</blockquote>[gallery ids="50,51"]`, meta: [['_yoast_wpseo_title', long], ['_yoast_wpseo_opengraph-description', long]] }), { id: 50, type: 'attachment', attachmentUrl: 'https://old.example/wp-content/uploads/2019/05/a.jpg', title: long, excerpt: long }, { id: 51, type: 'attachment', attachmentUrl: 'https://old.example/wp-content/uploads/2019/05/b.jpg' }]))
    const story = (await payload.find({ collection: 'stories', depth: 0, draft: true })).docs[0]!
    const { totalDocs } = await payload.count({ collection: 'users' })
    const user = totalDocs > 0 ? (await payload.find({ collection: 'users' })).docs[0]! : await payload.create({ collection: 'users', data: { name: 'E', email: 'e@here.example', password: 'a-long-password', role: 'administrator' } })
    await expect(payload.update({ collection: 'stories', id: story.id, data: { kicker: 'New', _status: 'published' }, user: { ...user, collection: 'users' }, overrideAccess: false, depth: 0 })).resolves.toMatchObject({ kicker: 'New' })
  })
})

describe('pictures', () => {
  it('of a site whose files stand on a host of their own are found, also those whose names end like a size', async () => {
    const host = 'https://theoldsite.files.wordpress.com/2013/03'
    const { importId } = await move(payload, site([
      post(1, { content: `<p>Text.</p><img src="${host}/boat-580x300.jpg" alt="A boat" /><img src="${host}/harbour-1024x683.jpg?w=600" alt="" /><img src="https://else.example/2013/03/boat-580x300.jpg" alt="Not ours" />` }),
      { id: 50, type: 'attachment', attachmentUrl: `${host}/boat-580x300.jpg` },
      { id: 51, type: 'attachment', attachmentUrl: `${host}/harbour.jpg` },
    ]))
    const { docs } = await payload.find({ collection: 'media', depth: 0, sort: 'id' })
    const blocks = ((await storyNamed(payload, 'Story 1')).body as { root: { children: { type: string; fields?: { blockType: string; media: number } }[] } }).root.children
    expect(blocks.flatMap(({ fields }) => (fields?.blockType === 'image' ? [fields.media] : []))).toEqual(docs.map(({ id }) => id))
    expect((await codes(importId)).filter((code) => code === 'picture-not-found')).toHaveLength(1)
  })
})

describe('people', () => {
  it('come in the order of Co-Authors Plus, guests with their own pages', async () => {
    await move(payload, site([
      { id: 90, type: 'guest-author', title: 'Amira Noor', slug: 'cap-amira-noor', meta: [['cap-display_name', 'Amira Noor'], ['cap-user_login', 'amira-noor'], ['cap-description', 'Writes on rivers.'], ['cap-user_email', 'amira@old.example'], ['cap-website', 'http://amira.example']] },
      post(1, { creator: 'admin', terms: [{ taxonomy: 'category', slug: 'world' }, { taxonomy: 'author', slug: 'cap-amira-noor', name: 'amira-noor' }, { taxonomy: 'author', slug: 'cap-jane', name: 'jane' }] }),
    ]))
    const story = await storyNamed(payload, 'Story 1')
    const authors = await Promise.all((story.authors as number[]).map((id) => payload.findByID({ collection: 'authors', id, depth: 0 })))
    expect(authors.map(({ name }) => name)).toEqual(['Amira Noor', 'Jane Doe'])
    expect(authors[0]).toMatchObject({ biography: 'Writes on rivers.', contacts: [{ label: 'Website', href: 'https://amira.example' }] })
  })
})

describe('tagDiv’s Newspaper', () => {
  it('gives primary category, subtitle, source and film', async () => {
    const settings = 'a:4:{s:14:"td_primary_cat";s:1:"5";s:11:"td_subtitle";s:21:"Čo vodomery hovoria.";s:9:"td_source";s:7:"Reuters";s:16:"td_post_template";s:11:"single_tpl1";}'
    await move(payload, site([post(1, { excerpt: 'For search.', terms: [{ taxonomy: 'category', slug: 'world' }, { taxonomy: 'category', slug: 'opinion' }], meta: [['td_post_theme_settings', settings], ['td_post_video', 'a:1:{s:8:"td_video";s:28:"https://youtu.be/abcdefghijk";}']] })]))
    const story = await storyNamed(payload, 'Story 1')
    expect(story).toMatchObject({ standfirst: 'Čo vodomery hovoria.', searchDescription: 'For search.' })
    expect((await payload.findByID({ collection: 'sections', id: Number(story.section), depth: 0 })).slug).toBe('opinion')
    const names = await Promise.all((story.authors as number[]).map(async (id) => (await payload.findByID({ collection: 'authors', id, depth: 0 })).name))
    expect(names).toContain('Reuters')
    expect(JSON.stringify(story.body)).toContain('https://www.youtube.com/watch?v=abcdefghijk')
  })
})

describe('links between stories', () => {
  it('become references: “Read Also”, plain links, whatever the order of the file', async () => {
    await move(payload, site([post(1, { content: '<p>Text.</p><p><strong>Read Also: <a href="https://old.example/2019/05/story-2/">Story 2</a></strong></p><p>See <a href="http://www.old.example/?p=2">that</a>.</p>' }), post(2)]))
    const [one, two] = [await storyNamed(payload, 'Story 1'), await storyNamed(payload, 'Story 2')]
    expect(one.body).toMatchObject({
      root: {
        children: [
          { type: 'paragraph' },
          { type: 'block', fields: { blockType: 'readAlso', story: two.id } },
          { type: 'paragraph', children: [{ text: 'See ' }, { type: 'link', fields: { doc: { relationTo: 'stories', value: two.id } } }, { text: '.' }] },
        ],
      },
    })
    expect(JSON.stringify(one.body)).not.toContain('old.example')
  })
})

describe('a second run', () => {
  const first = () => site([post(1, { content: '<p>One.</p>' }), post(2, { content: '<p>Two.</p>' })])
  const second = () => site([post(1, { content: '<p>One, newer.</p>' }), post(2, { content: '<p>Two, newer.</p>' }), post(3)])

  it('changes nothing', async () => {
    await move(payload, first())
    const before = await sqlOf(payload).all(sql`SELECT id, updated_at FROM _stories_v ORDER BY id`)
    const { outcomes } = await move(payload, first())
    expect(outcomes.stories).toMatchObject({ made: 0, updated: 0, unchanged: 2, kept: 0 })
    expect(await sqlOf(payload).all(sql`SELECT id, updated_at FROM _stories_v ORDER BY id`)).toEqual(before)
  })

  it('of an updated export takes over what changed and what is new', async () => {
    await move(payload, first())
    const { outcomes } = await move(payload, second())
    expect(outcomes.stories).toMatchObject({ made: 1, updated: 2, unchanged: 0, kept: 0 })
    expect(textOfBody((await storyNamed(payload, 'Story 1')).body)).toBe('One, newer.')
  })

  it('leaves what an editor changed since, and says so; --overwrite takes the export’s', async () => {
    await move(payload, first())
    const { id } = await storyNamed(payload, 'Story 1')
    await payload.update({ collection: 'stories', id, data: { headline: 'An editor’s headline' }, depth: 0 })
    const { outcomes, importId } = await move(payload, second())
    expect(outcomes.stories).toMatchObject({ made: 1, updated: 1, kept: 1 })
    expect(textOfBody((await storyNamed(payload, 'An editor’s headline')).body)).toBe('One.')
    expect((await listImportNotes(payload, importId, 'kept-editors-version', 10)).map((note) => note.target_id)).toEqual([id])
    expect((await move(payload, second(), { overwrite: true })).outcomes.stories).toMatchObject({ updated: 1, kept: 0 })
    expect(textOfBody((await storyNamed(payload, 'Story 1')).body)).toBe('One, newer.')
  })

  it('does not bring back what an editor deleted', async () => {
    await move(payload, first())
    await payload.delete({ collection: 'stories', id: (await storyNamed(payload, 'Story 1')).id })
    const { outcomes } = await move(payload, second())
    expect(outcomes.stories).toMatchObject({ gone: 1, updated: 1, made: 1 })
    expect((await payload.find({ collection: 'stories', where: { slug: { equals: 'story-1' } } })).totalDocs).toBe(0)
  })
})

describe('a newsroom that is not empty', () => {
  it('keeps its sections, addresses, navigation and name; the export joins them', async () => {
    const section = await payload.create({ collection: 'sections', data: { name: 'World affairs', slug: 'world' } as never })
    const author = await payload.create({ collection: 'authors', data: { name: 'Own Author' } as never })
    await payload.create({ collection: 'stories', data: { headline: 'Our own', slug: 'story-1', section: section.id, authors: [author.id], _status: 'published' } as never })
    await payload.updateGlobal({ slug: 'settings', data: { name: 'Ours' } as never })
    await move(payload, site([post(1)]), { keepAddresses: false })
    expect((await payload.findByID({ collection: 'sections', id: section.id })).name).toBe('World affairs')
    expect((await payload.findGlobal({ slug: 'settings' })).name).toBe('Ours')
    expect(await storyNamed(payload, 'Story 1')).toMatchObject({ slug: 'story-1-1', section: section.id })
    expect((await payload.find({ collection: 'paths', where: { path: { equals: '/world/story-1' } } })).docs[0]?.ref).toBe(String((await storyNamed(payload, 'Our own')).id))
  })
})
