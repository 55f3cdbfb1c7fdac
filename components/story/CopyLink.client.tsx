'use client'

import { useState } from 'react'

/** Puts the story's address on the clipboard and says so. */
export function CopyLink({ url }: { url: string }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied'),
    )
  return (
    <button type="button" onClick={copy} className="flex min-h-11 cursor-pointer items-center hover:text-accent hover:underline md:min-h-8">
      <span aria-live="polite">{said || 'Copy link'}</span>
    </button>
  )
}
