import { drawShareImage } from '@/lib/adapters/share/image'
import { log } from '@/lib/log'
import { SHARE_SHAPES, type ShareShape } from '@/lib/routes'
import { shareImage, shareVersion } from '@/lib/seo/share'
import { recall } from './memory'
import { getSite } from './site'
import { getStory } from './stories'
import { tags } from './tags'
import { getWithdrawal } from './withdrawn'

export type ShareAnswer = { state: 'drawn'; image: Buffer<ArrayBuffer> } | { state: 'moved'; path: string } | { state: 'withdrawn' } | { state: 'missing' }

/** A crawler that walks the archive must not keep readers waiting: two drawings at a time. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** A story's share image; of an earlier version, where the one of today is. Drawn on the first call and kept for a while. */
export async function getShareImage(id: string, version: string, shape: ShareShape): Promise<ShareAnswer> {
  const [story, site] = await Promise.all([getStory(id), getSite()])
  if (story === null) return (await getWithdrawal(id)) === null ? { state: 'missing' } : { state: 'withdrawn' }
  if (version !== shareVersion(story, site)) return { state: 'moved', path: shareImage(story, site, shape).path }
  const [width, height] = SHARE_SHAPES[shape]
  const words = { name: site.name, label: story.kicker ?? story.section.name, headline: story.social.headline }
  const drawing = { size: { width, height }, isCard: shape === 'card' }
  const draw = () =>
    inTurn(() =>
      drawShareImage(story.social.picture, words, drawing).catch((error: unknown) => {
        log.error({ err: error, story: id, shape }, 'a picture could not be cut for sharing')
        return drawShareImage(null, words, drawing)
      }),
    )
  const image = await recall(`share ${id} ${version} ${shape}`, [tags.story(id)], draw, { weigh: (bytes) => bytes.length })
  return { state: 'drawn', image: image as Buffer<ArrayBuffer> }
}
