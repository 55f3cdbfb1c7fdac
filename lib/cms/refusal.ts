import { APIError } from 'payload'

/**
 * An error that an editor is to read. Payload shows the sentence of one that carries data, and of others only where the
 * build has left their class a name.
 */
export const refusal = (sentence: string, status: 400 | 403 | 409 | 429) => new APIError(sentence, status, {}, true)
