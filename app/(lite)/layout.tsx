import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { LiteFrame } from '@/components/lite/LiteFrame'
import { liteStyle } from '@/components/lite/lite-style'
import { getMasthead } from '@/lib/data/masthead'
import { getSite, listSectionTree } from '@/lib/data/site'
import { siteOrigin } from '@/lib/site'

export const metadata: Metadata = { metadataBase: new URL(siteOrigin), formatDetection: { telephone: false, date: false, address: false } }

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The lite edition. The mark on its root tells the page cache to take every script out (lib/page-cache/bare.cjs). */
export default async function LiteLayout({ children }: { children: ReactNode }) {
  const [site, tree, { now, weather }] = await Promise.all([getSite(), listSectionTree(), getMasthead()])
  return (
    <html lang={site.language} data-edition="lite">
      <head>
        <style dangerouslySetInnerHTML={{ __html: liteStyle }} />
      </head>
      <body>
        <LiteFrame site={site} sections={tree} now={now} weather={weather}>
          {children}
        </LiteFrame>
      </body>
    </html>
  )
}
