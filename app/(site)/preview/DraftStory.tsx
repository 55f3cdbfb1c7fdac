import { StoryView } from '@/components/story/StoryView'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { listRelated } from '@/lib/data/related'
import { listLatestBeside } from '@/lib/data/stories'
import { listTrending } from '@/lib/data/trending'
import type { Story } from '@/lib/model/story'

const RELATED = 4

/** A draft in the template that readers get, with its own choice of related news; not counted as a reading. */
export async function DraftStory({ story }: { story: Story }) {
  const [site, { now }, found, trending, latest] = await Promise.all([
    getSite(),
    getMasthead(),
    listRelated(story.id),
    listTrending(5),
    listLatestBeside(6, story.id),
  ])
  const chosen = new Set(story.relatedChoice.map((card) => card.id))
  const related = [...story.relatedChoice, ...found.filter((card) => !chosen.has(card.id))].slice(0, RELATED)
  return <StoryView story={story} site={site} now={now} related={related} trending={trending} latest={latest} preview />
}
