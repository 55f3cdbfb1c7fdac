import { formatReadingTime } from '@/lib/format/counts'
import { formatDate, formatDateTime, formatTime, formatZoneName, zonedDay } from '@/lib/format/dates'
import { correctionLabel, nameSeparator } from '@/lib/format/words'
import type { Card } from '@/lib/model/card'
import type { LiveCoverage, Story } from '@/lib/model/story'
import { litePath } from '@/lib/routes'
import { LiteBody } from './LiteBody'
import { LiteKicker, LiteList, type LiteSetting } from './LiteList'
import { LitePicture } from './LitePicture'

interface Props extends LiteSetting {
  story: Story
  related: Card[]
  latest: Card[]
  /** The newsroom's own language. */
  language: string
}

/** A whole story in words. */
export function LiteStory({ story, related, latest, language, zone, now }: Props) {
  return (
    <>
      <article lang={story.language === language ? undefined : story.language}>
        <div className="head">
          <p className="s m">
            <a href={litePath(story.section.path)}>{story.section.name}</a>
          </p>
          <LiteKicker card={story} />
          <h1>{story.headline}</h1>
          {story.standfirst && <p className="stand">{story.standfirst}</p>}
          <p className="s">
            {story.authors.length > 0 && 'By '}
            {story.authors.map((author, i) => (
              <span key={author.slug}>
                {nameSeparator(i, story.authors.length)}
                <a href={litePath(author.path)} rel="author">
                  {author.name}
                </a>
              </span>
            ))}
          </p>
          <p className="s m">
            <time dateTime={story.publishedAt}>{formatDateTime(story.publishedAt, zone)}</time>
            {story.updatedAt && (
              <>
                {' · updated '}
                <time dateTime={story.updatedAt}>{formatDateTime(story.updatedAt, zone)}</time>
              </>
            )}
            {` · ${formatReadingTime(story.readingMinutes)}`}
          </p>
        </div>
        {story.hero && (
          <div className="head">
            <LitePicture figure={story.hero} credit={story.heroCredit} />
          </div>
        )}
        <LiteBody body={story.body} zone={zone} dateline={story.dateline} />
        {story.live && <LivePosts live={story.live} zone={zone} now={now} />}
        <Foot story={story} zone={zone} now={now} />
      </article>
      {related.length > 0 && (
        <section aria-labelledby="related">
          <h2 id="related">Related News</h2>
          <LiteList cards={related} standfirst={false} zone={zone} now={now} />
        </section>
      )}
      {latest.length > 0 && (
        <section aria-labelledby="latest">
          <h2 id="latest">Latest News</h2>
          <LiteList cards={latest} standfirst={false} zone={zone} now={now} />
        </section>
      )}
    </>
  )
}

function Foot({ story, zone }: LiteSetting & { story: Story }) {
  const labels = [...story.topics, ...story.otherSections]
  return (
    <>
      {story.corrections.length > 0 && (
        <section id="corrections" aria-labelledby="corrections-title">
          <h2 id="corrections-title">Corrections and updates</h2>
          {story.corrections.map((correction) => (
            <p key={correction.at + correction.text}>
              <strong className="k s">{correctionLabel(correction.kind)}</strong> <span className="s m">{formatDate(correction.at, zone)}</span> {correction.text}
            </p>
          ))}
        </section>
      )}
      {labels.length > 0 && (
        <section aria-labelledby="topics">
          <h2 id="topics">Topics</h2>
          <ul className="links s">
            {labels.map((label) => (
              <li key={label.path}>
                <a href={litePath(label.path)}>{label.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function LivePosts({ live, zone, now }: LiteSetting & { live: LiveCoverage }) {
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{live.endedAt ? 'As it happened' : 'Live'}, newest first</h2>
      <ul className="list">
        {live.posts.map((post) => (
          <li key={post.id} id={`post-${post.id}`}>
            <p className="s k">
              <time dateTime={post.at}>
                {zonedDay(post.at, zone.timeZone) !== zonedDay(now, zone.timeZone) && `${formatDate(post.at, zone)}, `}
                {formatTime(post.at, zone)} {formatZoneName(post.at, zone)}
              </time>
            </p>
            <h3>{post.headline}</h3>
            <LiteBody body={post.body} zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  )
}
