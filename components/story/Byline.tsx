import { nameSeparator } from '@/lib/format/words'
import type { AuthorLink } from '@/lib/model/card'

/** Who wrote it, each name a link. */
export function Byline({ authors }: { authors: AuthorLink[] }) {
  if (authors.length === 0) return null
  return (
    <p className="font-sans text-[0.9375rem] leading-snug">
      <span className="text-meta">By </span>
      {authors.map((author, i) => (
        <span key={author.slug}>
          {nameSeparator(i, authors.length)}
          <a href={author.path} rel="author" className="font-semibold whitespace-nowrap underline decoration-rule underline-offset-4">
            {author.name}
          </a>
        </span>
      ))}
    </p>
  )
}
