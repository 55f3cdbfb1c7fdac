import type { Payload, TypedUser } from 'payload'
import { formatListTime, formatLongDate, formatTime } from '@/lib/format/dates'
import { midnightOf, zonedParts } from '@/lib/format/zone'
import { Beat } from './Beat.client'
import { readDesk, type DeskData, type DeskStory } from './desk-data'

interface Props {
  payload: Payload
  user?: TypedUser | null
}

const startOfDay = (timeZone: string) => midnightOf(zonedParts(new Date(), timeZone), timeZone)

/** What an editor sees first: whether the clock beats, what goes out next, what is being written, what went out today. */
export async function Desk({ payload, user }: Props) {
  if (!user) return null
  const now = new Date()
  const desk = await readDesk(payload, user, startOfDay)
  const zone = desk.newsroom
  const isEditor = (user as { role?: string }).role !== 'reporter'
  return (
    <div className="dl-desk">
      <header className="dl-desk__head">
        <h1>{zone.name}</h1>
        <p>
          {formatLongDate(now, zone)}, {formatTime(now, zone)}
        </p>
        <Beat beatAt={desk.beatAt} />
      </header>
      <div className="dl-desk__grid">
        <Stories title="Going out" empty="Nothing is scheduled." stories={desk.scheduled} now={now} zone={zone} />
        <Stories title="Being written" empty="No drafts." stories={desk.drafts} now={now} zone={zone} />
        <Stories title="Published today" empty="Nothing yet today." stories={desk.published} now={now} zone={zone} />
      </div>
      <nav className="dl-desk__links" aria-label="Shortcuts">
        <a href="/admin/collections/stories/create">Write a story</a>
        {isEditor && <a href={desk.homeFrontId === null ? '/admin/collections/fronts/create' : `/admin/collections/fronts/${desk.homeFrontId}`}>Set the home front</a>}
        {isEditor && <a href="/admin/globals/breaking">{describeBar(desk, now)}</a>}
        <a href="/admin/speed">How fast the site is for readers</a>
        <a href="/" target="_blank" rel="noreferrer">
          Open the site
        </a>
      </nav>
    </div>
  )
}

function describeBar({ breaking, newsroom }: DeskData, now: Date): string {
  if (breaking === null || new Date(breaking.until) <= now) return 'Breaking news bar: not shown'
  return `Breaking news bar: “${breaking.text}” until ${formatListTime(breaking.until, now, newsroom)}`
}

interface ListProps {
  title: string
  empty: string
  stories: DeskStory[]
  now: Date
  zone: DeskData['newsroom']
}

function Stories({ title, empty, stories, now, zone }: ListProps) {
  return (
    <section>
      <h2>{title}</h2>
      {stories.length === 0 ? (
        <p className="dl-desk__empty">{empty}</p>
      ) : (
        <ol>
          {stories.map((story) => (
            <li key={story.id}>
              <time dateTime={story.at}>{formatListTime(story.at, now, zone)}</time>
              <div>
                <a href={`/admin/collections/stories/${story.id}`}>{story.headline}</a>
                <p className="dl-desk__by">{[story.by, story.isLive ? 'changes to a published story' : null].filter(Boolean).join(', ')}</p>
                {story.problem !== null && <p className="dl-note dl-note--warn">Could not go out. {story.problem}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
