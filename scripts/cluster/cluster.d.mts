interface Service {
  stop: () => Promise<void>
}

interface Node extends Service {
  port: number
  url: string
  start: () => Promise<void>
  kill: () => Promise<void>
}

interface Options {
  port?: number
  processes?: number
  password?: string
  say?: (what: string) => void
  environment?: Record<string, string>
}

export function startCluster(options?: Options): Promise<{
  home: string
  /** The secret with which the edge may be told to forget. */
  token: string
  url: string
  nodes: Node[]
  edge: Service & { isAlive: (port: number) => boolean }
  postgres: Service & { url: string; kill: () => Promise<void>; start: () => void }
  redis: Service & { url: string; kill: () => Promise<void>; hang: () => void; start: () => void }
  password: string
  stop: () => Promise<void>
  rollingRestart: () => Promise<void>
}>
