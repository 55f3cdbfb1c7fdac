/** Runs once when a server process starts: before its first request, not at its first visit to the back office. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { openFrontDoor } = await import('./lib/watch/front-door')
  openFrontDoor()
  const { startTracing } = await import('./lib/watch/tracing')
  await startTracing()
  const { startClock } = await import('./lib/clock')
  const { listenForChanges } = await import('./lib/adapters/clock/listen')
  const { leaveEdgesAtTheEnd } = await import('./lib/data/edge-purge')
  const { sharePages } = await import('./lib/data/page-sharing')
  const { dressPages } = await import('./lib/data/edge')
  dressPages()
  sharePages()
  listenForChanges(startClock())
  leaveEdgesAtTheEnd()
}
