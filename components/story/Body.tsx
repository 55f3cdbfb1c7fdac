import type { Setting } from '@/components/front/CardText'
import { formatDateline } from '@/lib/format/words'
import type { Block } from '@/lib/model/block'
import type { Dateline } from '@/lib/model/story'
import { Audio, Embed, Video } from './blocks/Media'
import { CorrectionNote, FactBox, ReadAlso, Timeline } from './blocks/Boxes'
import { Gallery, ImageBlock } from './blocks/Images'
import { TableBlock } from './blocks/TableBlock'
import { ListView, PullQuote, Quote, Subhead } from './blocks/Text'
import { Inlines } from './Inlines'

interface Props extends Setting {
  body: Block[]
  /** Runs in before the first paragraph. */
  dateline?: Dateline | null
}

/** What a story or a page is made of, in reading order. */
export function Body({ body, dateline = null, ...setting }: Props) {
  const opening = body.findIndex((block) => block.type === 'paragraph')
  return body.map((block, i) => <BlockView key={i} block={block} dateline={i === opening ? dateline : null} {...setting} />)
}

function BlockView({ block, dateline, ...setting }: Setting & { block: Block; dateline: Dateline | null }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {dateline && <span className="dateline">{formatDateline(dateline)}: </span>}
          <Inlines content={block.content} />
        </p>
      )
    case 'subhead':
      return <Subhead block={block} />
    case 'quote':
      return <Quote block={block} />
    case 'pull-quote':
      return <PullQuote block={block} />
    case 'list':
      return <ListView list={block} />
    case 'image':
      return <ImageBlock block={block} />
    case 'gallery':
      return <Gallery block={block} />
    case 'read-also':
      return <ReadAlso block={block} />
    case 'fact-box':
      return (
        <FactBox title={block.title}>
          <Body body={block.body} {...setting} />
        </FactBox>
      )
    case 'timeline':
      return <Timeline block={block} />
    case 'table':
      return <TableBlock block={block} />
    case 'embed':
      return <Embed block={block} />
    case 'audio':
      return <Audio block={block} />
    case 'video':
      return <Video block={block} />
    case 'correction-note':
      return <CorrectionNote block={block} {...setting} />
    case 'divider':
      return <hr className="mx-auto my-10! w-16 border-rule" />
  }
}
