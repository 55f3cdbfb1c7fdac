import { FollowBand } from '@/components/widgets/FollowUs'
import { Newsletter } from '@/components/widgets/Newsletter'
import { TrendingBand } from '@/components/widgets/Trending'
import type { HomeFront } from '@/lib/model/front'
import type { Site } from '@/lib/model/site'
import { sectionPath } from '@/lib/routes'
import { LatestColumn } from './LatestColumn'
import { LeadPackage } from './LeadPackage'
import { OpinionRow, Strip } from './Strip'
import { StripHead } from './StripHead'

/** The home page. Opinion and trending stand between the strips, so that the page has a pulse. */
export function HomeView({ front, site, now }: { front: HomeFront; site: Site; now: string }) {
  const setting = { zone: { locale: site.locale, timeZone: site.timeZone }, now }
  const [first, second, ...others] = front.strips
  // Two or three fill a row below the picture; one, or the first of four, goes beside it.
  const beside = front.supporting.length === 4 || front.supporting.length === 1 ? 1 : 0
  const opinion = front.opinion[0]?.section ?? { slug: 'opinion', name: 'Opinion', path: sectionPath('opinion') }
  return (
    <div data-page="home" className="shell grid gap-12 pt-5 lg:gap-16 lg:pt-7">
      <h1 className="sr-only">{`${site.name}: ${site.tagline}`}</h1>
      <div className="lines lg:grid-cols-12">
        <div className="lg:col-span-9">{front.lead && <LeadPackage lead={front.lead} supporting={front.supporting} beside={beside} {...setting} />}</div>
        <div className="lg:col-span-3">
          <LatestColumn cards={front.latest} {...setting} />
        </div>
      </div>
      {first && <Strip strip={first} {...setting} />}
      {front.opinion.length > 0 && (
        <section aria-label="Opinion">
          <StripHead section={opinion} />
          <OpinionRow cards={front.opinion} />
        </section>
      )}
      {second && <Strip strip={second} {...setting} />}
      {front.trending.length > 0 && <TrendingBand cards={front.trending} now={now} />}
      {others.map((strip) => (
        <Strip key={strip.section.slug} strip={strip} {...setting} />
      ))}
      <div className="grid gap-12">
        {site.newsletterUrl && <Newsletter site={site} />}
        <FollowBand site={site} />
      </div>
    </div>
  )
}
