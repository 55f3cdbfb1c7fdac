import type { Metadata } from 'next'

/** What a preview says to machines that reach it all the same: nothing of it is for them. */
export const previewMetadata: Metadata = {
  title: 'Preview',
  referrer: 'no-referrer',
  robots: { index: false, follow: false, noarchive: true, nosnippet: true, noimageindex: true },
}
