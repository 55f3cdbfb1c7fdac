/** A rectangle within a picture, in its pixels. */
export interface Crop {
  left: number
  top: number
  width: number
  height: number
}

interface Size {
  width: number
  height: number
}

/**
 * The largest rectangle of a shape within a picture that keeps the focal point (in per cent) as near its middle as
 * the edges allow.
 */
export function cropAround(picture: Size, shape: Size, focal: { x: number; y: number }): Crop {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height)
  const width = Math.min(picture.width, Math.max(1, Math.round(shape.width * scale)))
  const height = Math.min(picture.height, Math.max(1, Math.round(shape.height * scale)))
  const place = (length: number, cut: number, percent: number) => Math.round(Math.min(length - cut, Math.max(0, (length * percent) / 100 - cut / 2)))
  return { left: place(picture.width, width, focal.x), top: place(picture.height, height, focal.y), width, height }
}
