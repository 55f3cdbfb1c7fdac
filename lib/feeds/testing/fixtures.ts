import type { Block } from '@/lib/model/block'
import type { Card } from '@/lib/model/card'
import type { Picture } from '@/lib/model/picture'
import type { Site } from '@/lib/model/site'
import type { Story } from '@/lib/model/story'

export const ORIGIN = 'https://news.example.org'

/** Words that would break out of any document that does not mind its marks. */
export const HOSTILE = '</script><script>alert(1)</script> & "quotes" \'single\' ]]> <!-- \u0007 \u2028 {x} *_`#[]'

export const picture = (name: string): Picture => ({ id: name, src: `/api/media/file/${name}.jpg`, width: 1600, height: 900, mimeType: 'image/jpeg', alt: `Alt of ${name}`, caption: `Caption of ${name}`, credit: `Credit of ${name}`, focal: { x: 50, y: 50 } })

const section = { slug: 'world', name: 'World', path: '/world' }
const author = (slug: string, name: string) => ({ slug, name, path: `/author/${slug}`, role: 'Reporter', portrait: null, biography: null })

export const card: Card = { id: '7', path: '/world/other', kind: 'news', kicker: null, headline: 'Another story', standfirst: null, section, authors: [], picture: null, publishedAt: '2026-01-01T00:00:00.000Z', updatedAt: null, readingMinutes: 1 }

/** One of every kind of block. */
export const BLOCKS: Block[] = [
  { type: 'paragraph', content: [{ text: 'The first ' }, { text: 'bold', bold: true }, { text: ' and ' }, { text: 'linked', href: '/world/other', italic: true }, { text: ' words.\nA new line.' }] },
  { type: 'subhead', level: 2, id: 'a', text: 'A subhead' },
  { type: 'quote', content: [{ text: 'Said plainly.' }], attribution: 'A speaker' },
  { type: 'pull-quote', text: 'Pulled out.', attribution: null },
  { type: 'list', ordered: true, items: [{ content: [{ text: 'One' }], children: { type: 'list', ordered: false, items: [{ content: [{ text: 'Nested' }], children: null }] } }, { content: [{ text: 'Two' }], children: null }] },
  { type: 'image', figure: { picture: picture('inline'), caption: 'Its own caption' }, width: 'wide' },
  { type: 'gallery', title: 'A gallery', figures: [{ picture: picture('one'), caption: null }, { picture: picture('two'), caption: null }] },
  { type: 'read-also', card },
  { type: 'fact-box', title: 'Facts', body: [{ type: 'paragraph', content: [{ text: 'In a box.' }] }] },
  { type: 'timeline', title: 'When', entries: [{ when: '1 May', title: 'It began', text: 'Slowly.' }] },
  { type: 'table', caption: 'A table', header: ['Place', 'Feet'], rows: [['Here', '12.0'], ['There | beyond', '13.8']], source: 'A gauge' },
  { type: 'embed', provider: 'YouTube', title: 'A film', url: 'https://www.youtube.com/watch?v=x', embedUrl: 'https://www.youtube-nocookie.com/embed/x', height: null, poster: null },
  { type: 'audio', title: 'A talk', src: '/api/media/file/talk.mp3', mimeType: 'audio/mpeg', transcript: 'Word for word.', credit: null },
  { type: 'video', title: 'A clip', src: '/api/media/file/clip.mp4', mimeType: 'video/mp4', poster: null, captionsSrc: null, credit: null },
  { type: 'correction-note', kind: 'correction', at: '2026-01-16T12:00:00.000Z', text: 'It was twelve.' },
  { type: 'divider' },
]

export const story = (more: Partial<Story> = {}): Story => ({
  id: '42',
  path: '/world/rivers-rise',
  revision: '1',
  kind: 'news',
  language: 'en',
  kicker: null,
  headline: 'Rivers rise',
  standfirst: 'And fall again.',
  authors: [author('amna', 'Amna Khan'), author('omar', 'Omar Ali')],
  dateline: { place: 'Moscow', agency: 'TDI' },
  section,
  trail: [section],
  otherSections: [],
  topics: [{ slug: 'water', name: 'Water', path: '/topic/water' }],
  hero: { picture: picture('hero'), caption: null },
  heroCredit: null,
  body: BLOCKS,
  publishedAt: '2026-01-16T09:05:00.000Z',
  updatedAt: '2026-01-16T11:30:00.000Z',
  corrections: [{ kind: 'clarification', at: '2026-01-16T11:30:00.000Z', text: 'The river is the Neva.' }],
  live: null,
  translations: [],
  expiresAt: null,
  wordCount: 200,
  readingMinutes: 1,
  search: { headline: 'Rivers rise', description: 'And fall again.', noindex: false, canonical: null },
  social: { headline: 'Rivers rise', description: 'And fall again.', picture: picture('hero') },
  relatedChoice: [],
  ...more,
})

export const liveStory = (endedAt: string | null): Story =>
  story({
    id: '43',
    path: '/world/live',
    kind: 'live',
    headline: 'As it happens',
    live: {
      startedAt: '2026-01-16T09:00:00.000Z',
      endedAt,
      posts: [
        { id: 'b2', at: '2026-01-16T12:45:00.000Z', headline: 'Second', author: author('omar', 'Omar Ali'), key: true, body: [{ type: 'paragraph', content: [{ text: 'It turns.' }] }] },
        { id: 'a1', at: '2026-01-16T09:30:00.000Z', headline: 'First', author: null, key: false, body: [{ type: 'paragraph', content: [{ text: 'It begins.' }] }] },
      ],
    },
  })

export const site: Site = {
  name: 'The Meridian',
  alternateName: 'Meridian',
  logo: { ...picture('logo'), width: 512, height: 512 },
  policies: { correctionsPolicy: '/corrections-policy', ethicsPolicy: 'https://elsewhere.example/ethics' },
  preferredSource: true,
  hubs: ['https://hub.example/'],
  crawlers: { uses: { search: true, assistant: true, training: false }, exceptions: [], licenceContact: 'desk@news.example.org' },
  tagline: 'News',
  description: 'A newsroom.',
  language: 'en',
  locale: 'en-GB',
  timeZone: 'Asia/Karachi',
  temperatureUnit: 'celsius',
  city: { slug: 'islamabad', name: 'Islamabad', latitude: 33.7, longitude: 73.1, timeZone: 'Asia/Karachi' },
  cities: [],
  navigation: [],
  footerLinks: [{ label: 'About', path: '/about' }],
  social: [{ network: 'x', url: 'https://x.com/', handle: '@m', count: null }, { network: 'facebook', url: 'https://www.facebook.com/meridian', handle: null, count: null }],
  countStyle: 'full',
  socialCountsAsOf: null,
  breaking: null,
  newsletterUrl: null,
  contactEmail: 'desk@news.example.org',
  foundedYear: 2011,
}
