import { Picture } from '@/components/media/Picture'
import type { BlockOf } from '@/lib/model/block'
import { EmbedFrame } from './EmbedFrame.client'

export function Audio({ block }: { block: BlockOf<'audio'> }) {
  return (
    <figure className="border-y border-rule py-4">
      <figcaption className="hed-s mb-3">
        <span className="kicker mb-1 block">Listen</span>
        {block.title}
      </figcaption>
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- sound has its transcript below */}
      <audio controls preload="none" className="w-full">
        <source src={block.src} type={block.mimeType} />
      </audio>
      {block.credit && <p className="meta mt-2">{block.credit}</p>}
      {block.transcript && (
        <details className="mt-1">
          <summary className="label tap underline decoration-rule underline-offset-4">Transcript</summary>
          <div className="mt-1 text-[1.0625rem] leading-normal whitespace-pre-line text-soft">{block.transcript}</div>
        </details>
      )}
    </figure>
  )
}

export function Video({ block }: { block: BlockOf<'video'> }) {
  return (
    <figure>
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- captions where the newsroom has made them */}
      <video controls preload="none" playsInline poster={block.poster?.src} className="frame aspect-video" aria-label={block.title}>
        <source src={block.src} type={block.mimeType} />
        {block.captionsSrc && <track kind="captions" src={block.captionsSrc} default />}
      </video>
      <figcaption className="meta mt-2">
        {block.title}
        {block.credit && ` ${block.credit}`}
      </figcaption>
    </figure>
  )
}

/** Something that lives elsewhere: nobody is called before the reader asks. */
export function Embed({ block }: { block: BlockOf<'embed'> }) {
  return (
    <figure className="no-print">
      <EmbedFrame provider={block.provider} title={block.title} url={block.url} embedUrl={block.embedUrl} height={block.height}>
        {block.poster && <Picture picture={block.poster} sizes="(width >= 45rem) 620px, 100vw" ratio="16/9" decorative />}
      </EmbedFrame>
    </figure>
  )
}
