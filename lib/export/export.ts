import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Manifest } from './records/schemas'
import { listRedirects } from './read/addresses'
import { listAuthors, listFronts, listTopics, listUsers, readSections } from './read/labels'
import { listMedia } from './read/media'
import { readSettings } from './read/settings'
import { listStaticPages } from './read/static-pages'
import { listStories } from './read/stories'
import { openWordPress } from './wordpress/wordpress'
import { openFolder } from './write/folder'
import { openJsonLines } from './write/json-lines'
import { collectProblems } from './write/problems'

export interface ExportOptions {
  /** Where the export goes; it must not exist, or be empty. */
  directory: string
  /** Replace an earlier export that is there. */
  overwrite: boolean
  /** Which of the two forms are written. */
  jsonl: boolean
  wxr: boolean
  /** Whether the files of pictures, sound and video are taken along. */
  media: boolean
  /** Where the newsroom keeps those files. */
  mediaDir: string
  /** The site's public address, without a slash at its end. */
  origin: string
  now: Date
  /** Told after each page of stories how many there have been. */
  onStories?: (done: number) => void
}

/**
 * Writes the whole newsroom out: JSON Lines (docs/contracts/export.md), media, and files for WordPress. Readers and
 * editors go on meanwhile; a story saved during the export is in it as it was when its turn came. A story, page or
 * file that cannot be written is named in the manifest and the rest goes on.
 * @throws when the directory may not be written to.
 */
export async function exportNewsroom(payload: Payload, options: ExportOptions): Promise<Manifest> {
  const { origin, now, mediaDir } = options
  const folder = await openFolder(options.directory, options.overwrite)
  const problems = collectProblems()
  const settings = await readSettings(payload)
  const sections = await readSections(payload)
  const jsonl = openJsonLines(options.jsonl ? folder.partial : null)
  const wordpress = options.wxr ? await openWordPress(payload, folder.partial, { settings, sections, origin, now, problems }) : null
  const target = options.media ? path.join(folder.partial, 'media') : null
  if (target !== null) await mkdir(target)

  await jsonl.write('settings', [settings])
  await jsonl.write('sections', sections.all)
  for await (const topics of listTopics(payload)) {
    await jsonl.write('topics', topics)
    await wordpress?.topics(topics)
  }
  for await (const authors of listAuthors(payload)) {
    await jsonl.write('authors', authors)
    await wordpress?.authors(authors)
  }
  for await (const users of listUsers(payload)) await jsonl.write('users', users)
  for await (const fronts of listFronts(payload, sections)) await jsonl.write('fronts', fronts)
  for await (const redirects of listRedirects(payload)) await jsonl.write('redirects', redirects)
  for await (const pages of listStaticPages(payload, sections, origin, problems)) {
    await jsonl.write('pages', pages.map(({ record }) => record))
    await wordpress?.pages(pages)
  }
  let done = 0
  for await (const stories of listStories(payload, { sections, language: settings.language, origin }, problems)) {
    await jsonl.write('stories', stories.map(({ record }) => record))
    await wordpress?.stories(stories)
    options.onStories?.((done += stories.length))
  }
  for await (const media of listMedia(payload, { origin, mediaDir, target }, problems)) {
    await jsonl.write('media', media)
    await wordpress?.media(media)
  }

  const { files, counts } = await jsonl.close()
  const manifest: Manifest = {
    program: 'dateline',
    format: 1,
    madeAt: now.toISOString(),
    site: { name: settings.name, url: origin, timeZone: settings.timeZone },
    counts,
    files: [...files, ...((await wordpress?.close()) ?? [])],
    problems: problems.summary(),
  }
  await writeFile(path.join(folder.partial, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await folder.finish()
  return manifest
}
