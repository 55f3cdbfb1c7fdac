import type { HomeFront } from '@/lib/model/front'
import type { Site } from '@/lib/model/site'
import { litePath } from '@/lib/routes'
import { LiteList } from './LiteList'

const IN_A_SECTION = 4

/** The home page in words: what leads, what is new, then each section. */
export function LiteHome({ front, site, now }: { front: HomeFront; site: Site; now: string }) {
  const setting = { zone: site, now }
  const lead = front.lead ? [front.lead, ...front.supporting] : front.supporting
  return (
    <>
      <div className="head">
        <h1 className="tag">{site.tagline}</h1>
        <LiteList cards={lead} lead underTitle {...setting} />
      </div>
      <section aria-labelledby="latest">
        <h2 id="latest">Latest</h2>
        <LiteList cards={front.latest} standfirst={false} {...setting} />
      </section>
      {front.strips.map((strip) => (
        <section key={strip.section.path} aria-labelledby={`strip-${strip.section.slug}`}>
          <h2 id={`strip-${strip.section.slug}`}>
            <a href={litePath(strip.section.path)}>{strip.section.name}</a>
          </h2>
          <LiteList cards={strip.cards.slice(0, IN_A_SECTION)} standfirst={false} {...setting} />
        </section>
      ))}
      {front.opinion.length > 0 && (
        <section aria-labelledby="opinion">
          <h2 id="opinion">{front.opinion[0]!.section.name}</h2>
          <LiteList cards={front.opinion} standfirst={false} {...setting} />
        </section>
      )}
      {front.trending.length > 0 && (
        <section aria-labelledby="trending">
          <h2 id="trending">Trending Now</h2>
          <LiteList cards={front.trending} standfirst={false} ranked {...setting} />
        </section>
      )}
    </>
  )
}
