import { describe, expect, it } from 'vitest'
import { AI_CRAWLERS, type CrawlerPolicy } from '@/lib/model/crawlers'
import { robotsTxt } from './robots'
import { rslLicence, tdmReservation } from './rights'
import { securityTxt } from './security'

const ORIGIN = 'https://news.example.org'
const policy = (search: boolean, assistant: boolean, training: boolean, exceptions: CrawlerPolicy['exceptions'] = []): CrawlerPolicy => ({ uses: { search, assistant, training }, exceptions, licenceContact: 'desk@news.example.org' })
const open = policy(true, true, true)
const noTraining = policy(true, true, false)

const write = (rules: CrawlerPolicy, indexable = true) => robotsTxt({ policy: rules, origin: ORIGIN, indexable, newsSitemaps: ['/news-sitemap.xml'] })

/** Whether a robots.txt lets an agent fetch a path, as RFC 9309 reads it: its own group or else "*", the longest match, allow before disallow. */
function allows(text: string, agent: string, path: string): boolean {
  const groups: { agents: string[]; rules: { allow: boolean; path: string }[] }[] = []
  let open = false
  for (const line of text.split('\n')) {
    const [, name, value] = /^([a-z-]+):\s*(.*)$/i.exec(line) ?? []
    if (name === undefined) continue
    if (/^user-agent$/i.test(name)) {
      if (!open) groups.push({ agents: [], rules: [] })
      groups.at(-1)!.agents.push(value!.toLowerCase())
      open = true
    } else if (/^(dis)?allow$/i.test(name)) {
      groups.at(-1)!.rules.push({ allow: /^allow$/i.test(name), path: value! })
      open = false
    }
  }
  const mine = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()))
  const rules = (mine.length > 0 ? mine : groups.filter(({ agents }) => agents.includes('*'))).flatMap((group) => group.rules)
  const found = rules.filter((rule) => rule.path !== '' && path.startsWith(rule.path)).sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow))
  return found[0]?.allow ?? true
}

describe('robots.txt', () => {
  it.each([
    ['Googlebot', '/', true],
    ['Googlebot', '/world/story', true],
    ['Googlebot', '/search?q=a', true],
    ['Googlebot', '/api/media/file/a.jpg', true],
    ['Googlebot', '/_next/image?url=a', true],
    ['Googlebot', '/api/users', false],
    ['Googlebot', '/admin', false],
    ['Googlebot', '/preview/link/x', false],
    ['Bingbot', '/feed.xml', true],
    ['GPTBot', '/world/story', false],
    ['GPTBot', '/api/media/file/a.jpg', false],
    ['CCBot', '/', false],
    ['OAI-SearchBot', '/world/story', true],
    ['OAI-SearchBot', '/admin', false],
    ['ChatGPT-User', '/world/story', true],
  ])('with training refused, %s may fetch %s: %s', (agent, path, expected) => {
    expect(allows(write(noTraining), agent, path)).toBe(expected)
  })

  it('refuses each crawler by what it comes for, and makes the exceptions', () => {
    for (const { agent, use } of AI_CRAWLERS) {
      for (const rules of [open, noTraining, policy(false, false, false), policy(false, true, true)]) expect(allows(write(rules), agent, '/world'), `${agent} ${use}`).toBe(rules.uses[use])
    }
    expect(allows(write(policy(true, true, false, [{ agent: 'GPTBot', allowed: true }])), 'GPTBot', '/world')).toBe(true)
    expect(allows(write(policy(true, true, true, [{ agent: 'GPTBot', allowed: false }])), 'GPTBot', '/world')).toBe(false)
  })

  it('says its terms only when something is reserved', () => {
    expect(write(noTraining)).toContain('Content-Signal: search=yes, ai-input=yes, ai-train=no')
    expect(write(noTraining)).toContain(`License: ${ORIGIN}/license.xml`)
    expect(write(open)).not.toMatch(/Content-Signal|License/)
  })

  it('names the sitemaps; a copy that is not to be listed names none and can still be read', () => {
    expect(write(open)).toContain(`Sitemap: ${ORIGIN}/sitemap.xml\nSitemap: ${ORIGIN}/news-sitemap.xml`)
    expect(write(open, false)).not.toContain('Sitemap')
    expect(allows(write(open, false), 'Googlebot', '/world')).toBe(true)
  })
})

describe('terms for machines', () => {
  it('are an RSL licence that permits search and prohibits what is refused', () => {
    const xml = rslLicence(noTraining, { name: 'The <Meridian>' }, ORIGIN)
    expect(xml).toContain('<rsl xmlns="https://rslstandard.org/rsl">')
    expect(xml).toContain('<permits type="usage">search ai-index ai-input</permits>')
    expect(xml).toContain('<prohibits type="usage">ai-train</prohibits>')
    expect(xml).toContain('contactEmail="desk@news.example.org">The &lt;Meridian&gt;</copyright>')
    expect(rslLicence({ ...noTraining, licenceContact: '/contact' }, { name: 'M' }, ORIGIN)).toContain(`contactUrl="${ORIGIN}/contact"`)
  })

  it('are a reservation of text and data mining', () => {
    expect(JSON.parse(tdmReservation(noTraining, ORIGIN)!)).toEqual([{ location: '/', 'tdm-reservation': 1, 'tdm-policy': `${ORIGIN}/license.xml` }])
  })

  it('are not there when nothing is reserved', () => {
    expect([rslLicence(open, { name: 'M' }, ORIGIN), tdmReservation(open, ORIGIN)]).toEqual([null, null])
  })
})

describe('security.txt', () => {
  const now = new Date('2026-01-16T09:05:00Z')
  it('names whom to tell, and runs out within a year', () => {
    const text = securityTxt('desk@news.example.org', 'ur', ORIGIN, now)!
    expect(text).toContain('Contact: mailto:desk@news.example.org\n')
    expect(text).toContain('Preferred-Languages: ur, en\n')
    expect(text).toContain(`Canonical: ${ORIGIN}/.well-known/security.txt\n`)
    const expires = new Date(/^Expires: (.+)$/m.exec(text)![1]!).getTime()
    expect(expires).toBeGreaterThan(now.getTime() + 90 * 86_400_000)
    expect(expires).toBeLessThan(now.getTime() + 365 * 86_400_000)
    expect(securityTxt('https://news.example.org/security', 'en', ORIGIN, new Date('2026-01-16T23:00:00Z'))).toContain('Contact: https://news.example.org/security\nExpires: ' + /^Expires: (.+)$/m.exec(text)![1]!)
  })
  it('is not there when nobody is named', () => expect(securityTxt(null, 'en', ORIGIN, now)).toBeNull())
})
