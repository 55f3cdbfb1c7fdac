import type { Setting } from '@/components/front/CardText'
import { PageTitle } from '@/components/ui/PageTitle'
import { Pagination } from '@/components/ui/Pagination'
import { Day } from '@/components/ui/When'
import { correctionLabel } from '@/lib/format/words'
import type { Card } from '@/lib/model/card'
import type { Paging } from '@/lib/model/front'
import type { Correction } from '@/lib/model/story'
import { correctionsPath } from '@/lib/routes'

interface Props extends Setting {
  entries: { correction: Correction; card: Card }[]
  paging: Paging
}

/** Every change the newsroom owns up to, newest first. */
export function CorrectionsView({ entries, paging, zone }: Props) {
  return (
    <div className="shell">
      <PageTitle title="Corrections" text="What we got wrong, what was unclear, and what has been added since." />
      <div className="border-t border-ink pt-6">
        {entries.length === 0 && <p className="standfirst">There is nothing to correct just now.</p>}
        <ul className="rows">
          {entries.map(({ correction, card }) => (
            <li key={`${card.id}-${correction.at}`} className="grid gap-x-8 gap-y-1 lg:grid-cols-12">
              <p className="lg:col-span-3">
                <span className="kicker block">{correctionLabel(correction.kind)}</span>
                <span className="meta">
                  <Day at={correction.at} zone={zone} />
                </span>
              </p>
              <div className="lg:col-span-8">
                <p className="text-[1.125rem] leading-normal">{correction.text}</p>
                <p className="mt-1">
                  <a href={card.path} className="tap font-medium underline decoration-rule underline-offset-4">
                    {card.headline}
                  </a>
                </p>
              </div>
            </li>
          ))}
        </ul>
        <Pagination paging={paging} path={correctionsPath()} />
      </div>
    </div>
  )
}
