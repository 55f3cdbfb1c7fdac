import { statfs } from 'node:fs/promises'
import { FileUploadError, type AfterErrorHook, type CollectionBeforeOperationHook } from 'payload'
import { env } from '@/lib/env'
import { refusal } from '../refusal'

/** How the reader of uploads says that a form was cut off or badly made. */
const MALFORMED = /^(?:Unexpected end of (?:form|file)|Malformed (?:part header|urlencoded form)|Multipart: Boundary not found|Request is not eligible for file upload)/

/** No room left: for SQLite, PostgreSQL, and a file. */
const FULL = new Set(['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT'])

function isFull(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  return FULL.has(String(code)) || (cause !== undefined && cause !== error && isFull(cause))
}

/** The content system does not say why it could not write a file. */
async function isMediaFull(): Promise<boolean> {
  const room = await statfs(env().MEDIA_DIR).catch(() => null)
  return room !== null && room.bavail * room.bsize < 1024 * 1024
}

/** With the disk full nothing is kept, and the one who saves must know, and what to do. */
export const tellOfFullDisk: AfterErrorHook = async ({ error }) =>
  isFull(error) || (error instanceof FileUploadError && (await isMediaFull())) ? { status: 507, response: { errors: [{ message: 'Nothing was saved: the disk of the site is full. Leave this page open, have room made on it, and save again.' }] } } : undefined

/** A form, or the JSON in it, that cannot be read is the sender's fault, and is said so; the content system would answer 500. */
export const blameBrokenForms: AfterErrorHook = ({ error }) =>
  error instanceof SyntaxError || MALFORMED.test(error.message) ? { status: 400, response: { errors: [{ message: 'The form that was sent is incomplete or damaged. Send it again.' }] } } : undefined

/** A draft of nothing: where a request holds no data at all, the content system would answer 500. */
export const expectData: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { data, duplicateFromID } = args as { data?: unknown; duplicateFromID?: unknown }
  if (duplicateFromID === undefined && (operation === 'create' || operation === 'update' || operation === 'updateByID') && (typeof data !== 'object' || data === null)) throw refusal('Nothing was sent that could be saved.', 400)
  return args
}
