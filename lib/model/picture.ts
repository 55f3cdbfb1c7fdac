import { z } from 'zod'

/**
 * A picture as readers see it. `src` is the original's address on this site (or a full address when
 * media live elsewhere); `focal` is the point that must stay in sight when the picture is cropped, in per cent.
 */
export const pictureSchema = z.object({
  id: z.string(),
  src: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  mimeType: z.string(),
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  focal: z.object({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) }),
})

export type Picture = z.infer<typeof pictureSchema>
