import type { Setting } from '@/components/front/CardText'
import { Day } from '@/components/ui/When'
import type { Page } from '@/lib/model/section'
import { Body } from './Body'

/** A standing page: about, contact, policies. */
export function PageView({ page, ...setting }: Setting & { page: Page }) {
  return (
    <article className="shell">
      <header className="pt-8 pb-6 lg:pt-12">
        <h1 className="hed-banner max-w-[20em]">{page.title}</h1>
        {page.standfirst && <p className="standfirst-l mt-4 max-w-[34em]">{page.standfirst}</p>}
      </header>
      <div className="border-t border-ink pt-7 lg:grid lg:grid-cols-12 lg:gap-x-8">
        <p className="meta mb-6 lg:col-span-3">
          Last changed <Day at={page.updatedAt} zone={setting.zone} />
        </p>
        <div className="prose lg:col-span-8">
          <Body body={page.body} {...setting} />
        </div>
      </div>
    </article>
  )
}
