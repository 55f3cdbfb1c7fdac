import { z } from 'zod'
import type { Rule } from './rule'

/** The JSON export of the Redirection plugin (redirection.me, “JSON Redirect Format”); what is not used here is left out. */
const Export = z.object({
  groups: z.array(z.object({ id: z.number(), enabled: z.boolean().optional() })).optional(),
  redirects: z.array(
    z.object({
      url: z.string(),
      match_type: z.string().default('url'),
      action_type: z.string().default('url'),
      action_code: z.coerce.number().default(301),
      action_data: z.union([z.string(), z.looseObject({ url: z.string().optional() }), z.array(z.unknown()), z.null()]).optional(),
      match_data: z.union([z.looseObject({ source: z.looseObject({ flag_regex: z.boolean().optional() }).optional() }), z.array(z.unknown()), z.null()]).optional(),
      regex: z.union([z.boolean(), z.number()]).optional(),
      enabled: z.boolean().default(true),
      group_id: z.number().optional(),
    }),
  ),
})

type Item = z.infer<typeof Export>['redirects'][number]

/** @throws when it is not that export, with what was expected. */
export function readJson(text: string, fileName: string): Rule[] {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Error(`${fileName} is broken JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  const read = Export.safeParse(value)
  if (!read.success) throw new Error(`${fileName} is not the JSON export of the Redirection plugin: ${z.prettifyError(read.error)}`)
  const off = new Set(read.data.groups?.filter(({ enabled }) => enabled === false).map(({ id }) => id))
  return read.data.redirects.map((item) => toRule(item, item.enabled && !(item.group_id !== undefined && off.has(item.group_id))))
}

function toRule(item: Item, isOn: boolean): Rule {
  const isPattern = Boolean(item.regex) || (!Array.isArray(item.match_data) && item.match_data?.source?.flag_regex === true)
  const to = targetOf(item)
  const isPlain = item.match_type === 'url' && (item.action_type === 'url' || item.action_type === 'error')
  const condition = isPlain ? null : item.match_type === 'url' ? item.action_type : item.match_type
  return { from: item.url.trim(), to, code: item.action_code, isPattern, isOff: !isOn, condition, shown: [item.url, to, item.action_code].join(',') }
}

function targetOf({ action_type, action_data }: Item): string {
  if (action_type === 'error' || action_data === null || action_data === undefined || Array.isArray(action_data)) return ''
  return (typeof action_data === 'string' ? action_data : (action_data.url ?? '')).trim()
}
