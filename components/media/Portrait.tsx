import { initials } from '@/lib/format/words'
import type { AuthorLink } from '@/lib/model/card'
import { Picture } from './Picture'

const SIZES = { small: 'w-12 h-12 text-[1.125rem]', medium: 'w-[4.5rem] h-[4.5rem] text-[1.75rem]', large: 'w-28 h-28 text-[2.75rem]' } as const
const WIDTHS = { small: '48px', medium: '72px', large: '112px' } as const

/** An author's face, or the initials where there is none. The name stands beside it, so it is decoration. */
export function Portrait({ author, size }: { author: Pick<AuthorLink, 'name' | 'portrait'>; size: keyof typeof SIZES }) {
  const shape = `${SIZES[size]} shrink-0 overflow-hidden rounded-full`
  if (author.portrait) {
    return (
      <span className={`block ${shape}`}>
        <Picture picture={author.portrait} sizes={WIDTHS[size]} ratio="1/1" decorative />
      </span>
    )
  }
  return (
    <span aria-hidden="true" className={`flex items-center justify-center border border-rule bg-tint font-serif text-soft ${shape}`}>
      {initials(author.name)}
    </span>
  )
}
