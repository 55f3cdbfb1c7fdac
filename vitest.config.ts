import { defineConfig } from 'vitest/config'

const shared = {
  resolve: { alias: { '@payload-config': `${import.meta.dirname}/lib/cms/payload.config.ts`, '@': import.meta.dirname } },
  oxc: { jsx: { runtime: 'automatic' as const } },
}

// What the operator of this machine has set is not what is tested.
const unset = ['SITE_URL', 'INDEXING', 'DATABASE_URL', 'MEDIA_DIR', 'PORT', 'WEATHER_URL', 'TRUSTED_PROXIES', 'RATE_LIMITS', 'METRICS_TOKEN', 'REDIS_URL', 'S3_BUCKET', 'EDGE_PURGE', 'EDGE_TOKEN', 'SMTP_URL', 'MAIL_FROM', 'OTEL_EXPORTER_OTLP_ENDPOINT']

const env = { ...Object.fromEntries(unset.map((name) => [name, ''])), PAYLOAD_SECRET: 'a-secret-for-tests-only-0123456789abcdef', LOG_LEVEL: 'silent', PAYLOAD_LOG_LEVEL: 'silent', NEXT_TELEMETRY_DISABLED: '1' }

// Lexical's packages deadlock at random under Node's default conditions: docs/decisions/0007.
const execArgv = ['--conditions=production', '--no-deprecation']

/** The same data tests on each database: every file gets an empty one of its own. */
const data = (name: string, server: string) => ({
  ...shared,
  test: { name, include: ['lib/**/*.data.test.ts'], env: { ...env, TEST_DATABASE: server }, execArgv, testTimeout: 60_000, hookTimeout: 180_000 },
})

const postgres = process.env.TEST_POSTGRES_URL

/** Needs the production build and Debian's packages: `npm test -- --cluster`. */
const cluster = { ...shared, test: { name: 'cluster', include: ['scripts/**/*.cluster.test.ts'], env, execArgv, testTimeout: 120_000, hookTimeout: 600_000 } }

export default defineConfig({
  test: {
    // Vitest would leave one core of two idle.
    maxWorkers: '100%',
    projects: [
      { ...shared, test: { name: 'unit', include: ['{lib,components,scripts,demo}/**/*.test.{ts,tsx}'], exclude: ['**/*.data.test.ts', '**/*.cluster.test.ts', 'node_modules/**'], env, execArgv, testTimeout: 30_000, hookTimeout: 120_000 } },
      data('sqlite', 'sqlite'),
      ...(process.env.TEST_CLUSTER === undefined ? [] : [cluster]),
      ...(postgres === undefined ? [] : [data('postgres', postgres)]),
    ],
  },
})
