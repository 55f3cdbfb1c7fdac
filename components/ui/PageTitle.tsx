import type { ReactNode } from 'react'

/** The head of a page that is a list: its name, what it is, and what belongs beside it. */
export function PageTitle({ title, text, over, children }: { title: string; text?: string | null; over?: ReactNode; children?: ReactNode }) {
  return (
    <header className="pt-8 pb-6 lg:pt-12 lg:pb-8">
      {over}
      <h1 className="hed-banner">{title}</h1>
      {text && <p className="standfirst-l mt-3 max-w-[46rem]">{text}</p>}
      {children}
    </header>
  )
}
