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
    <aside
      aria-label="Preview"
      data-nosnippet=""
      className="no-print sticky top-0 z-50 border-b border-ink bg-ink font-sans text-[0.875rem] leading-snug text-paper"
    >
      <div className="shell flex flex-wrap items-center gap-x-5 gap-y-1 py-2">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <strong className="font-semibold">{label}</strong>
          <span aria-hidden="true">·</span>
          <span>
            saved <SavedAt at={savedAt} site={site} />
          </span>
          {revision && (
            <>
              <span aria-hidden="true">·</span>
              <span>version {revision}</span>
            </>
          )}
        </p>
        <p className="min-w-0 flex-1 basis-64">{note}</p>
        <p className="flex flex-wrap items-center gap-x-4">
          <span>Leave preview:</span>
          {exits.map((exit) => (
            <a key={exit.path} href={exit.path} target="_top" className="inline-flex min-h-8 items-center underline hover:text-paper">
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
