/** `npm run seed`: fills an empty database with the demonstration newsroom and prints its logins. */
import './environment'
import { randomBytes } from 'node:crypto'
import { listPending } from '../lib/cms/migrations'
import { rebuildIndex } from '../lib/adapters/search/index-story'
import { seed, type Login } from '../lib/cms/seed/seed'
import { openCms } from './open-cms'
import { fail, run, say } from './say'

await run(async () => {
  const payload = await openCms()
  if ((await listPending(payload)).length > 0) fail('The database is not up to date. Run: npm run migrate')
  const password = () => process.env.SEED_PASSWORD || randomBytes(9).toString('base64url')
  const logins: Login[] = [
    { name: 'Demo administrator', email: 'admin@meridian.example', password: password(), role: 'administrator' },
    { name: 'Demo editor', email: 'editor@meridian.example', password: password(), role: 'editor' },
    { name: 'Demo reporter', email: 'reporter@meridian.example', password: password(), role: 'reporter' },
  ]
  const seeded = await seed(payload, logins, new Date(), say)
  if (!seeded) return say('There are stories in this database already; nothing was changed.')
  say('search index')
  await rebuildIndex(payload)
  for (const { role, email, password: secret } of logins) say(`${role}: ${email} / ${secret}`)
})
