import type { ReactNode } from 'react'
import { formatLongDate, zonedDay } from '@/lib/format/dates'
import { formatWeather, isWeatherCurrent } from '@/lib/format/weather'
import type { SectionLink } from '@/lib/model/card'
import type { NavigationLink, Site } from '@/lib/model/site'
import type { Weather } from '@/lib/model/weather'
import { archivePath, correctionsPath, homePath, latestPath, litePath, searchPath } from '@/lib/routes'

interface Props {
  site: Site
  sections: SectionLink[]
  now: string
  weather: Weather | null
  children: ReactNode
}

/** Head and foot of every page of the lite edition. */
export function LiteFrame({ site, sections, now, weather, children }: Props) {
  const current = weather !== null && isWeatherCurrent(weather, new Date(now).getTime()) ? weather : null
  return (
    <>
      <a href="#content" className="skip">
        Skip to content
      </a>
      <header className="top">
        <div className="row">
          <a href={litePath(homePath)} className="name">
            {site.name}
          </a>
          <p className="s m">
            {current && `${formatWeather(current)} · `}
            {site.city.name} · {formatLongDate(now, site)}
          </p>
        </div>
      </header>
      <nav aria-label="Sections" className="top s">
        <Links links={[...sections.map(({ name, path }) => ({ label: name, path })), { label: 'Latest', path: latestPath() }, { label: 'Search', path: searchPath }]} />
      </nav>
      <main id="content" tabIndex={-1}>
        {site.breaking && <Breaking bar={site.breaking} />}
        {children}
      </main>
      <LiteFoot site={site} now={now} />
    </>
  )
}

function Breaking({ bar }: { bar: NonNullable<Site['breaking']> }) {
  return (
    <p className="head">
      <strong className="k s">{bar.label}</strong> {bar.path ? <a href={litePath(bar.path)}>{bar.text}</a> : bar.text}
    </p>
  )
}

function LiteFoot({ site, now }: Pick<Props, 'site' | 'now'>) {
  const own = [
    { label: 'Archive', path: archivePath() },
    { label: 'Corrections', path: correctionsPath() },
  ]
  const given = new Set(site.footerLinks.map((link) => link.path))
  return (
    <footer>
      <nav aria-label="About this site" className="s">
        <Links links={[...site.footerLinks, ...own.filter((link) => !given.has(link.path))]} />
      </nav>
      <p className="s m">
        © {zonedDay(now, site.timeZone).slice(0, 4)} {site.name}. The lite edition has every word and no script, font or picture that you have not asked for.
      </p>
    </footer>
  )
}

function Links({ links }: { links: NavigationLink[] }) {
  return (
    <ul className="links">
      {links.map((link) => (
        <li key={link.path}>
          <a href={litePath(link.path)}>{link.label}</a>
        </li>
      ))}
    </ul>
  )
}

/** The way back, at the end of each page, because only the page knows its own address. */
export function FullEdition({ path }: { path: string }) {
  return (
    <section className="s">
      <a href={path}>Full edition of this page</a>
    </section>
  )
}
