import { withPayload } from '@payloadcms/next/withPayload'
import path from 'node:path'
import type { NextConfig } from 'next'
import { basePolicy, machinePolicy } from './lib/watch/policy'

const config: NextConfig = {
  // Addresses are settled in proxy.ts with a 301; Next's own answer would be a 308 before it is asked.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // Done once for each page, not for each reader: lib/page-cache/delivery.ts.
  compress: false,
  generateEtags: false,
  // Pages live in memory only: a page on disk would outlive the invalidations that a stopped process forgot.
  // Framework scripts wait for the reader: docs/decisions/0009.
  cacheHandler: path.resolve(import.meta.dirname, 'lib/page-cache/handler.cjs'),
  cacheMaxMemorySize: 256 * 1024 * 1024,
  experimental: { isrFlushToDisk: false, globalNotFound: true },
  // Complete heads for every client: no crawler list to keep up.
  htmlLimitedBots: /.*/,
  images: {
    formats: ['image/webp'],
    localPatterns: [{ pathname: '/api/media/file/**', search: '' }],
    deviceSizes: [400, 640, 800, 1200, 1600],
    imageSizes: [96, 160, 256],
    qualities: [60],
    // The lite edition links to pictures; they are of our own making (WebP), never somebody's SVG.
    contentDispositionType: 'inline',
    minimumCacheTTL: 60 * 60 * 24 * 30,
  },
  // `npm run types` checks them; a build that did so again would only take longer.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
}

/**
 * Payload asks for a colour-scheme hint on every path; a reader's browser would load each page twice for it
 * (Critical-CH) and caches would keep two copies (Vary). Only the back office needs it.
 */
const withAdmin = withPayload(config, { devBundleServerPackages: false })
const headers = withAdmin.headers
const guard = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'Permissions-Policy', value: 'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

withAdmin.headers = async () => [
  ...((await headers?.()) ?? []).map((rule) => (rule.source === '/:path*' ? { ...rule, source: '/admin/:path*' } : rule)),
  { source: '/:path*', headers: guard },
  // Pages bring a policy of their own beside this one (proxy.ts, lib/page-cache); what is no page may do next to nothing.
  { source: '/((?!api/|_next/|styles/).*)', headers: [{ key: 'Content-Security-Policy', value: basePolicy }] },
  // A media file brings its own (lib/cms/collections/media.ts), and must not lose it.
  { source: '/:room(api|_next|styles)/((?!media/file/).*)', headers: [{ key: 'Content-Security-Policy', value: machinePolicy }] },
  { source: '/:room(admin|api)/((?!media/).*)', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] },
  { source: '/((?!preview/).*)', headers: [{ key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' }] },
]

export default withAdmin
