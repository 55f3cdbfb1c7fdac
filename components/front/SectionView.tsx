import type { ReactNode } from 'react'
import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { PageTitle } from '@/components/ui/PageTitle'
import type { SectionFront } from '@/lib/model/front'
import type { Section } from '@/lib/model/section'
import { LeadPackage } from './LeadPackage'
import { ListPage } from './ListPage'
import { River } from './River'
import type { Setting } from './CardText'

interface Props extends Setting {
  section: Section
  front: SectionFront
  rail: ReactNode
}

/** A section's front: its lead package on the first page, then everything, newest first. */
export function SectionView({ section, front, rail, ...setting }: Props) {
  const above = section.trail.filter((link) => link.slug !== section.slug).map(({ name, path }) => ({ label: name, path }))
  const head = (
    <>
      <PageTitle title={section.name} text={section.description} over={above.length > 0 && <Breadcrumb links={above} />}>
        {section.children.length > 0 && (
          <nav aria-label={`Within ${section.name}`} className="mt-3 flex flex-wrap gap-x-6">
            {section.children.map((child) => (
              <a key={child.path} href={child.path} className="label tap underline decoration-rule underline-offset-4">
                {child.name}
              </a>
            ))}
          </nav>
        )}
      </PageTitle>
      {front.lead && (
        <div className="mb-10 border-t border-ink pt-6 lg:mb-14">
          <LeadPackage lead={front.lead} supporting={front.supporting} beside={3} {...setting} />
        </div>
      )}
    </>
  )
  return (
    <ListPage head={head} rail={rail}>
      <River river={front.river} path={section.path} label={front.lead ? `More in ${section.name}` : section.name} {...setting} />
    </ListPage>
  )
}
