import type { ReactNode } from 'react'
import { PageTitle } from '@/components/ui/PageTitle'
import { formatNumberOf } from '@/lib/format/counts'
import { formatFound } from '@/lib/format/search'
import type { River as RiverModel } from '@/lib/model/front'
import type { Topic } from '@/lib/model/section'
import type { Setting } from './CardText'
import { ListPage } from './ListPage'
import { River } from './River'

/** Everything about one subject. */
export function TopicView({ topic, river, rail, ...setting }: Setting & { topic: Topic; river: RiverModel; rail: ReactNode }) {
  const head = (
    <PageTitle title={topic.name} text={topic.description} over={<p className="kicker mb-2 text-[0.9375rem]">Topic</p>}>
      <p className="meta mt-3">{river.isMore ? formatFound(river, setting.zone.locale) : formatNumberOf(river.total, 'story', 'stories', setting.zone.locale)}</p>
    </PageTitle>
  )
  return (
    <ListPage head={head} rail={rail}>
      <River river={river} path={topic.path} label={`Stories about ${topic.name}`} {...setting} />
    </ListPage>
  )
}
