import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { HOSTILE, liveStory, site, story } from '@/lib/feeds/testing/fixtures'
import { STORY_KINDS } from '@/lib/model/card'
import { writeGraph } from './graph'
import { authorGraph, listGraph, pageGraph } from './pages'
import { storyGraph } from './story'

type Node = Record<string, unknown>
const nodesOf = (things: Parameters<typeof writeGraph>[0]) => (JSON.parse(writeGraph(things)) as { '@graph': Node[] })['@graph']
const nodeOf = (things: Parameters<typeof writeGraph>[0], type: string) => nodesOf(things).find((node) => [node['@type']].flat().includes(type))!

const author = { slug: 'amna', name: 'Amna Khan', path: '/author/amna', role: 'Editor', portrait: null, biography: 'Writes.', contacts: [{ label: 'X', href: 'https://x.com/amna' }, { label: 'E-mail', href: 'mailto:a@b.example' }] }
const page = { id: '1', slug: 'about', path: '/about', title: 'About', standfirst: null, body: [], updatedAt: '2026-01-01T00:00:00.000Z' }
const GRAPHS = {
  story: storyGraph(story(), site),
  'story without author, picture or topics': storyGraph(story({ authors: [], hero: null, topics: [], dateline: null, corrections: [], social: { headline: 'A', description: 'B', picture: null } }), site),
  'story in two languages': storyGraph(story({ translations: [{ language: 'ur', path: '/ur/a' }] }), site),
  'story first published elsewhere': storyGraph(story({ search: { ...story().search, canonical: 'https://first.example/a' } }), site),
  live: storyGraph(liveStory(null), site),
  home: listGraph({ name: site.name, description: site.description, path: '/', trail: [] }, site),
  section: listGraph({ name: 'World', description: null, path: '/world', page: 2, trail: [{ name: 'World', path: '/world' }] }, site),
  author: authorGraph(author, 1, site),
  page: pageGraph(page, site),
}

