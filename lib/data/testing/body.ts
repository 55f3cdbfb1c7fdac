/** Paragraphs as the editor saves them; a number is a "read also" of that story. */
export function toTestBody(items: readonly (string | number)[]): object {
  const node = { format: '', indent: 0, version: 1, direction: 'ltr' }
  const children = items.map((item, i) =>
    typeof item === 'string'
      ? { ...node, type: 'paragraph', textFormat: 0, children: [{ type: 'text', text: item, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }] }
      : { type: 'block', version: 2, format: '', fields: { id: `block-${i}`, blockType: 'readAlso', blockName: '', story: item } },
  )
  return { root: { ...node, type: 'root', children } }
}
