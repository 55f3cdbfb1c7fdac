import { z } from 'zod'
import type { Block, ListBlock } from '@/lib/model/block'
import { inlineSchema } from '@/lib/model/inline'
import { pictureSchema } from '@/lib/model/picture'

const text = z.string()
/** A run of words, and a picture with where it is found: what several blocks are made of. */
export const parts = { inline: inlineSchema.strict(), picture: pictureSchema.strict() }
const { picture } = parts
const figure = z.strictObject({ picture, caption: text.nullable() })
const inlines = z.array(parts.inline)
const block = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })

const list: z.ZodType<ListBlock> = z.lazy(() => block('list', { ordered: z.boolean(), items: z.array(z.strictObject({ content: inlines, children: list.nullable() })) }))

/**
 * The blocks of a body as they are written out: the model's own (lib/model/block.ts), but a "read also" names its
 * story instead of carrying a card of it.
 */
export const blockSchemas = {
  paragraph: block('paragraph', { content: inlines }),
  subhead: block('subhead', { level: z.literal([2, 3]), id: text, text }),
  quote: block('quote', { content: inlines, attribution: text.nullable() }),
  'pull-quote': block('pull-quote', { text, attribution: text.nullable() }),
  list,
  image: block('image', { figure, width: z.enum(['column', 'wide']) }),
  gallery: block('gallery', { title: text.nullable(), figures: z.array(figure) }),
  'read-also': block('read-also', { story: z.strictObject({ id: text, path: text.nullable(), headline: text }) }),
  'fact-box': block('fact-box', { title: text, body: z.lazy(() => z.array(blockSchema)) }),
  timeline: block('timeline', { title: text.nullable(), entries: z.array(z.strictObject({ when: text, title: text, text: text.nullable() })) }),
  table: block('table', { caption: text.nullable(), header: z.array(text), rows: z.array(z.array(text)), source: text.nullable() }),
  embed: block('embed', { provider: text, title: text, url: text, embedUrl: text.nullable(), height: z.number().nullable(), poster: picture.nullable() }),
  audio: block('audio', { title: text, src: text, mimeType: text, transcript: text.nullable(), credit: text.nullable() }),
  video: block('video', { title: text, src: text, mimeType: text, poster: picture.nullable(), captionsSrc: text.nullable(), credit: text.nullable() }),
  'correction-note': block('correction-note', { kind: z.enum(['correction', 'clarification', 'update']), at: text, text }),
  divider: block('divider', {}),
} satisfies Record<Block['type'], z.ZodType<PortableBlock>>

export const blockSchema: z.ZodType<PortableBlock> = z.union(Object.values(blockSchemas) as z.ZodType<PortableBlock>[])

/** A story that a "read also" names. */
export interface StoryReference {
  id: string
  path: string | null
  headline: string
}

/** A block as it is written out. */
export type PortableBlock =
  | Exclude<Block, { type: 'read-also' | 'fact-box' }>
  | { type: 'read-also'; story: StoryReference }
  | { type: 'fact-box'; title: string; body: PortableBlock[] }

/** Blocks of the model in the form they are written out in. */
export function toPortable(blocks: readonly Block[]): PortableBlock[] {
  return blocks.map((one) => {
    if (one.type === 'fact-box') return { ...one, body: toPortable(one.body) }
    if (one.type !== 'read-also') return one
    const { id, path, headline } = one.card
    return { type: 'read-also', story: { id, path: path || null, headline } }
  })
}
