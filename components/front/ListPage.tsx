import type { ReactNode } from 'react'

/** A list and its rail: the list wide at the left, the rail narrow at the right and below on a phone. */
export function ListPage({ head, children, rail }: { head: ReactNode; children: ReactNode; rail?: ReactNode }) {
  return (
    <div className="shell">
      {head}
      <div className="lg:grid lg:grid-cols-12 lg:gap-x-8">
        <div className="border-t border-ink pt-6 lg:col-span-8">{children}</div>
        {rail && <div className="beside mt-12 lg:col-span-3 lg:col-start-10 lg:mt-0">{rail}</div>}
      </div>
    </div>
  )
}