describe('a story’s graph', () => {
  it.each([
    ['news', 'NewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['interview', 'ReportageNewsArticle'],
    ['feature', 'ReportageNewsArticle'],
    ['live', 'LiveBlogPosting'],
  ] as const)('calls %s %s', (kind, type) => expect(nodeOf(storyGraph(story({ kind }), site), type)).toBeDefined())
  it('knows every kind', () => expect(STORY_KINDS).toHaveLength(6))

  it('says when, who, where and what, with the newsroom’s own offset', () => {
    const article = nodeOf(GRAPHS.story, 'NewsArticle')
    expect(article).toMatchObject({
      headline: 'Rivers rise',
      datePublished: '2026-01-16T14:05:00+05:00',
      dateModified: '2026-01-16T16:30:00+05:00',
      dateline: 'MOSCOW, (TDI)',
      articleSection: ['World'],
      keywords: ['Water'],
      wordCount: 200,
      inLanguage: 'en',
      isAccessibleForFree: true,
      correction: [{ '@type': 'CorrectionComment', text: 'The river is the Neva.', datePublished: '2026-01-16T16:30:00+05:00' }],
    })
    const people = nodesOf(GRAPHS.story).filter((node) => node['@type'] === 'Person')
    expect(people.map(({ name }) => name)).toEqual(['Amna Khan', 'Omar Ali'])
    expect((article.image as { url: string; width: { value: number }; height: { value: number } }[]).map(({ url, width, height }) => [/-([0-9a-z]+)\.jpg$/.exec(url)![1], width.value, height.value])).toEqual([['16x9', 1200, 675], ['4x3', 1200, 900], ['1x1', 1200, 1200]])
  })

  it('says where it was first published, when that was elsewhere', () => {
    expect(nodeOf(GRAPHS['story first published elsewhere'], 'NewsArticle')).toMatchObject({ url: 'http://localhost:3000/world/rivers-rise', mainEntityOfPage: 'http://localhost:3000/world/rivers-rise', isBasedOn: 'https://first.example/a' })
    expect(nodeOf(GRAPHS.story, 'NewsArticle').isBasedOn).toBeUndefined()
  })

  it('never says that it changed before it was published', () => {
    const article = nodeOf(storyGraph(story({ updatedAt: '2026-01-01T00:00:00.000Z' }), site), 'NewsArticle')
    expect(article.dateModified).toBe(article.datePublished)
  })

  it('tells a live story entry by entry, and its end only when it has ended', () => {
    const live = nodeOf(GRAPHS.live, 'LiveBlogPosting')
    expect(live.coverageStartTime).toBe('2026-01-16T14:00:00+05:00')
    expect(live).not.toHaveProperty('coverageEndTime')
    expect(live.dateModified).toBe('2026-01-16T17:45:00+05:00')
    const updates = live.liveBlogUpdate as Node[]
    expect(updates.map(({ url, headline, articleBody }) => [String(url).split('/world')[1], headline, articleBody])).toEqual([['/live#post-b2', 'Second', 'It turns.'], ['/live#post-a1', 'First', 'It begins.']])
    expect(nodeOf(storyGraph(liveStory('2026-01-16T13:00:00.000Z'), site), 'LiveBlogPosting').coverageEndTime).toBe('2026-01-16T18:00:00+05:00')
  })
})

describe('the newsroom’s graph', () => {
  it('names the policies that are filled in and the profiles that are somebody’s', () => {
    expect(nodeOf(GRAPHS.home, 'NewsMediaOrganization')).toMatchObject({ ethicsPolicy: 'https://elsewhere.example/ethics', sameAs: ['https://www.facebook.com/meridian'], foundingDate: '2011' })
    expect(nodeOf(GRAPHS.home, 'NewsMediaOrganization')).not.toHaveProperty('masthead')
    expect(String(nodeOf(GRAPHS.home, 'NewsMediaOrganization').correctionsPolicy)).toMatch(/\/corrections-policy$/)
  })
  it('gives an author’s profiles and none of their letters', () => expect(nodeOf(GRAPHS.author, 'Person').sameAs).toEqual(['https://x.com/amna']))
  it('calls pages what they are', () => {
    expect(nodeOf(GRAPHS.page, 'AboutPage')).toBeDefined()
    expect(nodeOf(pageGraph({ ...page, slug: 'privacy' }, site), 'WebPage')).toBeDefined()
  })
})

it('no text closes the script it stands in', () => {
  const written = writeGraph(storyGraph(story({ headline: HOSTILE, kicker: HOSTILE, topics: [{ slug: 'a', name: HOSTILE, path: '/topic/a' }] }), { ...site, name: HOSTILE }))
  expect(written).not.toMatch(/[<>&\u2028\u2029]/)
  expect(written).toContain('\\u003c/script')
  expect((JSON.parse(written) as { '@graph': Node[] })['@graph'].find((node) => node.headline)!.headline).toBe(HOSTILE)
})

describe.each(Object.entries(GRAPHS))('the graph of %s', (_, things) => {
  const written = writeGraph(things)

  it('points at nothing that is not in it', () => {
    const nodes = nodesOf(things)
    const ids = new Set(nodes.map((node) => node['@id']))
    expect(ids.size).toBe(nodes.length)
    const references = [...written.matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id!)
    for (const id of references.filter((id) => !id.includes('/ur/'))) expect(ids).toContain(id)
  })

  it('is understood by a JSON-LD processor, in schema.org’s own words', async () => {
    const document = JSON.parse(written) as { '@graph': Node[] }
    const context = { '@vocab': 'https://schema.org/' }
    const expanded = await jsonld.expand({ ...document, '@context': context } as never, { documentLoader: () => Promise.reject(new Error('nothing is fetched')) })
    const typings = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8')
    const words = new Set<string>()
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(walk)
      if (typeof value !== 'object' || value === null) return
      for (const [property, inner] of Object.entries(value)) {
        if (property === '@type') for (const type of [inner].flat()) words.add(String(type))
        else if (!property.startsWith('@')) words.add(property)
        walk(inner)
      }
    }
    walk(expanded)
    expect(words.size).toBeGreaterThan(15)
    for (const word of words) {
      const name = word.replace('https://schema.org/', '')
      if (name === 'query-input') continue
      expect(typings.includes(`"${name}"`), `${name} is a word of schema.org`).toBe(true)
    }
  })
})
