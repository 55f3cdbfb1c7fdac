import { z } from 'zod'

/**
 * A run of text inside a block: the words and how they are set.
 * `href` is always an address a reader can follow (absolute, or a path on this site).
 */
export const inlineSchema = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
  superscript: z.boolean().optional(),
  subscript: z.boolean().optional(),
  href: z.string().optional(),
})

export type Inline = z.infer<typeof inlineSchema>

/** The words of a run of inlines, without any marks. */
export function toPlainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('')
}
