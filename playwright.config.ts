import { defineConfig } from '@playwright/test'

/** What a browser makes of a page's bytes is seen once; on the second database, what is in them. */
const LOOKS = ['quality', 'waking', 'policy', 'header', 'offline'].map((name) => `${name}.spec.ts`)

const port = Number(process.env.E2E_PORT ?? 4310)

export default defineConfig({
  testDir: 'e2e',
  testIgnore: process.env.E2E_DATABASE_URL === undefined ? [] : LOOKS,
  globalSetup: './e2e/global-setup.ts',
  outputDir: '.data/test-results/playwright',
  fullyParallel: false,
  workers: 2,
  // Against what hangs; a slow machine is no fault.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `${process.env.RESULTS_DIR ?? '.data/test-results'}/playwright.json` }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: 'node e2e/server.mjs',
    url: `http://localhost:${port}/api/health`,
    timeout: 300_000,
    reuseExistingServer: process.env.E2E_REUSE === 'true',
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
