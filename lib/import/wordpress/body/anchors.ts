import { freeId } from '@/lib/adapters/cms/body'
import { rawText, type Child, type Element } from './tree'

/** Anchors of the old body and those that its headings have here, without the "#". */
export type Headings = ReadonlyMap<string, string>

const HEADING = /^h[1-6]$/

/** Finds what links within the body may lead to; empty when it has no such links. */
export function findHeadings(root: Element, content: string): Headings {
  const found = new Map<string, string>()
  if (!/href=["']?#/.test(content)) return found
  const ids = new Map<string, number>()
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child.kind === 'text') continue
      if (HEADING.test(child.name)) note(child)
      else visit(child)
    }
  }
  const note = (heading: Element): void => {
    const text = rawText(heading.children).replace(/\s+/g, ' ').trim()
    if (text === '') return
    const here = freeId(text, ids)
    for (const anchor of [heading, ...heading.children].map(anchorOf)) if (anchor !== undefined) found.set(anchor, here)
  }
  visit(root)
  return found
}

const anchorOf = (child: Child): string | undefined => (child.kind === 'text' ? undefined : (child.attributes.id ?? child.attributes.name))
