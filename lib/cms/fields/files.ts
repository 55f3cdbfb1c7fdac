import type { Where } from 'payload'

/**
 * Lets a field take files of one sort only. One whose file is still to come passes too: a story that was moved in before
 * its pictures can be saved.
 */
export const only = (sort: 'image' | 'audio' | 'video' | 'text/vtt'): Where => ({ or: [{ mimeType: { contains: sort } }, { mimeType: { exists: false } }] })
