/** `npm run build`: the production build. Needs no database and no secret. */
import './environment'
import { spawnSync } from 'node:child_process'

await import('./fonts')
const { status } = spawnSync(process.execPath, ['--conditions=production', '--no-deprecation', 'node_modules/next/dist/bin/next', 'build'], { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } })
process.exit(status ?? 1)
