import { DefaultTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import { formatCount } from '@/lib/format/counts'
import { formatListTime } from '@/lib/format/dates'
import { moveFigures } from '@/lib/model/move-report'
import { roleOf } from '../access'
import { listImportNotes, listImports, type ImportNote, type ImportRun } from '../imports'

const HEADINGS = { dropped: 'Not brought', doubtful: 'To look at', changed: 'Changed on the way' } as const
const EXAMPLES = 8
const PAGE = 200

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** What an editor sees of a newsroom that moved in: what came, what did not, and every story worth a look. */
export async function MovedIn({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, visibleEntities, permissions, locale } = initPageResult
  const content = roleOf(req) === null || roleOf(req) === 'reporter' ? <p className="dl-note">Editors and administrators see this page.</p> : await readPage(req.payload, searchParams ?? {})
  return (
    <DefaultTemplate i18n={req.i18n} locale={locale} params={params} payload={req.payload} permissions={permissions} req={req} searchParams={searchParams} user={req.user ?? undefined} visibleEntities={visibleEntities}>
      <div className="dl-desk dl-page dl-moved">{content}</div>
    </DefaultTemplate>
  )
}

async function readPage(payload: AdminViewServerProps['initPageResult']['req']['payload'], query: Record<string, string | string[] | undefined>) {
  const runs = await listImports(payload)
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const zone = { locale: settings.locale ?? 'en-GB', timeZone: settings.timeZone ?? 'UTC' }
  const run = runs.find(({ id }) => String(id) === one(query.run)) ?? runs[0]
  if (run === undefined) return <Nothing />
  const code = one(query.code)
  const after = Number(one(query.after)) || 0
  const groups = run.report?.notes ?? []
  const wanted = code === undefined ? groups : groups.filter((group) => group.code === code)
  const notes = await Promise.all(wanted.map(({ code: name }) => listImportNotes(payload, run.id, name, code === undefined ? EXAMPLES : PAGE, code === undefined ? 0 : after)))
  return (
    <>
      <header className="dl-desk__head">
        <h1>Moved in from {run.source}</h1>
        <p>
          {formatListTime(new Date(run.startedAt).toISOString(), new Date(), zone)}
          {run.state === 'finished' ? '' : run.state === 'running' ? ': still running' : ': interrupted. Run the same command again with --resume.'}
        </p>
      </header>
      {code === undefined && run.report !== null && <Figures run={run} locale={zone.locale} />}
      {(['dropped', 'doubtful', 'changed'] as const).map((kind) => {
        const shown = wanted.flatMap((group, i) => (group.kind === kind ? [{ ...group, notes: notes[i]! }] : []))
        return shown.length === 0 ? null : (
          <section key={kind}>
            <h2 className="dl-heading">{HEADINGS[kind]}</h2>
            {shown.map((group) => (
              <Group key={group.code} run={run.id} code={group.code} count={group.count} notes={group.notes} whole={code !== undefined} locale={zone.locale} />
            ))}
          </section>
        )
      })}
      {code !== undefined && <p className="dl-moved__more"><a href={`/admin/moved-in?run=${run.id}`}>Back to the whole report</a></p>}
      {runs.length > 1 && <Runs runs={runs} current={run.id} zone={zone} />}
    </>
  )
}

function Nothing() {
  return (
    <>
      <header className="dl-desk__head">
        <h1>Moving in</h1>
      </header>
      <p className="dl-note">
        No newsroom has moved in here yet. A WordPress newsroom comes with one command, <code>npm run import:wordpress -- export.xml</code>; every step stands in <code>docs/moving-in.md</code>.
      </p>
    </>
  )
}

function Figures({ run, locale }: { run: ImportRun; locale: string }) {
  const rows = moveFigures(run.report!, (value) => formatCount(value, 'full', locale))
  return (
    <table className="dl-figures">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">In the export</th>
          <th scope="col">Here</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what}>
            <th scope="row">{row.what}</th>
            <td>{row.there === null ? '' : formatCount(row.there, 'full', locale)}</td>
            <td>{row.here}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Group({ run, code, count, notes, whole, locale }: { run: number; code: string; count: number; notes: ImportNote[]; whole: boolean; locale: string }) {
  const last = notes.at(-1)
  const more = whole ? notes.length === PAGE : count > notes.length
  return (
    <div className="dl-moved__group">
      <h3>
        {notes[0]?.message ?? code} <span>{formatCount(count, 'full', locale)}</span>
      </h3>
      <ul>
        {notes.map((note) => (
          <li key={note.position}>
            <Subject note={note} />
            {note.detail !== null && <p>{note.detail}</p>}
          </li>
        ))}
      </ul>
      {more && last !== undefined && (
        <p className="dl-moved__more">
          <a href={`/admin/moved-in?run=${run}&code=${encodeURIComponent(code)}${whole ? `&after=${last.position}` : ''}`}>{whole ? 'The next ones' : `Show all ${formatCount(count, 'full', locale)}`}</a>
        </p>
      )}
    </div>
  )
}

function Subject({ note }: { note: ImportNote }) {
  const title = note.title || `${note.item_kind} ${note.item_key}`
  return note.collection !== null && note.target_id !== null && note.target_id > 0 ? <a href={`/admin/collections/${note.collection}/${note.target_id}`}>{title}</a> : <span>{title}</span>
}

function Runs({ runs, current, zone }: { runs: ImportRun[]; current: number; zone: { locale: string; timeZone: string } }) {
  return (
    <section>
      <h2 className="dl-heading">Other runs</h2>
      <ul className="dl-moved__runs">
        {runs.filter(({ id }) => id !== current).map((run) => (
          <li key={run.id}>
            <a href={`/admin/moved-in?run=${run.id}`}>
              {run.source}, {formatListTime(new Date(run.startedAt).toISOString(), new Date(), zone)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
