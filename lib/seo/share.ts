import { createHash } from 'node:crypto'
import type { Site } from '@/lib/model/site'
import type { Story } from '@/lib/model/story'
import { SHARE_SHAPES, sharePath, type ShareShape } from '@/lib/routes'

/** Raised when the drawing changes, so that every card gets a new address. */
const TEMPLATE = 2

/** What a share image is drawn from. */
export type ShareSubject = Pick<Story, 'id' | 'social' | 'section' | 'kicker'>

/** Names what a story's share images show: a change of picture, focal point or words gives another, and so another address. */
export function shareVersion(story: ShareSubject, site: Pick<Site, 'name'>): string {
  const picture = story.social.picture
  const shown = [TEMPLATE, site.name, story.social.headline, story.kicker ?? story.section.name, picture && [picture.id, picture.src, picture.focal.x, picture.focal.y, picture.credit]]
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 12)
}

/** A story's share image in a shape: its path and its size in pixels. */
export function shareImage(story: ShareSubject, site: Pick<Site, 'name'>, shape: ShareShape = 'card'): { path: string; width: number; height: number } {
  const [width, height] = SHARE_SHAPES[shape]
  return { path: sharePath(story.id, shareVersion(story, site), shape), width, height }
}
