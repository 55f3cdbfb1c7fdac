import type { Card } from '@/lib/model/card'
import type { Site } from '@/lib/model/site'
import { FollowRail } from './FollowUs'
import { LatestNews } from './LatestNews'
import { TrendingRail } from './Trending'

export interface Aside {
  trending: Card[]
  latest: Card[]
}

/** What stands beside a story or a list: it never competes, and drops below on a phone. */
export function Rail({ trending, latest, site, now, without }: Aside & { site: Site; now: string; without?: string }) {
  const zone = { locale: site.locale, timeZone: site.timeZone }
  return (
    <aside aria-label="More news" className="no-print grid gap-10 md:max-lg:grid-cols-2">
      <TrendingRail cards={trending} now={now} without={without} />
      <LatestNews cards={latest} now={now} zone={zone} without={without} />
      <FollowRail site={site} />
    </aside>
  )
}
