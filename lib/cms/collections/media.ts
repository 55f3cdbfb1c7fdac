import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { env } from '@/lib/env'
import { mayBeIndexed } from '@/lib/indexing'
import { changeOwn, editors, roleOf, signedIn } from '../access'
import { nameCreator } from '../hooks/creator'
import { announceMedia, announceMediaDeleted, answerMissing, putOriginalBack, setOriginalAside, storeOriginal } from '../hooks/media'
import { MIME_TYPES } from './media-types'
import { trustContent } from '../hooks/uploads'

/** Nothing in a media file may run or load anything. */
const POLICY = "default-src 'none'; sandbox"
/** The same for a PDF, which is shown by the browser's own viewer: older ones do not start in a sandbox, or without a frame and a style. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"

/** Where files are kept. */
const FOLDER = path.resolve(/* turbopackIgnore: true */ process.cwd(), env().MEDIA_DIR)

/** A store of files wants to be handed the document of a file; it is looked up only for a rule that asks something of it. */
const anyFile = () => (env().S3_BUCKET === undefined ? true : { filename: { exists: true } })

/**
 * Pictures, sound, video and documents. The files themselves are public (a page needs them); what is known about them
 * is not, so nobody can list what has not been published.
 */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Media file', plural: 'Media' },
  admin: { useAsTitle: 'alt', defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'], group: 'Content', description: 'JPEG, PNG, WebP, AVIF or GIF pictures, MP3, M4A, OGG or WAV sound, MP4 or WebM video, VTT captions, PDF documents; 25 MB at most.' },
  upload: {
    staticDir: FOLDER,
    // A store of files answers for itself.
    handlers: env().S3_BUCKET === undefined ? [(_, { params }) => answerMissing(FOLDER, params.filename) as Promise<Response>] : [],
    mimeTypes: MIME_TYPES,
    focalPoint: true,
    // The server fetches nothing that somebody names: it stands where it can reach what they cannot.
    pasteURL: false,
    adminThumbnail: 'thumbnail',
    imageSizes: [{ name: 'thumbnail', width: 320, height: 214, position: 'centre', formatOptions: { format: 'webp', options: { quality: 70 } } }],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('Cache-Control', 'public, max-age=31536000, immutable')
      headers.set('Content-Security-Policy', headers.get('Content-Type') === 'application/pdf' ? PDF_POLICY : POLICY)
      // The proxy says it for everything else.
      if (!mayBeIndexed(env())) headers.set('X-Robots-Tag', 'noindex, nofollow')
      return headers
    },
  },
  hooks: { beforeOperation: [trustContent(MIME_TYPES), setOriginalAside], beforeChange: [nameCreator, putOriginalBack], afterChange: [storeOriginal, announceMedia], beforeDelete: [announceMediaDeleted] },
  access: {
    create: signedIn,
    read: ({ req, isReadingStaticFile }) => roleOf(req) !== null || (isReadingStaticFile === true && anyFile()),
    update: changeOwn,
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
    { name: 'createdBy', type: 'relationship', relationTo: 'users', admin: { hidden: true, readOnly: true }, access: { update: () => false } },
  ],
}
