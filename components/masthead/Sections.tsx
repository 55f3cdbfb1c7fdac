import type { NavigationLink } from '@/lib/model/site'

/** The sections in a row; on a phone the row is moved by hand. */
export function Sections({ links }: { links: NavigationLink[] }) {
  return (
    <nav aria-label="Sections" className="scroller -mx-4 px-4 md:-mx-8 md:px-8 lg:mx-0 lg:px-0">
      <ul className="flex w-max gap-x-5 lg:mx-auto lg:gap-x-8">
        {links.map((link) => (
          <li key={link.path}>
            <a href={link.path} className="tap font-serif text-[1.0625rem] font-medium whitespace-nowrap">
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
