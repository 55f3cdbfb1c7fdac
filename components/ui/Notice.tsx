import type { ReactNode } from 'react'
import { SearchForm } from '@/components/masthead/SearchForm'
import { archivePath, homePath, latestPath } from '@/lib/routes'

/** A page that is not what was asked for: it says so, and where to go from here. */
export function Notice({ code, title, children, search = true }: { code: string; title: string; children: ReactNode; search?: boolean }) {
  return (
    <div className="shell pt-10 pb-4 lg:pt-20">
      <p className="kicker text-[0.9375rem]">{code}</p>
      <h1 className="hed-banner mt-2 max-w-[16em]">{title}</h1>
      <div className="standfirst-l mt-4 grid max-w-[38rem] gap-3">{children}</div>
      {search && <SearchForm id="notice-search" label="Search for it" className="mt-8 max-w-md" />}
      <ul className="label mt-5 flex flex-wrap gap-x-6">
        {[
          { label: 'Front page', path: homePath },
          { label: 'Latest', path: latestPath() },
          { label: 'Archive', path: archivePath() },
        ].map((link) => (
          <li key={link.path}>
            <a href={link.path} className="tap underline decoration-rule underline-offset-4">
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
