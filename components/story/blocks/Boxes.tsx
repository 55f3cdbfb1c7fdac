import type { ReactNode } from 'react'
import type { Setting } from '@/components/front/CardText'
import { Picture } from '@/components/media/Picture'
import { Day } from '@/components/ui/When'
import { correctionLabel } from '@/lib/format/words'
import type { BlockOf } from '@/lib/model/block'

/** Another story, in the middle of this one. */
export function ReadAlso({ block: { card } }: { block: BlockOf<'read-also'> }) {
  return (
    <aside aria-label={`Read also: ${card.headline}`} className="card no-print relative flex items-center gap-4 border-y border-rule py-3.5" data-nosnippet="">
      <p className="min-w-0 flex-1">
        <span className="kicker mb-1 block">Read Also</span>
        <a href={card.path} className="card-link cover-link hed-s">
          {card.headline}
        </a>
      </p>
      {card.picture && (
        <span className="w-24 shrink-0">
          <Picture picture={card.picture} sizes="96px" ratio="3/2" decorative />
        </span>
      )}
    </aside>
  )
}

export function FactBox({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside aria-label={title} className="border-t-2 border-ink bg-tint px-5 py-5 md:px-6">
      <p className="hed-label mb-3">{title}</p>
      <div className="factbox text-[1.0625rem] leading-normal">{children}</div>
    </aside>
  )
}

export function Timeline({ block }: { block: BlockOf<'timeline'> }) {
  return (
    <section aria-label={block.title ?? 'Timeline'}>
      {block.title && <p className="hed-label mb-4">{block.title}</p>}
      <ol className="timeline">
        {block.entries.map((entry, i) => (
          <li key={i}>
            <span className="meta block font-semibold text-accent">{entry.when}</span>
            <span className="hed-s block">{entry.title}</span>
            {entry.text && <span className="mt-1 block text-[1.0625rem] leading-normal text-soft">{entry.text}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A change owned up to at the place where it was made. */
export function CorrectionNote({ block, zone }: Setting & { block: BlockOf<'correction-note'> }) {
  return (
    <aside aria-label={correctionLabel(block.kind)} className="border-y border-rule py-4 text-[1.0625rem] leading-normal">
      <strong className="kicker">{correctionLabel(block.kind)}</strong>{' '}
      <span className="meta">
        <Day at={block.at} zone={zone} />
      </span>
      <p className="mt-1">{block.text}</p>
    </aside>
  )
}
