import type { SectionLink } from '@/lib/model/card'

/** The head of a strip: a rule, the section's name, and the way in. */
export function StripHead({ section }: { section: SectionLink }) {
  return (
    <div className="mb-5 flex items-baseline justify-between border-t border-ink pt-2.5">
      <h2 className="hed-label">
        <a href={section.path} className="hover:no-underline">
          {section.name}
        </a>
      </h2>
    </div>
  )
}
