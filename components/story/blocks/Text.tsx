import type { BlockOf, ListBlock } from '@/lib/model/block'
import { Inlines } from '../Inlines'

export function Subhead({ block }: { block: BlockOf<'subhead'> }) {
  const Tag = block.level === 3 ? 'h3' : 'h2'
  return <Tag id={block.id}>{block.text}</Tag>
}

/** Somebody else's words at length. */
export function Quote({ block }: { block: BlockOf<'quote'> }) {
  return (
    <figure className="border-s-2 border-accent ps-5">
      <blockquote>
        <Inlines content={block.content} />
      </blockquote>
      {block.attribution && <figcaption className="meta mt-2">{block.attribution}</figcaption>}
    </figure>
  )
}

/** A line of the story, said louder. */
export function PullQuote({ block }: { block: BlockOf<'pull-quote'> }) {
  return (
    <figure className="outdent border-t border-ink pt-5">
      <blockquote className="hed-xl max-w-[22em] font-normal text-accent">“{block.text.replace(/^[“"]|[”"]$/g, '')}”</blockquote>
      {block.attribution && <figcaption className="meta mt-3">{block.attribution}</figcaption>}
    </figure>
  )
}

export function ListView({ list }: { list: ListBlock }) {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map((item, i) => (
        <li key={i}>
          <Inlines content={item.content} />
          {item.children && <ListView list={item.children} />}
        </li>
      ))}
    </Tag>
  )
}
