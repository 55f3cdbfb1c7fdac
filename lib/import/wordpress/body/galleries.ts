import type { Flow } from './html'
import type { Job } from './job'
import { fieldsOf, isBlock } from './lexical'
import { withCaption } from './captions'
import { pictureBlock } from './media'
import type { Style } from './style'
import { hasClass, type Element } from './tree'
import type { KnownMedia, Node } from './types'

const GALLERIES = ['wp-block-gallery', 'gallery', 'wp-block-jetpack-tiled-gallery', 'wp-block-jetpack-slideshow', 'tiled-gallery']

/** True for what WordPress and its best-known plugin draw a gallery as. */
export const isGallery = (element: Element): boolean => GALLERIES.some((name) => hasClass(element, name))

/** Two pictures or more as one block, one as itself; the words of their captions stay with them. */
export function galleryOf(job: Job, pictures: Node[]): Node[] {
  if (pictures.length < 2) return pictures
  const rows = pictures.map((picture) => {
    const { media, caption } = fieldsOf(picture)
    return { id: job.nextId(), media, ...(caption === undefined ? {} : { caption }) }
  })
  return [job.block('gallery', { pictures: rows })]
}

/** A gallery with its pictures inside, or those that its settings number. */
export function gallery(flow: Flow, element: Element, style: Style, numbers: readonly number[] = []): void {
  const { job } = flow
  const captions = element.children.filter((child): child is Element => child.kind === 'element' && (child.name === 'figcaption' || hasClass(child, 'blocks-gallery-caption')))
  const inner = flow.nodes(element.children.filter((child) => !captions.includes(child as Element)), style)
  const pictures = inner.filter((node) => isBlock(node, 'image'))
  const others = inner.filter((node) => !isBlock(node, 'image'))
  const shown = pictures.length > 0 ? pictures : numbered(job, numbers)
  const caption = flow.nodes(
    captions.flatMap((part) => part.children),
    { ...style, mode: 'line' },
  )
  flow.addAll(withCaption(job, galleryOf(job, shown), caption))
  flow.addAll(others)
}

/** Pictures by the numbers of their attachments; one that is not in the export is named. */
export function numbered(job: Job, numbers: readonly number[]): Node[] {
  return numbers.flatMap((number) => {
    const media = job.context.mediaById(number)
    if (media?.kind === 'image') return [pictureBlock(job, media, false)]
    job.notes.add('dropped', 'picture-not-found', 'A gallery shows a picture that is not in the export.', `attachment ${number}`)
    return []
  })
}

/** The files that a gallery or playlist shortcode means: by number, or all that belong to the post. */
export function filesOf(job: Job, attributes: Record<string, string>, kinds: readonly KnownMedia['kind'][]): KnownMedia[] {
  const chosen = attributes.ids ?? attributes.include ?? attributes.images
  const excluded = new Set(numbersIn(attributes.exclude ?? ''))
  if (chosen === undefined) return job.context.attached().filter(({ id, kind }) => kinds.includes(kind) && ![...excluded].some((number) => job.context.mediaById(number)?.id === id))
  return numbersIn(chosen).flatMap((number) => {
    const media = job.context.mediaById(number)
    if (media !== null && kinds.includes(media.kind)) return [media]
    job.notes.add('dropped', 'file-not-found', 'A gallery or playlist names a file that is not in the export.', `attachment ${number}`)
    return []
  })
}

/** Whole numbers in a list like "12, 15". */
export const numbersIn = (text: string): number[] => [...text.matchAll(/\d{1,15}/g)].map(Number)

