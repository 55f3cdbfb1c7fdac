import type { Paging } from '@/lib/model/front'
import { pagedPath } from '@/lib/routes'
import { Icon } from './Icon'

interface Props {
  paging: Paging
  /** The address of page N; lists by path unless told otherwise. */
  path: string | ((page: number) => string)
}

/** Newer and older pages of a list, as plain links. */
export function Pagination({ paging: { page, pageCount, hasOlder }, path }: Props) {
  if (page === 1 && !hasOlder) return null
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
        Page {page}
        {pageCount !== null && ` of ${pageCount}`}
      </span>
      <span className="text-end">
        {hasOlder && (
          <a href={to(page + 1)} rel="next" className="label tap gap-2">
            Older <Icon name="arrow" size={18} />
          </a>
        )}
      </span>
    </nav>
  )
}
