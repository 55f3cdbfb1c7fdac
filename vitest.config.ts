import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@payload-config': `${import.meta.dirname}/lib/cms/payload.config.ts`, '@': import.meta.dirname } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.tsx', 'scripts/**/*.test.ts', 'proxy.test.ts'],
    env: { PAYLOAD_SECRET: 'a-secret-for-tests-only-0123456789abcdef', LOG_LEVEL: 'silent', PAYLOAD_LOG_LEVEL: 'silent', NEXT_TELEMETRY_DISABLED: '1' },
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
