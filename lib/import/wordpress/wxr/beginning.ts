/** So far into the file an export must have begun. */
const MAX_JUNK = 64 * 1024

const HOW = 'In the old site’s back office choose Tools, Export, All content, and give the .xml file that it saves.'

/** Where the XML begins in the file's first text, or why it is no export; null when more is needed to tell. */
export function beginning(text: string, last: boolean): { at: number } | { message: string } | null {
  const start = /^\s*<!--|<\?xml\s|<!doctype\s+html|<html[\s>]|<rss[\s>]/i.exec(text)
  if (start === null && !last && text.length < MAX_JUNK) return null
  if (start !== null) return /^<!?(?:doctype|html)/i.test(start[0]) ? { message: notAnExport('html') } : { at: start.index }
  if (text.trim() === '') return { message: `The file is empty. ${HOW}` }
  const root = /^\s*(?:<!--[^]*?-->\s*)*<([\w:.-]+)/.exec(text)?.[1]
  return { message: root === undefined ? `The file is not XML, and so no export of WordPress. ${HOW}` : notAnExport(root) }
}

/** What to tell of a file by its outermost element. */
export function notAnExport(root: string): string {
  if (root === 'html') return `The file is a web page, not an export: often it is the login page that was saved in its place. Log in to the old site and try again. ${HOW}`
  if (root === 'rss' || root === 'feed' || root === 'rdf:RDF') return `The file is the site’s news feed (<${root}>), not an export: a feed holds the latest stories only, and without their drafts, authors and files. ${HOW}`
  return `The file is XML but no export of WordPress: its outermost element is <${root}>, not <rss>. ${HOW}`
}

export const SECOND_EXPORT =
  'A second export begins here: two files were joined into one. Cut the file in two before this line and give both; everything before it was read.'
