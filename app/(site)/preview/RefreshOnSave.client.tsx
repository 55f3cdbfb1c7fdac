'use client'

import { RefreshRouteOnSave } from '@payloadcms/live-preview-react'
import { useRouter } from 'next/navigation'
import { useCallback, useSyncExternalStore } from 'react'

const never = () => () => undefined
/** The editor's window, when the preview stands in its frame or was opened beside it. */
const editorOrigin = () => (window.parent !== window || window.opener ? window.location.origin : '')

/** Beside the form: draws the page anew after each autosave. Alone in a window it does nothing. */
export function RefreshOnSave() {
  const router = useRouter()
  const origin = useSyncExternalStore(never, editorOrigin, () => '')
  const refresh = useCallback(() => router.refresh(), [router])
  return origin === '' ? null : <RefreshRouteOnSave refresh={refresh} serverURL={origin} />
}
