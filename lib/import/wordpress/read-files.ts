import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Staging } from './staging'
import { WxrError } from './wxr/error'
import { readWxr } from './wxr/read'

/** Told after every few hundred items: the file, bytes read so far and in all, items read so far. */
export type ReadProgress = (name: string, bytes: number, of: number, items: number) => void

const SHOWN_PROBLEMS = 20

/**
 * Reads export files into the working file. A file that was read before and has not changed is not read again when
 * `resume` is set. What stood in a damaged file before its damage is kept; the damage is told.
 * @returns a sentence for each file that could not be read to its end.
 * @throws when a file is missing, or the files come from different sites.
 */
export async function readFiles(staging: Staging, files: readonly string[], resume: boolean, progress: ReadProgress): Promise<string[]> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => null))?.size ?? null))
  const missing = files.filter((_, i) => sizes[i] === null)
  if (missing.length > 0) throw new Error(`There is no file ${missing.join(', ')}.`)
  const known = new Map(staging.files().map((file) => [file.name, file]))
  const isKnown = resume && files.every((file, i) => known.get(path.basename(file))?.size === sizes[i])
  if (isKnown) return staging.files().flatMap((file) => file.problem ?? [])
  staging.clear()
  const problems: string[] = []
  let site: string | null = null
  for (const [i, file] of files.entries()) {
    const problem = await readFile(staging, file, sizes[i]!, progress, (link) => {
      if (site !== null && site !== link) throw new Error(`${path.basename(file)} comes from ${link}, the files before it from ${site}. Move one site at a time.`)
      site = link
    })
    if (problem !== null) problems.push(problem)
  }
  return problems
}

async function readFile(staging: Staging, file: string, size: number, progress: ReadProgress, onSite: (link: string) => void): Promise<string | null> {
  const name = path.basename(file)
  const digest = createHash('sha256')
  let bytes = 0
  let items = 0
  let events = 0
  const small: string[] = []
  async function* chunks() {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      bytes += (chunk as Buffer).length
      digest.update(chunk as Buffer)
      yield chunk as Uint8Array
    }
  }
  let problem: string | null = null
  try {
    for await (const event of readWxr(chunks())) {
      if (event.kind === 'problem') {
        if (small.length < SHOWN_PROBLEMS) small.push(`line ${event.problem.line}: ${event.problem.message}`)
        continue
      }
      if (event.kind === 'channel') onSite(event.channel.baseBlogUrl ?? event.channel.baseSiteUrl ?? event.channel.link)
      staging.put(event, ++events)
      if (event.kind === 'item' && ++items % 500 === 0) progress(name, bytes, size, items)
    }
  } catch (error) {
    if (!(error instanceof WxrError)) throw error
    problem = `${name}: ${error.message}`
  }
  progress(name, bytes, size, items)
  staging.fileRead({ name, size, digest: digest.digest('hex'), items }, problem ?? (small.length === 0 ? null : `${name}: read, with repairs (${small.join('; ')})`))
  return problem
}
