import type { Payload } from 'payload'
import { listImportNotes, type ImportNote } from '@/lib/cms/imports'
import { moveFigures, type MoveReport } from '@/lib/model/move-report'

const EXAMPLES = 20

const count = (value: number) => value.toLocaleString('en')

/** The report as an editor reads it: counts in and out, then everything that was changed, dropped or doubtful, with links. */
export async function writeMarkdown(payload: Payload, report: MoveReport, origin: string): Promise<string> {
  const { counts } = report
  const lines = [
    `# Moving in from ${report.source}`,
    '',
    `${report.startedAt.slice(0, 16).replace('T', ' ')} to ${report.finishedAt.slice(0, 16).replace('T', ' ')} (UTC). Files: ${report.files.map((file) => `${file.name} (${count(file.items)} items)`).join(', ')}. Permalinks: ${report.structure ?? 'not known'}. Time zone: ${report.timeZone}.`,
    '',
    '| | In the export | Here |',
    '| --- | ---: | --- |',
    ...moveFigures(report, count).map(({ what, there, here }) => `| ${what} | ${there === null ? '' : count(there)} | ${here} |`),
    '',
    report.media.fetched === null ? 'No files were fetched. Run the import again with `--media` and a folder or an address.' : '',
    '',
    ...Object.entries(counts.items).map(([type, statuses]) => `- ${type}: ${Object.entries(statuses).map(([status, n]) => `${count(n)} ${status}`).join(', ')}`),
    '',
  ]
  for (const [kind, heading] of [['dropped', 'Dropped'], ['doubtful', 'To look at'], ['changed', 'Changed']] as const) {
    const codes = report.notes.filter((note) => note.kind === kind)
    if (codes.length === 0) continue
    lines.push(`## ${heading}`, '')
    for (const { code, count: times } of codes) lines.push(...(await notesOf(payload, report.importId, code, times, origin)))
  }
  return `${lines.join('\n')}\n`
}

async function notesOf(payload: Payload, importId: number, code: string, times: number, origin: string): Promise<string[]> {
  const rows = await listImportNotes(payload, importId, code, EXAMPLES)
  const lines = rows.map((row) => `- ${linkTo(row, origin)}${row.detail === null ? '' : `: ${oneLine(row.detail)}`}`)
  return [`### ${rows[0]?.message ?? code} (${count(times)})`, '', ...lines, ...(times > rows.length ? [`- … and ${count(times - rows.length)} more, in the JSON report and in the back office`] : []), '']
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 200)

function linkTo(row: ImportNote, origin: string): string {
  const title = row.title.replace(/[[\]]/g, '') || `${row.item_kind} ${row.item_key}`
  return row.collection !== null && row.target_id !== null && row.collection !== 'settings' ? `[${title}](${origin}/admin/collections/${row.collection}/${row.target_id})` : title
}

/** The whole report for machines: the figures, then every note, as lines of one JSON document. */
export async function* writeJson(payload: Payload, report: MoveReport): AsyncGenerator<string> {
  yield `{"report": ${JSON.stringify(report)},\n"notes": [`
  let first = true
  for (let after = 0; ; ) {
    const rows = await listImportNotes(payload, report.importId, null, 1_000, after)
    if (rows.length === 0) break
    for (const row of rows) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`
      first = false
    }
    after = rows.at(-1)!.position
  }
  yield '\n]}\n'
}
