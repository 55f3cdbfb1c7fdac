import { pagedPath } from '@/lib/routes'
import { Icon } from './Icon'

interface Props {
  page: number
  pageCount: number
  /** The address of page N; lists by path unless told otherwise. */
  path: string | ((page: number) => string)
}

/** Newer and older pages of a list, as plain links. */
export function Pagination({ page, pageCount, path }: Props) {
  if (pageCount < 2) return null
  const to = typeof path === 'function' ? path : (n: number) => pagedPath(path, n)
  return (
    <nav aria-label="Pages" className="mt-8 grid grid-cols-3 items-center border-t border-ink pt-2">
      <span>
        {page > 1 && (
          <a href={to(page - 1)} rel="prev" className="label tap gap-2">
            <Icon name="back" size={18} /> Newer
          </a>
        )}
      </span>
      <span className="meta text-center">
        Page {page} of {pageCount}
      </span>
      <span className="text-end">
        {page < pageCount && (
          <a href={to(page + 1)} rel="next" className="label tap gap-2">
            Older <Icon name="arrow" size={18} />
          </a>
        )}
      </span>
    </nav>
  )
}
