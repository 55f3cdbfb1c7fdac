import type { Figure } from '@/lib/model/block'
import type { Picture } from '@/lib/model/picture'

const WIDTH = 800
/** What a photograph of this width comes to as WebP in the site's quality, measured over the demonstration's pictures and rounded up. */
const BYTES_A_PIXEL = 0.12

/** Where a picture is to be seen on its own, in the size of a telephone. */
const addressOf = (picture: Picture) => (picture.src.startsWith('/') ? `/_next/image?url=${encodeURIComponent(picture.src)}&w=${WIDTH}&q=60` : picture.src)

/** About how many kilobytes a reader would fetch, to the next ten. */
export function weightOf(picture: Pick<Picture, 'width' | 'height'>): number {
  const width = Math.min(WIDTH, picture.width)
  return Math.max(10, Math.ceil((width * width * (picture.height / picture.width) * BYTES_A_PIXEL) / 1024 / 10) * 10)
}

/** A picture as a link to it, with what is to be seen on it in words. */
export function LitePicture({ figure, credit }: { figure: Figure; credit?: string | null }) {
  const { picture } = figure
  const caption = figure.caption ?? picture.caption
  const by = credit ?? picture.credit
  return (
    <figure className="pic s">
      <p className="m">{picture.alt}</p>
      <p>
        <a href={addressOf(picture)}>Show picture (about {weightOf(picture)} KB)</a>
      </p>
      {(caption || by) && (
        <figcaption className="m">
          {caption} {by}
        </figcaption>
      )}
    </figure>
  )
}
