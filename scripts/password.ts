/** `npm run password -- EMAIL`: a new password for an account whose owner cannot get in, and whom no mail reaches. */
import './environment'
import { randomBytes } from 'node:crypto'
import { openCms } from './open-cms'
import { fail, run, say } from './say'

await run(async () => {
  const email = process.argv[2]?.trim().toLowerCase()
  if (!email) fail('Name the account: npm run password -- somebody@example.org')
  const payload = await openCms()
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } }, depth: 0, limit: 1, pagination: false })
  const user = docs[0]
  if (user === undefined) fail(`No account has the address ${email}.`)
  const password = randomBytes(12).toString('base64url')
  await payload.update({ collection: 'users', id: user.id, data: { password } as never, depth: 0 })
  await payload.unlock({ collection: 'users', data: { email } as never, overrideAccess: true })
  say(`${email} / ${password}. Whoever was signed in with it is out. Change it in the back office, under Account.`)
})
