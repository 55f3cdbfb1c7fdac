import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { env } from '@/lib/env'

export const NOW = new Date('2026-03-01T12:00:00.000Z')
export const PASSWORD = 'never-to-be-written-down'
/** Words that break out of HTML, XML, CDATA, comments or shortcodes where they are not kept in. */
export const HOSTILE = 'A ]]> b --> c </item> <script>alert(1)</script> "d" & e\u0007 [gallery ids="1"] [sic] 🌊'

const common = { direction: 'ltr', format: '', indent: 0, version: 1 }
export const text = (words: string, format = 0) => ({ type: 'text', text: words, format, detail: 0, mode: 'normal', style: '', version: 1 })
const element = (type: string, children: object[], more: object = {}) => ({ type, children, ...common, ...more })
export const paragraph = (...children: object[]) => element('paragraph', children, { textFormat: 0, textStyle: '' })
let blocks = 0
const block = (blockType: string, fields: object) => ({ type: 'block', version: 2, format: '', fields: { id: `block${++blocks}`, blockName: '', blockType, ...fields } })
const rich = (...children: object[]) => ({ root: element('root', children) })
const listItem = (...children: object[]) => element('listitem', children, { value: 1 })
const list = (listType: 'bullet' | 'number', ...items: object[]) => element('list', items, { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' })
const linkTo = (relationTo: string, value: number, words: string) => element('link', [text(words)], { version: 3, id: `link${++blocks}`, fields: { linkType: 'internal', doc: { relationTo, value }, newTab: false } })

export interface Sample {
  users: { admin: number; reporter: number }
  media: { picture: number; expired: number; sound: number; video: number; captions: number; empty: number }
  sections: { world: number; asia: number; opinion: number }
  stories: Record<'everything' | 'live' | 'draft' | 'scheduled' | 'withdrawn' | 'changed' | 'takenDown' | 'hostile', number>
  pages: { about: number; draft: number }
}

/** A small newsroom with a story in every state and one with every block. */
export async function fillSample(payload: Payload): Promise<Sample> {
  const make = async (collection: string, data: object, more: object = {}) => Number((await payload.create({ collection, data, depth: 0, context: { now: NOW }, ...more } as never)).id)
  const save = (id: number, data: object, more: object = {}) => payload.update({ collection: 'stories', id, data, depth: 0, context: { now: NOW }, ...more } as never)
  const admin = await make('users', { name: 'Ada Admin', email: 'ada@meridian.example', password: PASSWORD, role: 'administrator' })
  const reporter = await make('users', { name: 'Rem Reporter', email: 'rem@meridian.example', password: PASSWORD, role: 'reporter' })
  await payload.login({ collection: 'users', data: { email: 'ada@meridian.example', password: PASSWORD } })

  const media = await fillMedia(payload)
  const world = await make('sections', { name: 'World & beyond', slug: 'world', description: 'Elsewhere.', order: 1 })
  const asia = await make('sections', { name: 'South Asia', slug: 'south-asia', parent: world, order: 2 })
  const opinion = await make('sections', { name: 'Opinion', slug: 'opinion', order: 3 })
  const rivers = await make('topics', { name: 'Rivers & dams', slug: 'rivers', description: 'Water.' })
  const trade = await make('topics', { name: 'Trade', slug: 'trade' })
  const amna = await make('authors', { name: 'Amna Rehmat', slug: 'amna-rehmat', role: 'Diplomatic editor', biography: 'Writes of <rivers>.', portrait: media.picture, contacts: [{ label: 'Mail', href: 'mailto:amna@meridian.example' }, { label: 'Site', href: 'https://amna.example/' }] })
  const long = await make('authors', { name: 'A Very Long Name', slug: 'a-very-long-name-that-wordpress-would-not-take-for-a-login-whole' })

  const about = await make('pages', { title: 'About us', slug: 'about', standfirst: 'Who we are.', body: rich(paragraph(text('We are few.'))), _status: 'published' })
  const draftPage = await make('pages', { title: 'Unfinished', slug: 'unfinished', body: rich(paragraph(text('Not yet.'))) }, { draft: true })

  const draft = await make('stories', { headline: 'First thought', section: world, authors: [amna] }, { draft: true, user: { id: reporter, role: 'reporter', collection: 'users' } })
  await save(draft, { headline: 'Second thought', body: rich(paragraph(text('Later words.'))) }, { draft: true })
  const scheduled = await make('stories', { headline: 'Tomorrow', section: opinion, authors: [amna], scheduledFor: '2026-03-02T01:00:00.000Z' }, { draft: true })
  const everything = await make('stories', { headline: 'Old words', slug: 'old-words', section: world, authors: [amna], _status: 'published', publishedAt: '2026-01-16T09:05:00.000Z' })
  await save(everything, {
    headline: 'Everything there is', slug: 'everything', kicker: 'Water', standfirst: 'A standfirst.', kind: 'analysis', section: asia, otherSections: [opinion], authors: [long, amna], topics: [rivers, trade], language: 'ur',
    dateline: { place: 'Moscow', agency: 'TDI' }, hero: media.picture, heroCaption: 'Here only.', related: [draft], translations: [scheduled], noindex: true, canonicalUrl: 'https://first.example/it',
    searchHeadline: 'For search', searchDescription: 'Described.', socialHeadline: 'For cards', socialDescription: 'Carded.', socialPicture: media.picture, expiresAt: '2027-01-01T00:00:00.000Z',
    corrections: [{ kind: 'correction', at: '2026-02-01T08:00:00.000Z', text: 'It was the Indus.' }],
    body: rich(...everyBlock(media, { about, draft, scheduled })),
    _status: 'published',
  })
  const live = await make('stories', {
    headline: 'As it happens', slug: 'as-it-happens', section: world, authors: [amna], kind: 'live', _status: 'published', publishedAt: '2026-02-20T03:00:00.000Z', liveStartedAt: '2026-02-20T03:00:00.000Z',
    livePosts: [
      { id: 'begins', headline: 'It begins', at: '2026-02-20T03:05:00.000Z', key: true, body: rich(paragraph(text('Rain.'))) },
      { id: 'goes-on', headline: 'It goes on', at: '2026-02-20T20:30:00.000Z', author: long, body: rich(paragraph(text('More rain.'))) },
    ],
  })
  const withdrawn = await make('stories', { headline: 'Wrong', slug: 'wrong', section: world, authors: [amna], _status: 'published', publishedAt: '2026-02-01T00:00:00.000Z' })
  await save(withdrawn, { withdrawn: true, withdrawalReason: 'The letter was forged.', _status: 'published' })
  const changed = await make('stories', { headline: 'As published', slug: 'changed', section: opinion, authors: [amna], body: rich(paragraph(text('Public words.'))), _status: 'published', publishedAt: '2026-02-02T00:00:00.000Z' })
  await save(changed, { headline: 'Being rewritten', body: rich(paragraph(text('Private words.'))) }, { draft: true })
  const takenDown = await make('stories', { headline: 'For a while', slug: 'for-a-while', section: world, authors: [amna], _status: 'published', publishedAt: '2026-02-03T00:00:00.000Z' })
  await save(takenDown, { _status: 'draft' })
  const hostile = await make('stories', { headline: HOSTILE, slug: 'hostile', standfirst: HOSTILE, section: world, authors: [amna], body: rich(paragraph(text(HOSTILE))), _status: 'published', publishedAt: '2026-02-04T00:00:00.000Z' })

  await make('fronts', { title: 'Home', pins: [{ story: everything }, { story: hostile, until: '2026-02-28T00:00:00.000Z' }], strips: [{ section: world, layout: 'feature' }] })
  await make('paths', { path: '/feed-of-old', target: '/world', kind: 'redirect' })
  // What a setting points at is looked up with the rights of whoever saves it.
  const user = { id: admin, role: 'administrator', collection: 'users' } as never
  await payload.updateGlobal({
    slug: 'settings',
    data: { name: 'The Meridian & Co', tagline: 'News.', language: 'en', locale: 'en-GB', timeZone: 'Asia/Karachi', cities: [{ name: 'Islamabad', latitude: 33.7, longitude: 73, timeZone: 'Asia/Karachi' }], navigation: [{ label: 'World', path: '/world' }, { label: 'Us', path: '/about' }, { label: 'Letter', path: 'https://letter.example/' }], footerLinks: [{ label: 'Latest', path: '/latest' }], social: [{ network: 'mastodon', url: 'https://social.example/@m', count: 12 }], hubs: [{ url: 'https://hub.example/' }], logo: media.picture } as never,
    user,
  })
  await payload.updateGlobal({ slug: 'breaking', data: { active: true, label: 'Breaking', text: 'The Lai rises', story: live, until: '2126-03-02T00:00:00.000Z' } as never, user })
  return { users: { admin, reporter }, media, sections: { world, asia, opinion }, stories: { everything, live, draft, scheduled, withdrawn, changed, takenDown, hostile }, pages: { about, draft: draftPage } }
}

/** Files in the media folder, and the rows that know them; one row has no file. */
async function fillMedia(payload: Payload): Promise<Sample['media']> {
  const put = async (filename: string | null, mimeType: string, more: object = {}) => {
    if (filename !== null) writeFileSync(path.join(env().MEDIA_DIR, filename), `the content of ${filename}`)
    const size = mimeType.startsWith('image/') ? { width: 1600, height: 900, focalX: 40, focalY: 60 } : {}
    return Number((await payload.db.create({ collection: 'media', data: { filename, mimeType, alt: `What ${filename} shows`, filesize: 20, ...size, ...more } })).id)
  }
  return {
    picture: await put('two boats.jpg', 'image/jpeg', { caption: 'Two boats.', credit: 'N. Name / Agency' }),
    expired: await put('expired.jpg', 'image/jpeg', { rightsExpireAt: '2026-02-01T00:00:00.000Z' }),
    sound: await put('talk.mp3', 'audio/mpeg', { transcript: 'What is said.' }),
    video: await put('harbour.mp4', 'video/mp4', { credit: 'Film: us' }),
    captions: await put('harbour.vtt', 'text/vtt'),
    empty: await put(null, 'image/png'),
  }
}

function everyBlock(media: Sample['media'], { about, draft, scheduled }: { about: number; draft: number; scheduled: number }): object[] {
  return [
    paragraph(text('The first '), text('bold', 1), text(' and '), text('italic', 2), { type: 'linebreak', version: 1 }, text('line, with '), linkTo('pages', about, 'a page'), text(' and '), linkTo('stories', scheduled, 'a story'), text('.')),
    element('heading', [text('A subhead')], { tag: 'h2' }),
    element('heading', [text('A smaller one')], { tag: 'h3' }),
    block('quote', { text: 'Said plainly.', attribution: 'A minister' }),
    block('pullQuote', { text: 'Set large.', attribution: 'The story' }),
    list('bullet', listItem(text('One')), listItem(list('number', listItem(text('Nested'))))),
    block('image', { media: media.picture, caption: 'Caption here', width: 'wide' }),
    block('image', { media: media.expired, width: 'column' }),
    block('gallery', { title: 'A gallery', pictures: [{ id: 'g1', media: media.picture }, { id: 'g2', media: media.expired, caption: 'Gone' }] }),
    block('readAlso', { story: draft }),
    block('factBox', { title: 'Facts', body: rich(paragraph(text('In a box.')), list('number', listItem(text('Counted')))) }),
    block('timeline', { title: 'Times', entries: [{ id: 't1', when: '1960', title: 'Signed', text: 'In Karachi.' }, { id: 't2', when: '2026', title: 'Read again' }] }),
    block('table', { caption: 'Figures', cells: 'River | Flow\nIndus | 6,600', source: 'A gauge' }),
    block('embed', { url: 'https://www.youtube.com/watch?v=abcdefghijk&t=1', title: 'A film', poster: media.picture }),
    block('embed', { url: 'https://unknown.example/a--b?c=1&d=2', title: 'Elsewhere' }),
    block('audio', { media: media.sound, title: 'A talk', transcript: 'Word for word.' }),
    block('video', { media: media.video, title: 'The harbour', poster: media.picture, captions: media.captions }),
    block('correctionNote', { kind: 'clarification', at: '2026-02-01T08:00:00.000Z', text: 'More exactly.' }),
    { type: 'horizontalrule', version: 1 },
    paragraph(text('The last.')),
  ]
}
