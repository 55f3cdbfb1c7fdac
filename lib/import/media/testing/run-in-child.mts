/** Fetches the files of a site from an address, in a process of its own that a test can kill. It writes how many are done. */
import { getPayload } from 'payload'
import config from '../../../cms/payload.config'
import { fetchFiles } from '../fetch-files'
import { httpSource } from '../http'

const [site = '', address = ''] = process.argv.slice(2)
const payload = await getPayload({ config })
await fetchFiles(payload, site, httpSource(address, { pauseMs: 0 }), { progress: (done) => process.stdout.write(`${done}\n`) })
process.exit(0)
