import { Portrait } from '@/components/media/Portrait'
import { Day } from '@/components/ui/When'
import type { Zone } from '@/lib/format/dates'
import { correctionLabel } from '@/lib/format/words'
import type { Correction, Story, StoryAuthor } from '@/lib/model/story'
import type { SectionLink, TopicLink } from '@/lib/model/card'

/** What stands under the text: topics, corrections, authors. */
export function StoryFoot({ story, zone }: { story: Story; zone: Zone }) {
  return (
    <div className="mt-10 grid max-w-[37rem] gap-10">
      <Corrections corrections={story.corrections} zone={zone} />
      <Topics topics={story.topics} sections={story.otherSections} />
      <AuthorBoxes authors={story.authors} />
    </div>
  )
}

function Corrections({ corrections, zone }: { corrections: Correction[]; zone: Zone }) {
  if (corrections.length === 0) return null
  return (
    <section id="corrections" aria-labelledby="corrections-title" className="border-t border-ink pt-2.5">
      <h2 id="corrections-title" className="hed-label mb-3">
        Corrections and updates
      </h2>
      <ul className="rows">
        {corrections.map((correction) => (
          <li key={correction.at + correction.text} className="text-[1.0625rem] leading-normal">
            <strong className="kicker">{correctionLabel(correction.kind)}</strong>{' '}
            <span className="meta">
              <Day at={correction.at} zone={zone} />
            </span>
            <p className="mt-0.5">{correction.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Topics({ topics, sections }: { topics: TopicLink[]; sections: SectionLink[] }) {
  const links = [...topics, ...sections]
  if (links.length === 0) return null
  return (
    <section aria-labelledby="topics-title" className="no-print border-t border-ink pt-2.5">
      <h2 id="topics-title" className="hed-label mb-1">
        Topics
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {links.map((link) => (
          <li key={link.path}>
            <a href={link.path} className="label tap underline decoration-rule underline-offset-[0.4em]">
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AuthorBoxes({ authors }: { authors: StoryAuthor[] }) {
  if (authors.length === 0) return null
  return (
    <section aria-label={authors.length === 1 ? 'About the author' : 'About the authors'} className="no-print border-t border-ink pt-5">
      <h2 className="sr-only">{authors.length === 1 ? 'About the author' : 'About the authors'}</h2>
      <div className="grid gap-6">
        {authors.map((author) => (
          <div key={author.slug} className="flex gap-4">
            <Portrait author={author} size="medium" />
            <div>
              <h3 className="hed-s">
                <a href={author.path}>{author.name}</a>
              </h3>
              {author.role && <p className="meta">{author.role}</p>}
              {author.biography && <p className="mt-1.5 text-[1.0625rem] leading-normal text-soft">{author.biography}</p>}
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
