import { describe, expect, it } from 'vitest'
import { site, story } from '@/lib/feeds/testing/fixtures'
import { storyMetadata } from './metadata'

const OWN = 'http://localhost:3000/world/rivers-rise'
const translations = [{ language: 'ur', path: '/ur/a' }]

describe('the head of a story', () => {
  it('names its own address', () => {
    const { alternates, openGraph } = storyMetadata(story({ translations }), site)
    expect(alternates).toMatchObject({ canonical: OWN, languages: { ur: 'http://localhost:3000/ur/a' } })
    expect(openGraph).toMatchObject({ url: OWN })
  })

  it('sends search engines to where it was first published, and readers nowhere', () => {
    const { alternates, openGraph } = storyMetadata(story({ translations, search: { ...story().search, canonical: 'https://first.example/a' } }), site)
    expect(alternates?.canonical).toBe('https://first.example/a')
    expect(alternates?.languages).toBeUndefined()
    expect(openGraph).toMatchObject({ url: OWN })
  })

  it('names an address that is not ASCII with escapes', () => {
    expect(storyMetadata(story({ path: '/2019/مقال' }), site).alternates?.canonical).toBe('http://localhost:3000/2019/%D9%85%D9%82%D8%A7%D9%84')
  })
})
