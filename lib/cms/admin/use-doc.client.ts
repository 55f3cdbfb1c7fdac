'use client'

import { useEffect, useState } from 'react'
import { ask } from './ask'

const known = new Map<string, Promise<unknown>>()

/** A document through the back office's own REST door, asked once while the page is open; null until it is there, or when it is not. */
export function useDoc<T>(path: string | null): T | null {
  const [found, setFound] = useState<{ path: string; doc: T } | null>(null)
  useEffect(() => {
    if (path === null) return
    let isCurrent = true
    const asked = known.get(path) ?? ask<T>(path).then((answer) => ('data' in answer ? answer.data : null))
    known.set(path, asked)
    void asked.then((doc) => {
      if (doc === null) known.delete(path)
      if (isCurrent && doc !== null) setFound({ path, doc: doc as T })
    })
    return () => {
      isCurrent = false
    }
  }, [path])
  return found !== null && found.path === path ? found.doc : null
}

/** What the editors' own tools need to know of the newsroom. */
export interface Newsroom {
  name: string
  timeZone: string
  locale: string
}

/** The newsroom's name, zone and language from the settings; null until they are there. */
export function useNewsroom(): Newsroom | null {
  return useDoc<Newsroom>('/api/globals/settings?depth=0')
}

/** The id in a relationship's form value, which is an id, a document or nothing. */
export function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown; value?: unknown }).id ?? (value as { value?: unknown }).value : value
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : null
}
