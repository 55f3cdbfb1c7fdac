import { getImageProps } from 'next/image'
import type { Picture as PictureModel } from '@/lib/model/picture'

interface Props {
  picture: PictureModel
  /** How wide the picture is shown, as the `sizes` attribute wants it. */
  sizes: string
  /** "3/2": the box that is kept whatever has loaded; the picture's own shape when left out. */
  ratio?: string
  /** The one picture above the fold. */
  first?: boolean
  /** Left out of the accessible page where the headline beside it says it all. */
  decorative?: boolean
  className?: string
}

/** Nobody tells three dots to a pixel from two, which are half the bytes: a screen as dense takes a picture of its full width at two. */
const atMostTwoDots = (sizes: string) => sizes.replace(/100vw$/, '(resolution > 2dppx) 66vw, 100vw')

/** A picture in its box, cropped around its focal point, at the width shown. */
export function Picture({ picture, sizes: shown, ratio, first = false, decorative = false, className = '' }: Props) {
  const sizes = atMostTwoDots(shown)
  const { props } = getImageProps({
    src: picture.src,
    alt: decorative ? '' : picture.alt,
    width: picture.width,
    height: picture.height,
    sizes,
    quality: 60,
    unoptimized: picture.mimeType === 'image/svg+xml',
    ...(first ? { loading: 'eager', fetchPriority: 'high' } : { loading: 'lazy' }),
  })
  const { src, srcSet, loading, fetchPriority, alt, width, height } = props
  return (
    <img
      sizes={sizes}
      srcSet={srcSet}
      src={src}
      alt={alt}
      width={width}
      height={height}
      loading={loading}
      fetchPriority={fetchPriority}
      decoding={first ? 'sync' : 'async'}
      className={`frame ${className}`}
      style={{
        aspectRatio: ratio ?? `${picture.width}/${picture.height}`,
        objectPosition: `${picture.focal.x}% ${picture.focal.y}%`,
      }}
    />
  )
}
