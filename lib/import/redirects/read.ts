import type { Note } from '../note'
import { readCsv } from './csv'
import { isHtaccess, readHtaccess } from './htaccess'
import { readJson } from './json'
import type { Rule } from './rule'
import { settleRules, type Redirect } from './settle'

export type { Redirect } from './settle'

export interface ReadRedirects {
  redirects: Redirect[]
  notes: Note[]
}

/**
 * Redirects that a plugin or a server of the old site kept, ready to be written down: paths in this site's one spelling,
 * chains flattened, each old address once. What cannot be taken over is told in notes with the rule itself.
 * `ownHosts` are names of the old site ("old.example"): a target there is a path here.
 * @throws when the file is of no kind that is known, or is broken, with a sentence that says what is.
 */
export function readRedirects(text: string, fileName: string, ownHosts: readonly string[] = []): ReadRedirects {
  const rules = rulesOf(text, fileName)
  if (rules.length === 0) throw new Error(`${fileName} holds no redirects.`)
  const { redirects, notes } = settleRules(rules, ownHosts)
  return { redirects, notes: rules.some(({ shown }) => /^redirect(?:permanent|temp)?\s/i.test(shown)) ? [...notes, BELOW] : notes }
}

const BELOW: Note = { kind: 'doubtful', code: 'redirect-below', message: 'With “Redirect” Apache sends on what lies below an address too. Here only the address itself leads on.' }

function rulesOf(text: string, fileName: string): Rule[] {
  if (/^\uFEFF?\s*[{[]/.test(text)) return readJson(text, fileName)
  return /htaccess|\.conf$/i.test(fileName) || isHtaccess(text) ? readHtaccess(text) : readCsv(text, fileName)
}
