import { Inlines } from '@/components/story/Inlines'
import { formatDate, type Zone } from '@/lib/format/dates'
import { correctionLabel, formatDateline } from '@/lib/format/words'
import type { Block, BlockOf, ListBlock } from '@/lib/model/block'
import type { Dateline } from '@/lib/model/story'
import { litePath } from '@/lib/routes'
import { LitePicture } from './LitePicture'

interface Props {
  body: Block[]
  zone: Zone
  dateline?: Dateline | null
}

/** What a story is made of, as words. A line set large to break up a page is left out: it stands in the text. */
export function LiteBody({ body, zone, dateline = null }: Props) {
  const opening = body.findIndex((block) => block.type === 'paragraph')
  return (
    <div className="body">
      {body.map((block, i) => (
        <LiteBlock key={i} block={block} zone={zone} dateline={i === opening ? dateline : null} />
      ))}
    </div>
  )
}

function LiteBlock({ block, zone, dateline }: { block: Block; zone: Zone; dateline: Dateline | null }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {dateline && `${formatDateline(dateline)}: `}
          <Inlines content={block.content} lead={litePath} />
        </p>
      )
    case 'subhead':
      return block.level === 3 ? <h3 id={block.id}>{block.text}</h3> : <h2 id={block.id}>{block.text}</h2>
    case 'quote':
      return (
        <blockquote>
          <Inlines content={block.content} lead={litePath} />
          {block.attribution && <p className="s m">{block.attribution}</p>}
        </blockquote>
      )
    case 'pull-quote':
      return null
    case 'list':
      return <LiteListBlock list={block} />
    case 'image':
      return <LitePicture figure={block.figure} />
    case 'gallery':
      return block.figures.map((figure, i) => <LitePicture key={i} figure={figure} />)
    case 'read-also':
      return (
        <p>
          <strong className="k s">Read also</strong> <a href={litePath(block.card.path)}>{block.card.headline}</a>
        </p>
      )
    case 'fact-box':
      return (
        <aside aria-label={block.title} className="box">
          <p className="k s">{block.title}</p>
          <LiteBody body={block.body} zone={zone} />
        </aside>
      )
    case 'timeline':
      return <LiteTimeline block={block} />
    case 'table':
      return <LiteTable block={block} />
    case 'embed':
      return (
        <p className="pic s">
          <a href={block.url} rel="noopener">
            {block.title} ({block.provider})
          </a>
        </p>
      )
    case 'audio':
      return <Recording word="Listen" title={block.title} src={block.src} text={block.transcript} />
    case 'video':
      return <Recording word="Watch" title={block.title} src={block.src} text={null} />
    case 'correction-note':
      return (
        <aside aria-label={correctionLabel(block.kind)} className="box">
          <p className="s">
            <strong className="k">{correctionLabel(block.kind)}</strong> <span className="m">{formatDate(block.at, zone)}</span>
          </p>
          <p>{block.text}</p>
        </aside>
      )
    case 'divider':
      return <hr />
  }
}

function LiteListBlock({ list }: { list: ListBlock }) {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map((item, i) => (
        <li key={i}>
          <Inlines content={item.content} lead={litePath} />
          {item.children && <LiteListBlock list={item.children} />}
        </li>
      ))}
    </Tag>
  )
}

function LiteTimeline({ block }: { block: BlockOf<'timeline'> }) {
  return (
    <div className="box">
      {block.title && <p className="k s">{block.title}</p>}
      {block.entries.map((entry, i) => (
        <p key={i}>
          <strong>{entry.when}</strong> {entry.title}
          {entry.text && `: ${entry.text}`}
        </p>
      ))}
    </div>
  )
}

function LiteTable({ block }: { block: BlockOf<'table'> }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard
    <div className="wide" tabIndex={0} role="region" aria-label={block.caption ?? 'Table'}>
      <table>
        {block.caption && <caption className="s m">{block.caption}</caption>}
        <thead>
          <tr>
            {block.header.map((cell, i) => (
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {block.source && <p className="s m">Source: {block.source}</p>}
    </div>
  )
}

function Recording({ word, title, src, text }: { word: string; title: string; src: string; text: string | null }) {
  return (
    <div className="box">
      <p>
        <span className="k s">{word}</span> <a href={src}>{title}</a>
      </p>
      {text && (
        <details>
          <summary className="s">Transcript</summary>
          <p>{text}</p>
        </details>
      )}
    </div>
  )
}
