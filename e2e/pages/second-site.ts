import { spawn } from 'node:child_process'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { expect } from '@playwright/test'

/** Tests that break a site do it to one of their own; it is a copy of a file, so they are for SQLite. */
export const IS_SQLITE = process.env.E2E_DATABASE_URL === undefined
const home = path.resolve('.data/e2e')

/** The newsroom's database as it is now, in a file of its own. */
export async function copyDatabase(to: string): Promise<void> {
  const whole = createClient({ url: `file:${path.join(home, 'dateline.db')}` })
  await whole.execute({ sql: 'VACUUM INTO ?', args: [to] })
  whole.close()
}

/** A second process of the build, on the newsroom's pictures and a database of its own. */
export async function startSite({ offset, database, environment = {} }: { offset: number; database: string; environment?: Record<string, string> }): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const port = Number(process.env.E2E_PORT ?? 4310) + offset
  const url = `http://localhost:${port}`
  const env = { ...process.env, DATABASE_URL: `file:${database}`, MEDIA_DIR: path.join(home, 'media'), SITE_URL: url, INDEXING: 'allow', WEATHER_URL: 'off', PAYLOAD_SECRET: 'a-secret-for-tests-only-0123456789abcdef', LOG_LEVEL: 'silent', PORT: String(port), NODE_ENV: 'production' as const, ...environment }
  const server = spawn(process.execPath, ['--conditions=production', '--no-deprecation', 'node_modules/next/dist/bin/next', 'start', '-p', String(port)], { env, stdio: 'ignore' })
  await expect(async () => expect((await fetch(`${url}/api/health`)).status).toBeLessThan(600)).toPass({ timeout: 60_000 })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve())
      server.kill('SIGTERM')
    })
  return { url, pid: server.pid!, stop }
}
