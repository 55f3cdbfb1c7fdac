import { createHash, randomBytes } from 'node:crypto'
import { themeScript } from '../format/theme-script'

const themeDigest = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`

/** A word that this one answer's scripts carry, and nobody could know before. */
export const newNonce = (): string => randomBytes(16).toString('base64')

/**
 * What every answer may do, whatever it is. Pages made for the cache say more themselves (lib/page-cache/policy.cjs);
 * a browser keeps to both.
 */
export const basePolicy = "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'"

/** What a page may do that is made for one reader: a preview. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' ${themeDigest}`,
    "style-src 'self'",
    // Boxes of pictures carry their shape; there is no digest for what is made while it is sent.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    'frame-src https:',
    basePolicy,
  ].join('; ')

/** What the back office may do: its styles are written by its libraries as it goes; its scripts are known by the nonce. */
export const officePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "connect-src 'self' blob:",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    basePolicy,
  ].join('; ')

/** What files for machines may do when a person opens one in a browser: be styled. */
export const machinePolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
