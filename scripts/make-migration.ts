/**
 * Writes the migration that brings the tables of DATABASE_URL's dialect up to the content model:
 * `npm run make-migration -- name`. Run it once for each dialect and commit both. Writes nothing where nothing has changed.
 */
import { getPayload } from 'payload'
import config from '../lib/cms/payload.config'

const name = process.argv[2]
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Name the change: npm run make-migration -- add-live-blogs')
  process.exit(2)
}
process.env.PAYLOAD_MIGRATING = 'true'
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: false, skipEmpty: true })
process.exit(0)
