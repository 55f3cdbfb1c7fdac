import type { EventLoopUtilityFunction } from 'node:perf_hooks'

export class Refreshes {
  constructor(now?: () => number, eventLoopUtilization?: EventLoopUtilityFunction)
  begin(key: string): boolean
  end(key: string): void
}
