import type { Aside } from '@/components/widgets/Rail'
import { Rail } from '@/components/widgets/Rail'
import type { Card } from '@/lib/model/card'
import { tongueOf } from '@/lib/format/tongue'
import type { Site } from '@/lib/model/site'
import type { Story } from '@/lib/model/story'
import { absoluteUrl } from '@/lib/routes'
import { hasPublicOrigin, siteOrigin } from '@/lib/site'
import { Body } from './Body'
import { LiveHead, LivePosts } from './LivePosts'
import { PreferredSource } from './PreferredSource'
import { ReadBeacon } from './ReadBeacon.client'
import { RelatedNews } from './RelatedNews'
import { StoryFoot } from './StoryFoot'
import { Hero, StoryHeader } from './StoryHeader'
import { StoryMeta } from './StoryMeta'

interface Props extends Aside {
  story: Story
  site: Site
  /** The moment of drawing, ISO. */
  now: string
  related: Card[]
  /** A preview is not counted as a reading. */
  preview?: boolean
}

/** A whole story page, as readers see it and as editors preview it. */
export function StoryView({ story, site, now, related, trending, latest, preview = false }: Props) {
  const zone = { locale: site.locale, timeZone: site.timeZone }
  const url = absoluteUrl(siteOrigin, story.path)
  const tongue = tongueOf(story.language, site.language)
  return (
    <div className="story-page shell">
      <div className="progress" aria-hidden="true" />
      <div className="story-grid">
        <article className="contents" data-revision={story.revision}>
          <StoryHeader story={story} tongue={tongue} />
          <Hero story={story} tongue={tongue} />
          <StoryMeta story={story} zone={zone} url={url} />
          <div className="story-column">
            {story.live && <LiveHead storyId={story.id} live={story.live} zone={zone} now={now} />}
            <div className="story-body prose" {...tongue}>
              <Body body={story.body} dateline={story.dateline} zone={zone} now={now} />
            </div>
            {story.live && (
              <div {...tongue}>
                <LivePosts live={story.live} zone={zone} now={now} />
              </div>
            )}
            <StoryFoot story={story} zone={zone} />
            {site.preferredSource && hasPublicOrigin && <PreferredSource name={site.name} />}
            <p className="print-only mt-6 border-t border-rule pt-2 font-sans text-[0.8125rem]">
              {site.name} · {url}
            </p>
          </div>
        </article>
        <div className="story-rail beside">
          <Rail trending={trending} latest={latest} site={site} now={now} without={story.path} />
        </div>
      </div>
      <RelatedNews cards={related} zone={zone} now={now} />
      {!preview && <ReadBeacon story={story.id} />}
    </div>
  )
}
