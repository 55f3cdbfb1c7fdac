import { Fragment, type ReactNode } from 'react'
import type { Inline } from '@/lib/model/inline'

type Lead = (href: string) => string

/** A run of text with its marks; `lead` says where its links go. */
export function Inlines({ content, lead = (href) => href }: { content: Inline[]; lead?: Lead }) {
  return content.map((inline, i) => <Fragment key={i}>{mark(inline, lead)}</Fragment>)
}

function mark(inline: Inline, lead: Lead): ReactNode {
  let node: ReactNode = breakLines(inline.text)
  if (inline.code) node = <code>{node}</code>
  if (inline.superscript) node = <sup>{node}</sup>
  if (inline.subscript) node = <sub>{node}</sub>
  if (inline.strike) node = <s>{node}</s>
  if (inline.italic) node = <em>{node}</em>
  if (inline.bold) node = <strong>{node}</strong>
  return inline.href ? <a href={lead(inline.href)}>{node}</a> : node
}

function breakLines(text: string): ReactNode {
  const lines = text.split('\n')
  if (lines.length === 1) return text
  return lines.map((line, i) => (
    <Fragment key={i}>
      {i > 0 && <br />}
      {line}
    </Fragment>
  ))
}
