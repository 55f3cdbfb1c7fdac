import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { env } from '@/lib/env'
import { bodyEditor } from './body/editor'
import { Authors } from './collections/authors'
import { Fronts } from './collections/fronts'
import { Media } from './collections/media'
import { Notices } from './collections/notices'
import { Pages } from './collections/pages'
import { Paths } from './collections/paths'
import { PreviewLinks } from './collections/preview-links'
import { Sections } from './collections/sections'
import { Stories } from './collections/stories'
import { Topics } from './collections/topics'
import { Users } from './collections/users'
import { database } from './database'
import { closeDetours } from './detours'
import { log } from '@/lib/log'
import { blameBrokenForms, tellOfFullDisk } from './hooks/errors'
import { Breaking } from './globals/breaking'
import { Settings } from './globals/settings'
import { mail } from './mail'
import { mediaStore } from './media-store'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../..')

export default buildConfig({
  secret: env().PAYLOAD_SECRET,
  serverURL: '',
  telemetry: false,
  email: mail,
  logger: log,
  db: database(),
  editor: bodyEditor(),
  sharp,
  collections: [Stories, Media, Fronts, Pages, Sections, Topics, Authors, Users, PreviewLinks, Paths, Notices],
  globals: [Breaking, Settings],
  plugins: [mediaStore, closeDetours],
  hooks: { afterError: [blameBrokenForms, tellOfFullDisk] },
  // One door less: the back office itself uses REST only.
  graphQL: { disable: true },
  upload: { limits: { fileSize: 25 * 1024 * 1024 }, abortOnLimit: true, responseOnLimit: 'The file is larger than 25 MB. Make it smaller and try again.' },
  admin: {
    user: Users.slug,
    // Payload's own choice would ask gravatar.com for a picture of every editor.
    avatar: 'default',
    meta: { titleSuffix: ' · Dateline', robots: 'noindex, nofollow', icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }] },
    dateFormat: 'd MMM yyyy, HH:mm',
    importMap: { baseDir: root, importMapFile: path.resolve(root, 'app/(payload)/admin/importMap.js') },
    components: {
      graphics: { Icon: '@/lib/cms/admin/Brand#BrandIcon', Logo: '@/lib/cms/admin/Brand#BrandLogo' },
      afterLogin: ['@/lib/cms/admin/NoMail#NoMail'],
      beforeDashboard: ['@/lib/cms/admin/Desk#Desk'],
      afterNavLinks: ['@/lib/cms/admin/MovedInLink#MovedInLink'],
      views: {
        movedIn: { Component: '@/lib/cms/admin/MovedIn#MovedIn', path: '/moved-in', meta: { title: 'Moved in' } },
        speed: { Component: '@/lib/cms/admin/Speed#Speed', path: '/speed', meta: { title: 'Speed' } },
      },
    },
  },
  // By `npm run generate`: Payload would start a process of its own for them beside each command and each test.
  typescript: { outputFile: path.resolve(here, 'payload-types.ts'), autoGenerate: false },
})
