import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * What a preview link's address is made of: a first byte of 0, four numbers (6 bytes each) and a signature over them
 * (32 bytes), written together in base64url. 57 bytes are exactly 76 letters, so no letter has bits to spare: change any
 * one and the signature no longer fits. A database gives an id again after a deletion or a restore; story and time of
 * making tell the link that was signed from another that has its id now.
 */
const FIELDS = ['linkId', 'storyId', 'createdAt', 'expiresAt'] as const
const FIELD_BYTES = 6
const SIGNED_BYTES = 1 + FIELDS.length * FIELD_BYTES
const SHAPE = /^[A-Za-z0-9_-]{76}$/

/** What an address says of its link; times are in milliseconds since 1970. */
export type SignedLink = Record<(typeof FIELDS)[number], number>

const sign = (signed: Buffer): Buffer => {
  const key = createHmac('sha256', env().PAYLOAD_SECRET).update('dateline preview link').digest()
  return createHmac('sha256', key).update(signed).digest()
}

/** The last part of a preview link's address. */
export function toPreviewToken(link: SignedLink): string {
  const signed = Buffer.alloc(SIGNED_BYTES)
  FIELDS.forEach((field, i) => signed.writeUIntBE(link[field], 1 + i * FIELD_BYTES, FIELD_BYTES))
  return Buffer.concat([signed, sign(signed)]).toString('base64url')
}

/** What an address was made of; null when it was not signed here. Says nothing of whether it still holds. */
export function readPreviewToken(token: string): SignedLink | null {
  if (!SHAPE.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const signed = bytes.subarray(0, SIGNED_BYTES)
  if (!timingSafeEqual(bytes.subarray(SIGNED_BYTES), sign(signed))) return null
  return Object.fromEntries(FIELDS.map((field, i) => [field, signed.readUIntBE(1 + i * FIELD_BYTES, FIELD_BYTES)])) as SignedLink
}
