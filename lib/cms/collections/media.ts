import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { env } from '@/lib/env'
import { editors, roleOf, signedIn } from '../access'

const MIME_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav', 'video/mp4', 'video/webm', 'text/vtt']

/** A store of files wants to be handed the document of a file; it is looked up only for a rule that asks something of it. */
const anyFile = () => (env().S3_BUCKET === undefined ? true : { filename: { exists: true } })

/**
 * Pictures, sound and video. The files themselves are public (a page needs them); what is known about them
 * is not, so nobody can list what has not been published.
 */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Media file', plural: 'Media' },
  admin: { useAsTitle: 'alt', defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'], group: 'Content', description: 'JPEG, PNG, WebP, AVIF or GIF pictures, MP3, M4A, OGG or WAV sound, MP4 or WebM video, VTT captions; 25 MB at most.' },
  upload: {
    staticDir: path.resolve(/* turbopackIgnore: true */ process.cwd(), env().MEDIA_DIR),
    mimeTypes: MIME_TYPES,
    focalPoint: true,
    adminThumbnail: 'thumbnail',
    imageSizes: [{ name: 'thumbnail', width: 320, height: 214, position: 'centre', formatOptions: { format: 'webp', options: { quality: 70 } } }],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('Cache-Control', 'public, max-age=31536000, immutable')
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      return headers
    },
  },
  access: {
    create: signedIn,
    read: ({ req, isReadingStaticFile }) => roleOf(req) !== null || (isReadingStaticFile === true && anyFile()),
    update: signedIn,
    delete: editors,
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      maxLength: 300,
      label: 'Description for people who cannot see it',
      admin: { description: 'Say what is to be seen, not what it means: “Two boats at a flooded jetty”. Screen readers read it aloud; search engines read it too.' },
    },
    { name: 'caption', type: 'textarea', maxLength: 400, admin: { description: 'Shown under the picture. A story may use its own caption instead.' } },
    { name: 'credit', type: 'text', maxLength: 160, admin: { description: 'Whose work it is: “Name / Agency”.' } },
    { name: 'rightsExpireAt', type: 'date', label: 'Rights end', admin: { date: { pickerAppearance: 'dayOnly' }, description: 'After this day the picture is no longer shown with stories.' } },
    // A store of files keeps its own name for each here; there is one schema, with a store and without.
    { name: '_objectKey', type: 'text', admin: { hidden: true, readOnly: true } },
    { name: 'transcript', type: 'textarea', admin: { description: 'For sound and video: what is said.' } },
  ],
}
