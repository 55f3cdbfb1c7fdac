'use client'

import { useEffect } from 'react'

/**
 * Lets the browser keep the page for readers without a network (public/sw.js). Scripts come once the reader has
 * done something (docs/decisions/0009), so this never competes with a page that is loading.
 */
export function OfflineWorker() {
  useEffect(() => {
    navigator.serviceWorker?.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined)
  }, [])
  return null
}
