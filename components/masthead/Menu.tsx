import { Icon } from '@/components/ui/Icon'
import type { SectionLink } from '@/lib/model/card'
import { archivePath, latestPath } from '@/lib/routes'
import { SearchForm } from './SearchForm'

export type SectionTree = (SectionLink & { children: SectionLink[] })[]

/** Everything there is, behind one button that needs no script. */
export function Menu({ tree }: { tree: SectionTree }) {
  return (
    <details className="group" name="masthead">
      <summary className="-ms-2.5 flex h-11 w-11 items-center justify-center hover:text-accent" aria-label="Menu">
        <Icon name="menu" className="group-open:hidden" />
        <Icon name="close" className="hidden group-open:block" />
      </summary>
      <div className="absolute inset-x-0 z-20 border-y border-ink bg-paper">
        <div className="shell grid gap-6 py-5">
          <SearchForm id="menu-search" label="Search from the menu" />
          <ul className="grid grid-cols-2 gap-x-6 sm:grid-cols-3">
            {tree.map((section) => (
              <li key={section.path} className="border-b border-rule py-1">
                <a href={section.path} className="tap font-serif text-[1.125rem] font-medium">
                  {section.name}
                </a>
                {section.children.map((child) => (
                  <a key={child.path} href={child.path} className="meta tap ms-3 w-full">
                    {child.name}
                  </a>
                ))}
              </li>
            ))}
          </ul>
          <p className="label flex gap-6">
            <a href={latestPath()} className="tap">
              Latest
            </a>
            <a href={archivePath()} className="tap">
              Archive
            </a>
          </p>
        </div>
      </div>
    </details>
  )
}
