import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { plan, type Plan, type PlannedStory } from '../newsroom/plan'
import { wxrHead, wxrItem, WXR_END, type ItemInput } from '../../lib/import/wordpress/wxr/testing/build'

const SITE = 'https://old.example'
const DAY = 24 * 60 * 60 * 1000

const stamp = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ')
const linkOf = (story: PlannedStory) => `${SITE}/${stamp(story.publishedAt).slice(0, 10).replaceAll('-', '/')}/${story.slug}/`
const slugOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/**
 * Writes a WordPress export of any size: the newsroom that the other benchmarks use, as a site of many years would hold
 * it. Two thirds of its texts are blocks, the rest classic HTML; a third say “Read Also”; pictures in many of them.
 * @returns the file's size in bytes.
 */
export async function writeExport(file: string, stories: number, now: number): Promise<number> {
  const newsroom = plan(stories, now)
  const out = createWriteStream(file, { highWaterMark: 4 * 1024 * 1024 })
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain')
  }
  await write(
    wxrHead({
      channel: { link: SITE, baseSiteUrl: SITE, baseBlogUrl: SITE },
      authors: newsroom.authors.map((name, i) => ({ id: i + 1, login: `writer${i + 1}`, email: `writer${i + 1}@old.example`, displayName: name })),
      terms: [
        ...newsroom.sections.map(({ name, slug, parent }, i) => ({ taxonomy: 'category', id: i + 1, slug, name, parentSlug: parent === null ? null : newsroom.sections[parent]!.slug })),
        ...newsroom.topics.map((name, i) => ({ taxonomy: 'post_tag', id: 10_000 + i, slug: slugOf(name), name })),
      ],
    }),
  )
  const pictures = Math.min(newsroom.pictures, stories)
  for (let i = 0; i < pictures; i++) await write(wxrItem(picture(i, stories, now)))
  for (let id = 1; id <= stories; id++) await write(wxrItem(post(newsroom, newsroom.story(id), stories)))
  await write(WXR_END)
  out.end()
  await once(out, 'finish')
  return out.bytesWritten
}

const fileOf = (i: number) => `2019/05/picture-${i}.jpg`

function picture(i: number, stories: number, now: number): ItemInput {
  const at = stamp(now - i * DAY)
  return { id: stories + 1 + i, type: 'attachment', status: 'inherit', title: `Picture ${i}`, slug: `picture-${i}`, link: `${SITE}/picture-${i}/`, attachmentUrl: `${SITE}/wp-content/uploads/${fileOf(i)}`, content: '', excerpt: 'Two boats at a jetty', date: at, dateGmt: at, meta: [['_wp_attached_file', fileOf(i)], ['_wp_attachment_image_alt', 'Two boats at a flooded jetty']] }
}

function post(newsroom: Plan, story: PlannedStory, stories: number): ItemInput {
  const { id } = story
  const published = stamp(story.publishedAt)
  const modified = stamp(story.revisedAt ?? story.publishedAt)
  const isBlocks = id % 3 !== 0
  const hero = story.picture === null ? [] : [['_thumbnail_id', String(stories + 1 + story.picture)] as [string, string]]
  return {
    id,
    title: story.headline,
    slug: story.slug,
    link: linkOf(story),
    creator: `writer${(story.authors[0] ?? 0) + 1}`,
    excerpt: story.standfirst,
    content: isBlocks ? blocks(newsroom, story) : classic(newsroom, story),
    date: published,
    dateGmt: published,
    modified,
    modifiedGmt: modified,
    terms: [
      { taxonomy: 'category', slug: newsroom.sections[story.section]!.slug, name: newsroom.sections[story.section]!.name },
      ...story.topics.map((i) => ({ taxonomy: 'post_tag', slug: slugOf(newsroom.topics[i]!), name: newsroom.topics[i]! })),
    ],
    meta: [...hero, ['_edit_last', '1'], ['_yoast_wpseo_metadesc', story.standfirst]],
  }
}

function blocks(newsroom: Plan, story: PlannedStory): string {
  const parts = story.body.map((line) => (line.startsWith('## ') ? `<!-- wp:heading -->\n<h2 class="wp-block-heading">${line.slice(3)}</h2>\n<!-- /wp:heading -->` : `<!-- wp:paragraph -->\n<p>${line}</p>\n<!-- /wp:paragraph -->`))
  const also = readAlso(newsroom, story)
  if (also !== null) parts.splice(Math.min(3, parts.length), 0, `<!-- wp:paragraph -->\n<p>${also}</p>\n<!-- /wp:paragraph -->`)
  if (story.picture !== null && story.picture % 4 === 0) parts.splice(1, 0, `<!-- wp:image {"id":1} -->\n<figure class="wp-block-image"><img src="${SITE}/wp-content/uploads/${fileOf(story.picture).replace('.jpg', '-1024x683.jpg')}" alt="" class="wp-image-1"/><figcaption>Seen on the day</figcaption></figure>\n<!-- /wp:image -->`)
  return parts.join('\n\n')
}

function classic(newsroom: Plan, story: PlannedStory): string {
  const parts = story.body.map((line) => (line.startsWith('## ') ? `<h3>${line.slice(3)}</h3>` : line))
  const also = readAlso(newsroom, story)
  if (also !== null) parts.splice(Math.min(3, parts.length), 0, also)
  return `MOSCOW, (TDI): ${parts.join('\n\n')}`
}

const readAlso = (newsroom: Plan, { readAlso: id }: PlannedStory): string | null => {
  if (id === null) return null
  const other = newsroom.story(id)
  return `<strong>Read Also: <a href="${linkOf(other)}">${other.headline}</a></strong>`
}
