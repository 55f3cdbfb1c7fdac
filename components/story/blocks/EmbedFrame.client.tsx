'use client'

import { type ReactNode, useState } from 'react'

interface Props {
  provider: string
  title: string
  url: string
  embedUrl: string | null
  height: number | null
  /** The poster, if there is one. */
  children: ReactNode
}

/** A frame from elsewhere, loaded on request; without a script, a link. */
export function EmbedFrame({ provider, title, url, embedUrl, height, children }: Props) {
  const [asked, setAsked] = useState(false)
  const shape = height ? { height } : { aspectRatio: '16/9' }
  if (asked && embedUrl) {
    return <iframe src={embedUrl} title={title} style={shape} className="w-full border-0" allowFullScreen referrerPolicy="strict-origin-when-cross-origin" />
  }
  return (
    <div className="border-y border-rule py-5">
      {children && <div className="mb-4">{children}</div>}
      <p className="kicker mb-1">{provider}</p>
      <p className="hed-s">{title}</p>
      <p className="meta mt-2">
        {embedUrl ? `Shown from ${provider}, which will learn that you watched or read it here.` : `This stands on ${provider}.`}
      </p>
      <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        {embedUrl && (
          <button type="button" onClick={() => setAsked(true)} className="button needs-script">
            Show it here
          </button>
        )}
        <a href={url} rel="noopener" className="label tap underline underline-offset-4">
          Open on {provider}
        </a>
      </p>
    </div>
  )
}
