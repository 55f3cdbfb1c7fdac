/**
 * What AI crawlers come for. Each company's own documents say which of its agents does which:
 * answering questions with a link back, fetching a page because a person asked, or gathering training text.
 */
export const CRAWLER_USES = ['search', 'assistant', 'training'] as const
export type CrawlerUse = (typeof CRAWLER_USES)[number]

export interface AiCrawler {
  /** Its name in robots.txt and, as a part, in its User-Agent header. */
  agent: string
  company: string
  use: CrawlerUse
}

export const AI_CRAWLERS: readonly AiCrawler[] = [
  { agent: 'OAI-SearchBot', company: 'OpenAI', use: 'search' },
  { agent: 'Claude-SearchBot', company: 'Anthropic', use: 'search' },
  { agent: 'PerplexityBot', company: 'Perplexity', use: 'search' },
  { agent: 'DuckAssistBot', company: 'DuckDuckGo', use: 'search' },
  { agent: 'Amazonbot', company: 'Amazon', use: 'search' },
  { agent: 'ChatGPT-User', company: 'OpenAI', use: 'assistant' },
  { agent: 'Claude-User', company: 'Anthropic', use: 'assistant' },
  { agent: 'Perplexity-User', company: 'Perplexity', use: 'assistant' },
  { agent: 'MistralAI-User', company: 'Mistral', use: 'assistant' },
  { agent: 'meta-externalfetcher', company: 'Meta', use: 'assistant' },
  { agent: 'GPTBot', company: 'OpenAI', use: 'training' },
  { agent: 'ClaudeBot', company: 'Anthropic', use: 'training' },
  { agent: 'Google-Extended', company: 'Google', use: 'training' },
  { agent: 'Applebot-Extended', company: 'Apple', use: 'training' },
  { agent: 'meta-externalagent', company: 'Meta', use: 'training' },
  { agent: 'CCBot', company: 'Common Crawl', use: 'training' },
  { agent: 'Bytespider', company: 'ByteDance', use: 'training' },
]

/** What the newsroom lets AI crawlers do with its work. */
export interface CrawlerPolicy {
  /** Whether each use is allowed. */
  uses: Record<CrawlerUse, boolean>
  /** Agents treated unlike the others of their use. */
  exceptions: { agent: string; allowed: boolean }[]
  /** Where a licence can be asked for: an address of a page, or an e-mail address; null when none is given. */
  licenceContact: string | null
}

/** Whether a known crawler may read the site: its own exception first, then the rule for what it comes for. */
export function isAllowed(policy: CrawlerPolicy, crawler: AiCrawler): boolean {
  return policy.exceptions.find(({ agent }) => agent === crawler.agent)?.allowed ?? policy.uses[crawler.use]
}

/** The AI crawlers that are asked to stay away. */
export const listRefused = (policy: CrawlerPolicy): AiCrawler[] => AI_CRAWLERS.filter((crawler) => !isAllowed(policy, crawler))

/** Whether the newsroom has reserved anything at all; without that, no signal is sent. */
export const hasReservation = (policy: CrawlerPolicy): boolean => listRefused(policy).length > 0

/** Whether a User-Agent header names a crawler that is asked to stay away. */
export function isRefusedAgent(policy: CrawlerPolicy, userAgent: string): boolean {
  const said = userAgent.toLowerCase()
  return listRefused(policy).some(({ agent }) => said.includes(agent.toLowerCase()))
}
