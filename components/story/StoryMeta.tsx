import { Portrait } from '@/components/media/Portrait'
import { Moment } from '@/components/ui/When'
import type { Zone } from '@/lib/format/dates'
import { formatReadingTime } from '@/lib/format/counts'
import { correctionLabel } from '@/lib/format/words'
import type { Story } from '@/lib/model/story'
import { Byline } from './Byline'
import { ShareLinks } from './ShareLinks'

/** Who, when, how long, and how to pass it on: in the margin beside the text, above it on a phone. */
export function StoryMeta({ story, zone, url }: { story: Story; zone: Zone; url: string }) {
  const faces = story.authors.filter((author) => author.portrait)
  const latest = story.corrections[0]
  return (
    <div className="story-meta">
      {faces.length > 0 && (
        <div className="no-print mb-3 flex -space-x-3">
          {faces.slice(0, 3).map((author) => (
            <Portrait key={author.slug} author={author} size="medium" />
          ))}
        </div>
      )}
      <Byline authors={story.authors} />
      <dl className="meta mt-2.5 grid gap-y-1.5">
        <div>
          <dt className="inline">Published </dt>
          <dd className="inline">
            <Moment at={story.publishedAt} zone={zone} />
          </dd>
        </div>
        {story.updatedAt && (
          <div className="text-ink">
            <dt className="inline">Updated </dt>
            <dd className="inline">
              <Moment at={story.updatedAt} zone={zone} />
            </dd>
          </div>
        )}
        <div>
          <dt className="sr-only">Reading time</dt>
          <dd>{formatReadingTime(story.readingMinutes)}</dd>
        </div>
      </dl>
      {latest && (
        <p className="meta no-print mt-2">
          <a href="#corrections" className="tap text-accent underline underline-offset-4 lg:min-h-6">
            {correctionLabel(latest.kind)} below
          </a>
        </p>
      )}
      <div className="mt-2 border-t border-rule pt-1 lg:mt-4 lg:pt-3">
        <ShareLinks url={url} headline={story.social.headline} />
      </div>
    </div>
  )
}
