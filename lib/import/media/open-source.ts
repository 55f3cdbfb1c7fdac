import { folderSource } from './folder'
import { httpSource } from './http'
import type { FileSource } from './source'

/** The old site's files, at an address or in a folder, as an operator names them. @throws when there is nothing there. */
export async function openSource(where: string): Promise<FileSource> {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(where) ? httpSource(where) : folderSource(where)
}
