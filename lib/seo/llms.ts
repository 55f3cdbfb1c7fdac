import type { Card, SectionLink } from '@/lib/model/card'
import { CRAWLER_USES, type CrawlerUse } from '@/lib/model/crawlers'
import type { Site } from '@/lib/model/site'
import { escapeMarkdown } from '@/lib/feeds/markdown'
import { absoluteUrl, archivePath, feedPathOf, latestPath, licencePath, markdownPath, searchPath, sitemapPath } from '@/lib/routes'
import { contactUrl } from './rights'

const USE_WORDS: Record<CrawlerUse, string> = {
  search: 'answering questions with a link back',
  assistant: 'opening a page because a person asked',
  training: 'training models',
}

/** An llms.txt (llmstxt.org): what is here, where the newest stories stand in plain text, and what may be done with them. */
export function llmsTxt(site: Site, sections: readonly SectionLink[], newest: readonly Card[], origin: string): string {
  const line = (path: string, name: string, words?: string | null) => `- [${escapeMarkdown(name)}](${absoluteUrl(origin, path)})${words ? `: ${escapeMarkdown(words)}` : ''}`
  const allowed = CRAWLER_USES.filter((use) => site.crawlers.uses[use]).map((use) => USE_WORDS[use])
  const refused = CRAWLER_USES.filter((use) => !site.crawlers.uses[use]).map((use) => USE_WORDS[use])
  const contact = site.crawlers.licenceContact
  const terms = [
    allowed.length > 0 ? `Machines may use our work for ${allowed.join(' and ')}.` : '',
    refused.length > 0 ? `Not without a licence: ${refused.join(', ')} (terms: <${absoluteUrl(origin, licencePath)}>${contact ? `, ask: <${contactUrl(contact, origin)}>` : ''}).` : '',
  ]
  return [
    `# ${escapeMarkdown(site.name)}`,
    `> ${escapeMarkdown(site.description || site.tagline)}`,
    `Every story has a plain Markdown form: its address with .md at the end. ${terms.filter(Boolean).join(' ')}`,
    `## Newest stories\n\n${newest.map((card) => line(markdownPath(card.path), card.headline, card.standfirst)).join('\n')}`,
    `## Sections\n\n${sections.map((section) => line(section.path, section.name)).join('\n')}`,
    `## Everything\n\n${[line(latestPath(), 'Latest'), line(archivePath(), 'Archive by day'), line(searchPath, 'Search'), line(feedPathOf('/', 'json'), 'JSON Feed'), line(sitemapPath, 'Sitemap')].join('\n')}`,
    ...(site.footerLinks.length > 0 ? [`## Optional\n\n${site.footerLinks.map(({ path, label }) => line(path, label)).join('\n')}`] : []),
  ]
    .join('\n\n')
    .concat('\n')
}
