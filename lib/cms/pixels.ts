import type { Metadata } from 'sharp'

/** What a picture unpacks to, all its frames together, by its header: of one with frames the height is that of one. */
export const pixelsOf = ({ width, height, pages = 1 }: Pick<Metadata, 'width' | 'height' | 'pages'>): number => width * height * pages
