import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fail } from './say'

/** Whether nothing listens on a port yet. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}

/** Starts Next on a port and ends with it; signals are handed on, and a wish to stop is not a failure. */
export async function serve(mode: 'dev' | 'start', port: number): Promise<ChildProcess> {
  if (!(await isFree(port))) fail(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm run ${mode}`)
  const child = spawn(process.execPath, ['-C', mode === 'start' ? 'production' : 'development', '--no-deprecation', 'node_modules/next/dist/bin/next', mode, '-p', String(port)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: mode === 'start' ? 'production' : 'development', PORT: String(port) },
  })
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping = true
      child.kill(signal)
    })
  }
  child.on('exit', (code) => process.exit(stopping ? 0 : (code ?? 1)))
  return child
}
