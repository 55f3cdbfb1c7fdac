import { Caption } from '@/components/media/Caption'
import { Picture } from '@/components/media/Picture'
import type { BlockOf } from '@/lib/model/block'

export function ImageBlock({ block }: { block: BlockOf<'image'> }) {
  const { picture, caption } = block.figure
  const wide = block.width === 'wide'
  return (
    <figure className={wide ? 'outdent' : ''}>
      <Picture picture={picture} sizes={wide ? '(width >= 62rem) 800px, 100vw' : '(width >= 45rem) 620px, 100vw'} />
      <Caption caption={caption ?? picture.caption} credit={picture.credit} />
    </figure>
  )
}

/** Pictures side by side, moved by hand; nothing moves by itself. */
export function Gallery({ block }: { block: BlockOf<'gallery'> }) {
  const title = block.title ?? 'Pictures'
  return (
    <section aria-label={title}>
      {block.title && <p className="hed-label mb-3">{block.title}</p>}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard */}
      <div className="gallery" tabIndex={0} role="group" aria-label={`${title}: ${block.figures.length} pictures`}>
        {block.figures.map(({ picture, caption }, i) => (
          <figure key={`${picture.id}-${i}`}>
            <Picture picture={picture} sizes="(width >= 45rem) 510px, 82vw" ratio="3/2" />
            <Caption caption={caption ?? picture.caption} credit={picture.credit} />
          </figure>
        ))}
      </div>
    </section>
  )
}
