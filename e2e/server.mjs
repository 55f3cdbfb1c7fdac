// The site under test: a newsroom seeded afresh, a weather service that speaks Open-Meteo's form, the production build.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { serve } from '../scripts/serve.mjs'
import { startWeather } from './weather.mjs'

const port = Number(process.env.E2E_PORT ?? 4310)
const home = path.resolve('.data/e2e')
rmSync(home, { recursive: true, force: true })
mkdirSync(home, { recursive: true })

const weather = await startWeather(port + 1)
const environment = {
  ...process.env,
  DATABASE_URL: process.env.E2E_DATABASE_URL ?? `file:${path.join(home, 'dateline.db')}`,
  MEDIA_DIR: path.join(home, 'media'),
  SITE_URL: `http://localhost:${port}`,
  WEATHER_URL: weather.url,
  INDEXING: 'allow',
  // Tests play many readers: each may say where it comes from, as behind one load balancer.
  TRUSTED_PROXIES: '1',
  PAYLOAD_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
  SEED_PASSWORD: 'correct-horse-battery',
  LOG_LEVEL: 'warn',
  PORT: String(port),
  NODE_ENV: 'production',
}
for (const script of ['migrate', 'seed']) {
  const { status } = spawnSync(process.execPath, ['--conditions=production', '--no-deprecation', '--import', 'tsx', `scripts/${script}.ts`], { stdio: 'inherit', env: environment })
  if (status !== 0) process.exit(status ?? 1)
}
await serve('start', port, environment)
