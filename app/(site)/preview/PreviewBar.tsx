import { formatDateTime } from '@/lib/format/dates'
import type { Site } from '@/lib/model/site'

/** One way out of a preview. `_top` leaves the editor's frame as well. */
export interface Exit {
  label: string
  path: string
}

interface Props {
  site: Site
  /** "Draft", "Published", "Withdrawn". */
  label: string
  /** ISO 8601, UTC. */
  savedAt: string
  revision: string | null
  /** What the viewer should know of what stands here. */
  note: string
  exits: Exit[]
}

/** The bar over a preview: that it is not what readers see, which revision it is, and how to leave. */
export function PreviewBar({ site, label, savedAt, revision, note, exits }: Props) {
  return (
    <aside aria-label="Preview" data-nosnippet="" className="preview-bar no-print">
      <div className="shell">
        <p>
          <strong>{label}</strong> · saved <SavedAt at={savedAt} site={site} />
          {revision && ` · version ${revision}`}
        </p>
        <p className="preview-note">{note}</p>
        <p className="preview-exits">
          <span>Leave preview:</span>
          {exits.map((exit) => (
            <a key={exit.path} href={exit.path} target="_top">
              {exit.label}
            </a>
          ))}
        </p>
      </div>
    </aside>
  )
}

/** The second matters: two people look at the same draft and ask each other which one they see. */
function SavedAt({ at, site }: { at: string; site: Site }) {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: site.timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(at))
  return (
    <time dateTime={at} title={formatDateTime(at, site)}>
      {time}
    </time>
  )
}
