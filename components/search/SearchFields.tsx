import { Icon } from '@/components/ui/Icon'
import { isDay, type SearchAsked } from '@/lib/format/search'
import type { SectionLink } from '@/lib/model/card'
import { searchPath } from '@/lib/routes'
import { Suggest } from './Suggest.client'

/**
 * The search form: a plain GET, so that a search has an address. Section and days stand behind a word on narrow pages, or
 * results would begin below the first screen.
 */
export function SearchFields({ asked, sections }: { asked: SearchAsked; sections: SectionLink[] }) {
  const problem = (field: string) => asked.problems.find((entry) => entry.field === field)?.message
  const isNarrowed = [asked.section, asked.from, asked.to].some((value) => value !== '')
  return (
    <form action={searchPath} role="search" aria-label="Search stories" className="grid gap-5">
      <div>
        <label htmlFor="search-text" className="label">
          Words
        </label>
        <div className="flex">
          <Suggest id="search-text" typed={asked.text} />
          <button type="submit" aria-label="Search" className="button shrink-0 px-3.5!">
            <Icon name="search" />
          </button>
        </div>
        <Problem id="search-text" message={problem('text')} />
      </div>
      <details className="unfolded-wide group" open={isNarrowed}>
        <summary className="tap label gap-1">
          Section and days
          <Icon name="chevron" size={16} className="group-open:rotate-180" />
        </summary>
        <div className="grid gap-5 pt-3 lg:pt-0">
          <div>
            <label htmlFor="search-section" className="label">
              Section
            </label>
            <select id="search-section" name="section" defaultValue={asked.section} className="field">
              <option value="">All sections</option>
              {sections.map((section) => (
                <option key={section.slug} value={section.slug}>
                  {section.name}
                </option>
              ))}
            </select>
          </div>
          <div className="grid grid-cols-2 gap-5">
            <DateField name="from" label="From" value={asked.from} message={problem('from')} />
            <DateField name="to" label="To" value={asked.to} message={problem('to')} />
          </div>
          <p>
            <button type="submit" className="button">
              Search within these
            </button>
          </p>
        </div>
      </details>
    </form>
  )
}

/** A date as text when what was typed is no date: a date field would swallow it. */
function DateField({ name, label, value, message }: { name: string; label: string; value: string; message: string | undefined }) {
  const id = `search-${name}`
  const isDate = value === '' || isDay(value)
  return (
    <div>
      <label htmlFor={id} className="label">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type={isDate ? 'date' : 'text'}
        defaultValue={value}
        className="field"
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? `${id}-problem` : undefined}
      />
      <Problem id={id} message={message} />
    </div>
  )
}

function Problem({ id, message }: { id: string; message: string | undefined }) {
  if (!message) return null
  return (
    <p id={`${id}-problem`} className="meta mt-1 text-accent">
      {message}
    </p>
  )
}
