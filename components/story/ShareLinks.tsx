import { shareLinks } from '@/lib/format/share'
import { CopyLink } from './CopyLink.client'

/** Ways to pass a story on. */
export function ShareLinks({ url, headline }: { url: string; headline: string }) {
  return (
    <nav aria-label="Share" className="no-print">
      <ul className="flex flex-wrap gap-x-5 font-sans text-[0.875rem] md:flex-col">
        {shareLinks(url, headline).map((link) => (
          <li key={link.name}>
            <a href={link.href} rel="noopener nofollow" className="flex min-h-11 min-w-11 items-center md:min-h-8">
              {link.name}
            </a>
          </li>
        ))}
        <li className="needs-script">
          <CopyLink url={url} />
        </li>
      </ul>
    </nav>
  )
}
