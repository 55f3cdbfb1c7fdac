import type { MoveReport } from '@/lib/model/move-report'
import type { Noted } from '../noted'
import type { Staging } from '../staging'
import type { WxrComments } from '../types'
import { MACHINERY } from './survey'

const LABELS = new Set(['category', 'post_tag', 'post_format', 'author', 'nav_menu', 'language'])

/** Counts everything that was read, and notes whole kinds of things that have no place here. */
export function countSource(staging: Staging, types: readonly string[], note: Noted): MoveReport['counts'] {
  const items: MoveReport['counts']['items'] = {}
  for (const { type, status, n } of staging.all<{ type: string; status: string; n: number }>('SELECT type, status, count(*) AS n FROM items GROUP BY type, status ORDER BY type, status')) {
    items[type] = { ...items[type], [status]: n }
  }
  for (const [type, statuses] of Object.entries(items)) {
    const count = Object.values(statuses).reduce((sum, n) => sum + n, 0)
    if (types.includes(type) || type === 'page') {
      for (const status of ['trash', 'auto-draft', 'inherit']) if (statuses[status]) note({ kind: type, key: status, title: `${statuses[status]} × ${status}` }, { kind: 'dropped', code: `status-${status}`, message: 'They were in the bin, or never written; they stayed there.' })
    } else if (!MACHINERY.test(type)) {
      note({ kind: type, key: type, title: `${count} × ${type}` }, { kind: 'dropped', code: 'type-without-place', message: 'These kinds of posts did not move in. If they are stories, name them with --types.', detail: `--types ${type}` })
    }
  }
  const terms: MoveReport['counts']['terms'] = {}
  for (const { taxonomy, n } of staging.all<{ taxonomy: string; n: number }>('SELECT taxonomy, count(DISTINCT slug) AS n FROM item_terms GROUP BY taxonomy UNION SELECT taxonomy, count(*) AS n FROM terms GROUP BY taxonomy')) terms[taxonomy] = Math.max(n, terms[taxonomy] ?? 0)
  for (const [taxonomy, n] of Object.entries(terms)) if (!LABELS.has(taxonomy)) note({ kind: 'taxonomy', key: taxonomy, title: `${n} × ${taxonomy}` }, { kind: 'dropped', code: 'taxonomy-without-place', message: 'Stories here have sections and topics; terms of other taxonomies stayed behind.' })
  const comments = staging.get<Record<keyof WxrComments, number | null>>(
    "SELECT sum(json_extract(json, '$.comments.approved')) AS approved, sum(json_extract(json, '$.comments.pending')) AS pending, sum(json_extract(json, '$.comments.spam')) AS spam, sum(json_extract(json, '$.comments.pings')) AS pings FROM items",
  )
  return { items, terms, accounts: staging.authors().length, comments: { approved: comments?.approved ?? 0, pending: comments?.pending ?? 0, spam: comments?.spam ?? 0, pings: comments?.pings ?? 0 } }
}
