import type { BlogPosting, ImageObject, LiveBlogPosting, NewsArticle, Person, Thing } from 'schema-dts'
import type { StoryKind } from '@/lib/model/card'
import type { Site } from '@/lib/model/site'
import type { LiveCoverage, LivePost, Story } from '@/lib/model/story'
import { modifiedAt } from '@/lib/model/story'
import { isoWithOffset } from '@/lib/format/dates'
import { correctionLabel, formatDateline } from '@/lib/format/words'
import { livePostPath, type ShareShape } from '@/lib/routes'
import { shareImage } from '../share'
import { idOf, organizationId, urlOf, websiteId } from './graph'
import { imageObject, newsroomGraph } from './newsroom'
import { plainText } from './plain-text'
import { breadcrumb } from './trail'

/** schema.org's own word for each kind of piece. A live story is both: what it is about is news, and it is told entry by entry. */
const TYPES: Record<StoryKind, string | string[]> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'ReportageNewsArticle',
  feature: 'ReportageNewsArticle',
  live: ['LiveBlogPosting', 'NewsArticle'],
}

/** The shapes Google asks for, widest first. */
const SHAPES: ShareShape[] = ['16x9', '4x3', '1x1']
/** Entries in a live story's graph: enough for a crawler that comes by, few enough for a phone. */
const UPDATES = 20
const UPDATE_WORDS = 80

/** A story, who wrote it, and the way to it. */
export function storyGraph(story: Story, site: Site): Thing[] {
  const at = (iso: string) => isoWithOffset(iso, site.timeZone)
  const authors = story.authors.map((author): Person => ({ '@type': 'Person', '@id': idOf(author.path, 'person'), name: author.name, url: urlOf(author.path), ...(author.role ? { jobTitle: author.role } : {}), worksFor: { '@id': organizationId } }))
  const article = {
    '@type': TYPES[story.kind],
    '@id': idOf(story.path, 'story'),
    url: urlOf(story.path),
    mainEntityOfPage: urlOf(story.path),
    ...(story.search.canonical === null ? {} : { isBasedOn: story.search.canonical }),
    headline: story.headline,
    ...(story.search.headline === story.headline ? {} : { alternativeHeadline: story.search.headline }),
    description: story.search.description,
    image: SHAPES.map((shape) => image(story, site, shape)),
    datePublished: at(story.publishedAt),
    dateModified: at(modifiedAt(story)),
    author: authors.length > 0 ? story.authors.map(({ path }) => ({ '@id': idOf(path, 'person') })) : { '@id': organizationId },
    publisher: { '@id': organizationId },
    copyrightHolder: { '@id': organizationId },
    copyrightYear: new Date(story.publishedAt).getUTCFullYear(),
    articleSection: [story.section, ...story.otherSections].map(({ name }) => name),
    ...(story.topics.length > 0 ? { keywords: story.topics.map(({ name }) => name), about: story.topics.map(({ name, path }) => ({ '@type': 'Thing' as const, name, url: urlOf(path) })) } : {}),
    ...(story.dateline ? { dateline: formatDateline(story.dateline), contentLocation: { '@type': 'Place' as const, name: story.dateline.place } } : {}),
    wordCount: story.wordCount,
    inLanguage: story.language,
    isAccessibleForFree: true,
    isPartOf: { '@id': websiteId },
    speakable: { '@type': 'SpeakableSpecification' as const, cssSelector: ['article h1', ...(story.standfirst ? ['article .standfirst-l'] : [])] },
    ...(story.corrections.length > 0 ? { correction: story.corrections.map((correction) => ({ '@type': 'CorrectionComment' as const, name: correctionLabel(correction.kind), text: correction.text, datePublished: at(correction.at) })) } : {}),
    ...(story.translations.length > 0 ? { workTranslation: story.translations.map(({ path }) => ({ '@id': idOf(path, 'story') })) } : {}),
    ...(story.live ? liveFields(story, story.live, at) : {}),
  }
  const steps = [...story.trail, { name: story.headline, path: story.path }]
  return [...newsroomGraph(site), article as unknown as NewsArticle | LiveBlogPosting, ...authors, breadcrumb(story.path, steps)]
}

function image(story: Story, site: Site, shape: ShareShape): ImageObject {
  const { path, width, height } = shareImage(story, site, shape)
  const credit = story.social.picture?.credit
  return { '@type': 'ImageObject', url: urlOf(path), width: pixels(width), height: pixels(height), ...(credit ? { creditText: credit } : {}) }
}

/** A length in pixels, in the words of UN/CEFACT. */
const pixels = (value: number) => ({ '@type': 'QuantitativeValue' as const, value, unitCode: 'E37' })

function liveFields(story: Story, live: LiveCoverage, at: (iso: string) => string): Partial<Record<keyof Exclude<LiveBlogPosting, string>, unknown>> {
  return {
    coverageStartTime: at(live.startedAt),
    ...(live.endedAt ? { coverageEndTime: at(live.endedAt) } : {}),
    liveBlogUpdate: live.posts.slice(0, UPDATES).map((post) => update(post, story, at)),
  }
}

function update(post: LivePost, story: Story, at: (iso: string) => string): BlogPosting {
  const address = livePostPath(story.path, post.id)
  const words = plainText(post.body).split(/\s+/)
  const picture = post.body.find((block) => block.type === 'image')?.figure.picture
  const text = words.length > UPDATE_WORDS ? `${words.slice(0, UPDATE_WORDS).join(' ')} …` : words.join(' ')
  return {
    '@type': 'BlogPosting',
    '@id': urlOf(address),
    url: urlOf(address),
    headline: post.headline,
    ...(text ? { articleBody: text } : {}),
    ...(picture ? { image: imageObject(picture) } : {}),
    datePublished: at(post.at),
    author: post.author ? { '@type': 'Person', name: post.author.name, url: urlOf(post.author.path) } : { '@id': organizationId },
    publisher: { '@id': organizationId },
  }
}
