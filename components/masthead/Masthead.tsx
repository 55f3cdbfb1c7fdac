import { Icon } from '@/components/ui/Icon'
import { formatLongDate, msUntilMidnight, zonedDay } from '@/lib/format/dates'
import type { Site } from '@/lib/model/site'
import type { Weather } from '@/lib/model/weather'
import { searchPath } from '@/lib/routes'
import { BreakingBar } from './BreakingBar'
import { Menu, type SectionTree } from './Menu'
import { OfflineWorker } from './OfflineWorker.client'
import { SearchForm } from './SearchForm'
import { Sections } from './Sections'
import { ThemeSwitch } from './ThemeSwitch.client'
import { Today } from './Today.client'
import { WeatherNow } from './WeatherNow.client'
import { Wordmark } from './Wordmark'

interface Props {
  site: Site
  tree: SectionTree
  now: string
  weather: Weather | null
}

/** The top of every page: the day and its weather, the name, the sections. */
export function Masthead({ site, tree, now, weather }: Props) {
  const links = site.navigation.length > 0 ? site.navigation : tree.map(({ name, path }) => ({ label: name, path }))
  return (
    <>
      {site.breaking && <BreakingBar breaking={site.breaking} />}
      <header className="no-print relative">
        <div className="shell">
          <div className="masthead-grid">
            <div className="[grid-area:menu] lg:hidden">
              <Menu tree={tree} />
            </div>
            <DayLine site={site} now={now} weather={weather} />
            <div className="py-2.5 text-center [grid-area:name] lg:py-4">
              <Wordmark name={site.name} />
            </div>
            <div className="flex items-center justify-end [grid-area:tools]">
              <SearchForm id="masthead-search" label="Search this site" className="hidden w-48 lg:flex" />
              <a href={searchPath} aria-label="Search" className="flex h-11 w-11 items-center justify-center hover:text-accent lg:hidden">
                <Icon name="search" />
              </a>
              <div className="-me-3">
                <ThemeSwitch />
              </div>
            </div>
          </div>
          <div className="lg:border-t lg:border-rule">
            <Sections links={links} />
          </div>
          <div className="double-rule" />
        </div>
      </header>
      <OfflineWorker />
    </>
  )
}

function DayLine({ site, now, weather }: Omit<Props, 'tree'>) {
  const zone = { locale: site.locale, timeZone: site.timeZone }
  return (
    <div
      data-nosnippet=""
      className="meta flex flex-wrap items-center justify-between gap-x-3 border-y border-rule [grid-area:day] lg:flex-col lg:items-start lg:border-0"
    >
      <span className="py-1 whitespace-nowrap text-ink">
        <Today text={formatLongDate(now, zone)} day={zonedDay(now, site.timeZone)} until={Date.parse(now) + msUntilMidnight(Date.parse(now), site.timeZone)} {...zone} />
      </span>
      <WeatherNow weather={weather} madeAt={now} city={site.city.slug} cities={site.cities.map(({ slug, name }) => ({ slug, name }))} timeZone={site.timeZone} />
    </div>
  )
}
