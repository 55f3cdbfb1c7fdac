import { Caption } from '@/components/media/Caption'
import { Picture } from '@/components/media/Picture'
import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { kindLabel } from '@/lib/format/words'
import type { Tongue } from '@/lib/format/tongue'
import type { StoryKind } from '@/lib/model/card'
import type { Story } from '@/lib/model/story'

/** Pieces with a voice of their own are set lighter than the news. */
const LIGHT: ReadonlySet<StoryKind> = new Set(['opinion', 'feature', 'interview'])

interface Props {
  story: Story
  /** The story's own language, where it is not the site's. */
  tongue: Tongue
}

/** Breadcrumb, kicker, headline, standfirst. */
export function StoryHeader({ story, tongue }: Props) {
  const label = kindLabel(story.kind)
  const kicker = story.kicker === label ? null : story.kicker
  return (
    <header className="pb-6 lg:pb-9">
      <div className="no-print pt-1.5 pb-5 lg:pb-9">
        <Breadcrumb links={story.trail.map(({ name, path }) => ({ label: name, path }))} />
      </div>
      {(label ?? kicker) && (
        <p className="kicker mb-3 text-[0.9375rem]" {...tongue}>
          {label && <span className={kicker ? 'me-2.5 border-e border-rule pe-2.5 text-ink' : ''}>{label}</span>}
          {kicker}
        </p>
      )}
      <h1 className={`hed-banner max-w-[20em] ${LIGHT.has(story.kind) ? 'font-normal' : ''}`} {...tongue}>{story.headline}</h1>
      {story.standfirst && <p className="standfirst-l mt-4 max-w-[34em] lg:mt-5" {...tongue}>{story.standfirst}</p>}
    </header>
  )
}

/** The picture at the head of a story, as wide as the page. */
export function Hero({ story, tongue }: Props) {
  if (!story.hero) return null
  const { picture, caption } = story.hero
  return (
    <figure className="max-md:-mx-4" {...tongue}>
      <Picture picture={picture} sizes="(width >= 84rem) 1264px, 100vw" ratio="3/2" first className="md:aspect-[2/1]!" />
      <Caption caption={caption ?? picture.caption} credit={story.heroCredit ?? picture.credit} className="max-md:px-4" />
    </figure>
  )
}
