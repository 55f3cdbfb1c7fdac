import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of the request that is being answered. */
export interface RequestContext {
  requestId: string
}

const key = Symbol.for('dateline.request')
/** On `globalThis`, because the server bundles its routes apart. */
export const requests = ((globalThis as { [key]?: AsyncLocalStorage<RequestContext> })[key] ??= new AsyncLocalStorage<RequestContext>())

/** The name of the request being answered, for the log; undefined outside one. */
export const currentRequestId = (): string | undefined => requests.getStore()?.requestId
