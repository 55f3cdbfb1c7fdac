import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * What a preview link's address is made of: the link's id (7 bytes), when it ends (6 bytes, milliseconds since
 * 1970) and a signature over both (32 bytes), written together in base64url. 45 bytes are exactly 60 letters,
 * so no letter has bits to spare: change any one and the signature no longer fits.
 */
const ID_BYTES = 7
const END_BYTES = 6
const SIGNED_BYTES = ID_BYTES + END_BYTES
const SHAPE = /^[A-Za-z0-9_-]{60}$/

const sign = (signed: Buffer): Buffer => {
  const key = createHmac('sha256', env().PAYLOAD_SECRET).update('dateline preview link').digest()
  return createHmac('sha256', key).update(signed).digest()
}

/** The last part of a preview link's address. `expiresAt` is in milliseconds since 1970. */
export function toPreviewToken(linkId: number, expiresAt: number): string {
  const signed = Buffer.alloc(SIGNED_BYTES)
  signed.writeUIntBE(linkId, 1, 6)
  signed.writeUIntBE(expiresAt, ID_BYTES, END_BYTES)
  return Buffer.concat([signed, sign(signed)]).toString('base64url')
}

/** Which link an address names and when it ends; null when it was not signed here. Says nothing of whether it still holds. */
export function readPreviewToken(token: string): { linkId: number; expiresAt: number } | null {
  if (!SHAPE.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const signed = bytes.subarray(0, SIGNED_BYTES)
  if (!timingSafeEqual(bytes.subarray(SIGNED_BYTES), sign(signed))) return null
  return { linkId: signed.readUIntBE(1, 6), expiresAt: signed.readUIntBE(ID_BYTES, END_BYTES) }
}
