import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Footer } from '@/components/footer/Footer'
import { Masthead } from '@/components/masthead/Masthead'
import { ThemeScript } from '@/components/masthead/ThemeScript'
import { Vitals } from '@/components/widgets/Vitals.client'
import { getMasthead } from '@/lib/data/masthead'
import { getSite, listSectionTree } from '@/lib/data/site'
import { directionOf } from '@/lib/format/tongue'
import { hasReservation } from '@/lib/model/crawlers'
import { licencePath } from '@/lib/routes'
import { siteOrigin } from '@/lib/site'
import { fontVariables } from './fonts'
import './site.css'

export const metadata: Metadata = { metadataBase: new URL(siteOrigin), formatDetection: { telephone: false, date: false, address: false } }

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f3' },
    { media: '(prefers-color-scheme: dark)', color: '#151311' },
  ],
}

/** Says to machines that something is reserved, and where the terms are (RSL 1.0; TDM Reservation Protocol). */
function Reservation() {
  const terms = `${siteOrigin}${licencePath}`
  return (
    <>
      <link rel="license" type="application/rsl+xml" href={terms} />
      <meta name="tdm-reservation" content="1" />
      <meta name="tdm-policy" content={terms} />
    </>
  )
}

export default async function SiteLayout({ children, graph }: { children: ReactNode; graph: ReactNode }) {
  const [site, tree, { now, weather }] = await Promise.all([getSite(), listSectionTree(), getMasthead()])
  return (
    // The scheme is set by a script before React wakes: a difference here is expected.
    <html lang={site.language} dir={directionOf(site.language)} className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript />
        {hasReservation(site.crawlers) && <Reservation />}
        {graph}
      </head>
      <body>
        <a href="#content" className="skip-link label">
          Skip to content
        </a>
        <Masthead site={site} tree={tree} now={now} weather={weather} />
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
        <Footer site={site} tree={tree} now={now} />
        <Vitals />
      </body>
    </html>
  )
}
