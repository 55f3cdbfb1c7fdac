import type { Metadata } from 'next'
import { ThemeScript } from '@/components/masthead/ThemeScript'
import { Notice } from '@/components/ui/Notice'
import { fontVariables } from './(site)/fonts'
import './(site)/site.css'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

/** An address that no room of the house answers; it stands alone, without the masthead. */
export default function GlobalNotFound() {
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <main>
          <Notice code="404" title="There is nothing at this address">
            <p>The address may be mistyped, or a link to it may be wrong.</p>
          </Notice>
        </main>
      </body>
    </html>
  )
}
