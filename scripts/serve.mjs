import { spawn } from 'node:child_process'

/**
 * Runs Next on a port until it is told to stop; a wish to stop is not a failure. Calls `onReady` once the
 * site answers.
 */
export async function serve(mode, port, environment, onReady = () => {}) {
  const conditions = mode === 'start' ? 'production' : 'development'
  const child = spawn(process.execPath, [`--conditions=${conditions}`, '--no-deprecation', 'node_modules/next/dist/bin/next', mode, '-p', String(port)], {
    stdio: 'inherit',
    env: { ...environment, NODE_ENV: conditions, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
  })
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      stopping = true
      child.kill(signal)
    })
  }
  child.on('exit', (code) => process.exit(stopping ? 0 : (code ?? 1)))
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)
    if (answer?.ok) return onReady()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  console.error('\nThe site does not answer after a minute. GET /api/health says why.\n')
}
