import type { SectionTree } from '@/components/masthead/Menu'
import { zonedDay } from '@/lib/format/dates'
import { networkWords } from '@/lib/format/social'
import type { NavigationLink, Site } from '@/lib/model/site'
import { archivePath, correctionsPath, feedPath, homePath, latestPath, searchPath } from '@/lib/routes'

/** The foot of every page: every section, the newsroom's promises, and who answers for it. */
export function Footer({ site, tree, now }: { site: Site; tree: SectionTree; now: string }) {
  const year = zonedDay(now, site.timeZone).slice(0, 4)
  const years = site.foundedYear && String(site.foundedYear) !== year ? `${site.foundedYear}–${year}` : year
  return (
    <footer className="no-print mt-16 lg:mt-24">
      <div className="shell">
        <div className="double-rule" />
        <div className="grid gap-x-8 gap-y-8 py-10 lg:grid-cols-12">
          <div className="lg:col-span-4">
            <a href={homePath} className="font-large text-[2rem] leading-none font-medium tracking-[-0.03em] hover:text-ink hover:no-underline">
              {site.name}
            </a>
            <p className="mt-2 max-w-80 text-[1.0625rem] text-soft italic">{site.tagline}</p>
          </div>
          <nav aria-label="All sections" className="lg:col-span-5">
            <ul className="columns-2 gap-x-8 sm:columns-3">
              {tree.map((section) => (
                <li key={section.path} className="break-inside-avoid pb-2">
                  <FootLink label={section.name} path={section.path} strong />
                  {section.children.map((child) => (
                    <FootLink key={child.path} label={child.name} path={child.path} />
                  ))}
                </li>
              ))}
            </ul>
          </nav>
          <nav aria-label="About this site" className="lg:col-span-3">
            <ul className="columns-2 gap-x-8">
              {aboutLinks(site).map((link) => (
                <li key={link.path} className="break-inside-avoid">
                  <FootLink {...link} />
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div className="meta flex flex-wrap items-center justify-between gap-x-8 border-t border-rule py-4">
          <p>
            © {years} {site.name}
          </p>
          {site.contactEmail && (
            <a href={`mailto:${site.contactEmail}`} className="tap">
              {site.contactEmail}
            </a>
          )}
        </div>
      </div>
    </footer>
  )
}

function FootLink({ label, path, strong = false }: NavigationLink & { strong?: boolean }) {
  return (
    <a href={path} className={`flex min-h-11 items-center font-sans text-[0.875rem] leading-tight lg:min-h-8 ${strong ? 'font-semibold text-ink' : 'text-soft'}`}>
      {label}
    </a>
  )
}

function aboutLinks(site: Site): NavigationLink[] {
  const own = [
    { label: 'Latest', path: latestPath() },
    { label: 'Archive', path: archivePath() },
    { label: 'Search', path: searchPath },
    { label: 'Corrections', path: correctionsPath() },
    { label: 'RSS', path: feedPath },
  ]
  const social = site.social.map((profile) => ({ label: networkWords(profile.network, null).name, path: profile.url }))
  const given = new Set(site.footerLinks.map((link) => link.path))
  return [...site.footerLinks, ...own.filter((link) => !given.has(link.path)), ...social.filter((link) => link.label !== 'RSS')]
}
