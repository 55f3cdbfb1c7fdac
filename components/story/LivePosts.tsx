import { Moment } from '@/components/ui/When'
import { formatDate, formatTime, formatZoneName, type Zone, zonedDay } from '@/lib/format/dates'
import type { LiveCoverage, LivePost } from '@/lib/model/story'
import { apiPaths } from '@/lib/routes'
import { Body } from './Body'
import { LiveUpdates } from './LiveUpdates.client'

interface Props {
  storyId: string
  live: LiveCoverage
  zone: Zone
  now: string
}

const anchor = (post: LivePost) => `post-${post.id}`

/** Above a live story's text: whether it still goes on, and the moments to remember. */
export function LiveHead({ storyId, live, zone, now }: Props) {
  const moments = live.posts.filter((post) => post.key)
  const newest = live.posts[0]
  return (
    <div className="live-head">
      <p className="meta">
        <strong className="kicker me-2">{live.endedAt ? 'As it happened' : 'Live'}</strong>
        {live.endedAt ? (
          <>
            Ended <Moment at={live.endedAt} zone={zone} />
          </>
        ) : (
          newest && (
            <>
              Last entry <Moment at={newest.at} zone={zone} />
            </>
          )
        )}
      </p>
      {moments.length > 0 && (
        <nav aria-labelledby="moments-title" className="mt-4">
          <h2 id="moments-title" className="hed-label mb-2">
            Key moments
          </h2>
          <ol className="moments">
            {moments.map((post) => (
              <li key={post.id}>
                <When at={post.at} now={now} zone={zone} />
                <a href={`#${anchor(post)}`} className="hed-xs">
                  {post.headline}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {live.endedAt === null && <LiveUpdates address={apiPaths.live(storyId)} count={live.posts.length} newest={newest?.id ?? null} />}
    </div>
  )
}

/** The entries, newest first, each at an address of its own. */
export function LivePosts({ live, zone, now }: Omit<Props, 'storyId'>) {
  return (
    <section aria-label="Entries, newest first" className="live-posts">
      {live.posts.map((post) => (
        <article key={post.id} id={anchor(post)} className="live-post">
          <p className="meta">
            <a href={`#${anchor(post)}`} aria-label={`Link to “${post.headline}”`} className="tap">
              <When at={post.at} now={now} zone={zone} />
            </a>
            {post.key && <span className="kicker ms-3">Key moment</span>}
          </p>
          <h2 className="hed-m mt-1 mb-2">{post.headline}</h2>
          {post.author && (
            <p className="meta mb-3">
              <a href={post.author.path}>{post.author.name}</a>
            </p>
          )}
          <div className="prose">
            <Body body={post.body} zone={zone} now={now} />
          </div>
        </article>
      ))}
    </section>
  )
}

/** An entry's time; with its day once that is past. */
function When({ at, now, zone }: { at: string; now: string; zone: Zone }) {
  const isToday = zonedDay(at, zone.timeZone) === zonedDay(now, zone.timeZone)
  return (
    <time dateTime={at} className="meta text-accent">
      {isToday ? '' : `${formatDate(at, zone)}, `}
      {formatTime(at, zone)} {formatZoneName(at, zone)}
    </time>
  )
}
