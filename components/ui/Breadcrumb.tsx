import { homeName } from '@/lib/format/words'
import type { NavigationLink } from '@/lib/model/site'
import { homePath } from '@/lib/routes'

/** From the front page to here; the last entry is where the reader is, as a link upwards. */
export function Breadcrumb({ links }: { links: NavigationLink[] }) {
  const trail = [{ label: homeName, path: homePath }, ...links]
  return (
    <nav aria-label="Breadcrumb">
      <ol className="meta flex flex-wrap items-center">
        {trail.map((link, i) => (
          <li key={link.path} className="flex items-center">
            {i > 0 && (
              <span aria-hidden="true" className="px-2 text-rule">
                /
              </span>
            )}
            <a href={link.path} className="tap">
              {link.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
