import { formatCount } from '@/lib/format/counts'
import { formatDate } from '@/lib/format/dates'
import { networkWords } from '@/lib/format/social'
import type { Site, SocialProfile } from '@/lib/model/site'

/** The newsroom's profiles elsewhere, in a rail. */
export function FollowRail({ site }: { site: Site }) {
  if (site.social.length === 0) return null
  return (
    <section aria-label="Follow us" data-nosnippet="" className="border-t border-ink pt-2.5">
      <h2 className="hed-label mb-2">Follow us</h2>
      <ul>
        {site.social.map((profile) => (
          <li key={profile.url} className="border-b border-rule last:border-0">
            <ProfileLink profile={profile} site={site} />
          </li>
        ))}
      </ul>
      <AsOf site={site} />
    </section>
  )
}

/** The same across the page, at the end of the front. */
export function FollowBand({ site }: { site: Site }) {
  if (site.social.length === 0) return null
  return (
    <section aria-label="Follow us" data-nosnippet="" className="border-t border-ink pt-2.5">
      <h2 className="hed-label mb-6">Follow us</h2>
      <ul className="lines grid-cols-2 md:grid-cols-3 lg:grid-flow-col lg:auto-cols-fr lg:grid-cols-none">
        {site.social.map((profile) => (
          <li key={profile.url}>
            <ProfileFigure profile={profile} site={site} />
          </li>
        ))}
      </ul>
      <AsOf site={site} />
    </section>
  )
}

function read(profile: SocialProfile, site: Site) {
  const words = networkWords(profile.network, profile.count)
  return { ...words, count: profile.count === null ? null : formatCount(profile.count, site.countStyle, site.locale) }
}

function ProfileLink({ profile, site }: { profile: SocialProfile; site: Site }) {
  const { name, unit, action, count } = read(profile, site)
  return (
    <a href={profile.url} rel="me noopener" className="group grid min-h-12 grid-cols-[1fr_auto] items-center gap-3 font-sans text-[0.875rem] hover:no-underline">
      <span>
        <span className="block font-semibold">{name}</span>
        {count && (
          <span className="meta">
            {count} {unit}
          </span>
        )}
      </span>
      <span className="text-accent underline-offset-4 group-hover:underline">{action}</span>
    </a>
  )
}

function ProfileFigure({ profile, site }: { profile: SocialProfile; site: Site }) {
  const { name, unit, action, count } = read(profile, site)
  return (
    <a href={profile.url} rel="me noopener" className="group flex h-full min-h-24 flex-col hover:no-underline">
      <span className="font-sans text-[0.875rem] font-semibold">{name}</span>
      {count && (
        <>
          <span className="font-large mt-2 text-[2rem] leading-none font-medium tracking-[-0.03em]">{count}</span>
          <span className="meta mt-1">{unit}</span>
        </>
      )}
      <span className="mt-auto pt-2 font-sans text-[0.875rem] text-accent underline-offset-4 group-hover:underline">{action}</span>
    </a>
  )
}

function AsOf({ site }: { site: Site }) {
  const counted = site.social.some((profile) => profile.count !== null)
  if (!counted || !site.socialCountsAsOf) return null
  return (
    <p className="meta mt-3">
      As of <time dateTime={site.socialCountsAsOf}>{formatDate(site.socialCountsAsOf, { locale: site.locale, timeZone: site.timeZone })}</time>
    </p>
  )
}
