import type { AfterErrorHook } from 'payload'

/** How the reader of uploads says that a form was cut off or badly made. */
const MALFORMED = /^(?:Unexpected end of (?:form|file)|Malformed (?:part header|urlencoded form)|Multipart: Boundary not found|Request is not eligible for file upload)/

/** A form, or the JSON in it, that cannot be read is the sender's fault, and is said so; the content system would answer 500. */
export const blameBrokenForms: AfterErrorHook = ({ error }) =>
  error instanceof SyntaxError || MALFORMED.test(error.message) ? { status: 400, response: { errors: [{ message: 'The form that was sent is incomplete or damaged. Send it again.' }] } } : undefined
