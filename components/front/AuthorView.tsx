import { Portrait } from '@/components/media/Portrait'
import type { River as RiverModel } from '@/lib/model/front'
import type { Author } from '@/lib/model/section'
import { feedPathOf } from '@/lib/routes'
import type { ReactNode } from 'react'
import type { Setting } from './CardText'
import { ListPage } from './ListPage'
import { River } from './River'

/** Who an author is, and everything they have written here. */
export function AuthorView({ author, river, rail, ...setting }: Setting & { author: Author; river: RiverModel; rail: ReactNode }) {
  const head = (
    <header className="grid gap-5 pt-8 pb-8 sm:grid-cols-[auto_1fr] sm:gap-7 lg:pt-12">
      <Portrait author={author} size="large" />
      <div>
        <h1 className="hed-banner">{author.name}</h1>
        {author.role && <p className="kicker mt-2 text-[0.9375rem]">{author.role}</p>}
        {author.biography && <p className="standfirst-l mt-3 max-w-[40rem]">{author.biography}</p>}
        <ul className="label mt-3 flex flex-wrap gap-x-6">
          {author.contacts.map((contact) => (
            <li key={contact.href}>
              <a href={contact.href} rel="me noopener" className="tap underline decoration-rule underline-offset-4">
                {contact.label}
              </a>
            </li>
          ))}
          <li>
            <a href={feedPathOf(author.path)} className="tap underline decoration-rule underline-offset-4">
              RSS
            </a>
          </li>
        </ul>
      </div>
    </header>
  )
  return (
    <ListPage head={head} rail={rail}>
      <River river={river} path={author.path} label={`Stories by ${author.name}`} {...setting} />
    </ListPage>
  )
}
