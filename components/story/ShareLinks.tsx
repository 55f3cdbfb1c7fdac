import { CopyLink } from './CopyLink.client'

/** Ways to pass a story on. Plain links: nobody is called before one is followed. */
export function ShareLinks({ url, headline }: { url: string; headline: string }) {
  const u = encodeURIComponent(url)
  const t = encodeURIComponent(headline)
  const links = [
    { name: 'WhatsApp', href: `https://wa.me/?text=${t}%20${u}` },
    { name: 'X', href: `https://x.com/intent/post?text=${t}&url=${u}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${u}` },
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${u}` },
    { name: 'Email', href: `mailto:?subject=${t}&body=${t}%0A%0A${u}` },
  ]
  return (
    <nav aria-label="Share" className="no-print">
      <ul className="flex flex-wrap gap-x-5 font-sans text-[0.875rem] md:flex-col">
        {links.map((link) => (
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
