/** Writes what follows from the content model: its TypeScript types and the back office's import map. */
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import config from '../lib/cms/payload.config'

const sanitized = await config
await generateTypes(sanitized)
await generateImportMap(sanitized, { force: true, log: false })
process.exit(0)
