import type { Rule } from './rule'

const WORDS: Record<string, number> = { permanent: 301, temp: 302, seeother: 303, gone: 410 }

/** Redirects of an Apache configuration: Redirect, RedirectPermanent, RedirectTemp, RedirectMatch, and RewriteRule with R or G. */
export function readHtaccess(text: string): Rule[] {
  const rules: Rule[] = []
  let conditions: string[] = []
  for (const line of text.split(/\r?\n/).map((whole) => whole.trim())) {
    const [name = '', ...args] = argumentsOf(line)
    const directive = name.toLowerCase()
    if (directive === 'rewritecond') conditions.push(line)
    if (directive === 'rewriterule') {
      const rule = readRewrite(args, conditions, line)
      if (rule !== null) rules.push(rule)
      // Conditions hold for the next rule only.
      conditions = []
    }
    if (/^redirect(?:permanent|temp|match)?$/.test(directive)) rules.push(readRedirect(directive, args, line))
  }
  return rules
}

/** Whether a text looks like such a configuration. */
export const isHtaccess = (text: string) => /^\s*(?:Redirect(?:Permanent|Temp|Match)?\s+(?:\d{3}|permanent|temp|seeother|gone|[/^"])|Rewrite(?:Engine|Rule|Cond|Base)\s)/im.test(text)

const argumentsOf = (line: string) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => quoted?.replace(/\\(["\\])/g, '$1') ?? bare ?? '')

function readRedirect(directive: string, args: string[], line: string): Rule {
  const status = args[0] === undefined ? null : (WORDS[args[0].toLowerCase()] ?? (/^\d{3}$/.test(args[0]) ? Number(args[0]) : null))
  const [from = '', to = ''] = status === null ? args : args.slice(1)
  const code = status ?? (directive === 'redirectpermanent' ? 301 : 302)
  return { from, to, code, isPattern: directive === 'redirectmatch', isOff: false, condition: null, shown: line }
}

/** Null for one that sends nobody anywhere: WordPress's own, which hand every address to index.php. */
function readRewrite([from = '', to = '', flags = '']: string[], conditions: readonly string[], line: string): Rule | null {
  const listed = flags.replace(/^\[|\]$/g, '').split(',').map((flag) => flag.trim())
  const redirect = listed.find((flag) => /^(?:R|redirect)(?:=|$)/i.test(flag))
  const isGone = listed.some((flag) => /^(?:G|gone)$/i.test(flag))
  if (redirect === undefined && !isGone) return null
  const status = redirect?.split('=')[1] ?? ''
  const code = isGone ? 410 : (WORDS[status.toLowerCase()] ?? (/^\d{3}$/.test(status) ? Number(status) : 302))
  return { from, to: isGone || to === '-' ? '' : to, code, isPattern: true, isOff: false, condition: conditions.length > 0 ? conditions.join(' ') : null, shown: line }
}
