import type { CollectionConfig, Tab } from 'payload'
import { STORY_KINDS } from '@/lib/model/card'
import { changeStories, editors, editorsField, signedIn } from '../access'
import { isFullAddress } from '../body/address'
import { bodyEditor } from '../body/editor'
import { addressField } from '../fields/address'
import { only } from '../fields/files'
import { slugField } from '../fields/slug'
import { nameCreator } from '../hooks/creator'
import { expectData } from '../hooks/errors'
import { keepSchedule, keepToDrafts, prepareStory, removePreviewLinks, restoreOnlyTheirs, spreadStory, withdrawDeletedStory } from '../hooks/stories'
import { restoreVersion } from '../restore-version'

const field = (path: string) => `@/lib/cms/admin/${path}`
/** A copy of a story is a new one: it starts with nothing of the first one's publication. */
const notCopied = (value: unknown) => ({ beforeDuplicate: [() => value] })
const dayAndTime = { date: { pickerAppearance: 'dayAndTime', timeFormat: 'HH:mm', timeIntervals: 15, displayFormat: 'd MMM yyyy HH:mm' } } as const

const storyTab: Tab = {
  label: 'Story',
  fields: [
    { name: 'kicker', type: 'text', maxLength: 40, admin: { description: 'One to three words above the headline. Optional.' } },
    {
      name: 'headline',
      type: 'text',
      required: true,
      maxLength: 160,
      admin: { description: 'Say what happened. 40 to 80 characters read best.', components: { afterInput: [field('LengthMeter.client#HeadlineLength')] } },
    },
    {
      name: 'standfirst',
      type: 'textarea',
      maxLength: 320,
      admin: { description: 'One or two sentences that make a reader go on.', components: { afterInput: [field('LengthMeter.client#StandfirstLength')] } },
    },
    { name: 'body', type: 'richText', editor: bodyEditor() },
  ],
}

/** A story told as it happens: posts newest first. */
const liveTab: Tab = {
  label: 'Live',
  admin: { condition: (data) => data?.kind === 'live' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'liveStartedAt', type: 'date', label: 'Coverage began', admin: { ...dayAndTime, description: 'Leave empty for the time of publication.' } },
        { name: 'liveEndedAt', type: 'date', label: 'Coverage ended', admin: { ...dayAndTime, description: 'Leave empty while it goes on.' } },
      ],
    },
    {
      name: 'livePosts',
      type: 'array',
      hooks: notCopied([]),
      labels: { singular: 'Post', plural: 'Posts' },
      admin: { description: 'Readers see the newest first, whatever their order here. Publish the story to send a post out.', components: { RowLabel: field('LivePostLabel.client#LivePostLabel') } },
      fields: [
        { name: 'headline', type: 'text', required: true, maxLength: 160 },
        { name: 'body', type: 'richText', editor: bodyEditor() },
        {
          type: 'row',
          fields: [
            { name: 'at', type: 'date', required: true, defaultValue: () => new Date().toISOString(), label: 'Time', admin: dayAndTime },
            { name: 'author', type: 'relationship', relationTo: 'authors', admin: { description: 'Only if not the story’s own.' } },
            { name: 'key', type: 'checkbox', label: 'Key moment' },
          ],
        },
      ],
    },
  ],
}

const pictureTab: Tab = {
  label: 'Picture & related',
  fields: [
    { name: 'hero', type: 'upload', relationTo: 'media', label: 'Main picture', filterOptions: only('image') },
    { name: 'heroCaption', type: 'text', maxLength: 400, label: 'Caption here', admin: { description: 'Leave empty to use the picture’s own caption.' } },
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'stories',
      hasMany: true,
      maxRows: 6,
      label: 'Related news, chosen by hand',
      admin: { description: 'These come first; the rest is found by topic, text and freshness.' },
    },
  ],
}

const searchTab: Tab = {
  label: 'Search & share',
  fields: [
    { name: 'outsidePreview', type: 'ui', admin: { components: { Field: field('OutsidePreview.client#OutsidePreview') } } },
    { name: 'searchHeadline', type: 'text', maxLength: 120, label: 'Headline for search engines', admin: { description: 'Only when the story’s own would not be understood without the page. About 60 characters are shown.' } },
    { name: 'searchDescription', type: 'textarea', maxLength: 320, label: 'Description for search engines', admin: { description: 'Leave empty to use the standfirst. About 155 characters are shown.' } },
    { name: 'socialHeadline', type: 'text', maxLength: 160, label: 'Headline for share cards' },
    { name: 'socialDescription', type: 'textarea', maxLength: 320, label: 'Description for share cards' },
    { name: 'socialPicture', type: 'upload', relationTo: 'media', label: 'Picture for share cards', filterOptions: only('image') },
    { name: 'noindex', type: 'checkbox', label: 'Keep out of search engines' },
    {
      name: 'canonicalUrl',
      type: 'text',
      maxLength: 500,
      label: 'First published elsewhere',
      hooks: notCopied(null),
      admin: { description: 'Search engines are sent to this address (https://…), and this page stays out of the sitemaps.' },
      validate: (value: unknown) => value === undefined || value === null || value === '' || isFullAddress(value) || 'Write a full address: https://example.com/a-story',
    },
    { name: 'expiresAt', type: 'date', label: 'Search engines drop it after', admin: { ...dayAndTime, description: 'For what is of no use later: a results ticker, a notice. Readers still find it here.' } },
    {
      name: 'translations',
      type: 'relationship',
      relationTo: 'stories',
      hasMany: true,
      maxRows: 12,
      label: 'The same story in other languages',
      admin: { description: 'Name it on either side; search engines are told once both are published.' },
    },
  ],
}

const correctionsTab: Tab = {
  label: 'Corrections',
  fields: [
    {
      name: 'corrections',
      type: 'array',
      hooks: notCopied([]),
      labels: { singular: 'Correction', plural: 'Corrections' },
      access: { create: editorsField, update: editorsField },
      admin: { description: 'Shown on the story and on the corrections page. Mend the text as well.' },
      fields: [
        { name: 'kind', type: 'select', required: true, defaultValue: 'correction', options: ['correction', 'clarification', 'update'] },
        { name: 'at', type: 'date', required: true, defaultValue: () => new Date().toISOString(), admin: dayAndTime },
        { name: 'text', type: 'textarea', required: true, maxLength: 1000, admin: { description: 'What was wrong, and what is right.' } },
      ],
    },
    {
      name: 'withdrawn',
      type: 'checkbox',
      hooks: notCopied(false),
      label: 'Withdraw this story',
      access: { create: editorsField, update: editorsField },
      admin: { description: 'When published so, its page answers “gone” with the sentence below, and it leaves every list, feed and search.' },
    },
    {
      name: 'withdrawalReason',
      type: 'textarea',
      maxLength: 600,
      label: 'What readers are told',
      admin: { condition: (data) => data?.withdrawn === true },
      validate: (value: unknown, { data }: { data: unknown }) =>
        !(data as { withdrawn?: boolean })?.withdrawn || (typeof value === 'string' && value.trim().length >= 10) || 'Tell readers in a sentence why the story is gone.',
    },
  ],
}

const publicationTab: Tab = {
  label: 'Publication',
  fields: [
    { name: 'receipt', type: 'ui', admin: { components: { Field: field('Receipt.client#Receipt') } } },
    { name: 'previewLinks', type: 'ui', admin: { components: { Field: field('PreviewLinks.client#PreviewLinks') } } },
  ],
}

/** Any piece the newsroom publishes. */
export const Stories: CollectionConfig = {
  slug: 'stories',
  labels: { singular: 'Story', plural: 'Stories' },
  defaultSort: '-updatedAt',
  admin: {
    useAsTitle: 'headline',
    defaultColumns: ['headline', '_status', 'section', 'authors', 'scheduledFor', 'publishedAt'],
    listSearchableFields: ['headline', 'slug', 'standfirst'],
    group: 'Content',
    livePreview: {
      url: ({ data }) => (data?.id ? `/preview/story/${String(data.id)}?live=1` : ''),
      breakpoints: [
        { name: 'phone', label: 'Phone', width: 360, height: 740 },
        { name: 'tablet', label: 'Tablet', width: 768, height: 1024 },
        { name: 'desktop', label: 'Desktop', width: 1280, height: 900 },
      ],
    },
    preview: (doc) => (doc?.id ? `/preview/story/${String(doc.id)}` : null),
  },
  versions: { drafts: { autosave: { interval: 800, showSaveDraftButton: true }, schedulePublish: false }, maxPerDoc: 60 },
  endpoints: [restoreVersion('stories')],
  access: { read: signedIn, readVersions: signedIn, create: changeStoriesOnCreate, update: changeStories, delete: editors },
  hooks: {
    beforeOperation: [expectData, keepToDrafts],
    beforeValidate: [keepSchedule, restoreOnlyTheirs],
    beforeChange: [nameCreator, prepareStory],
    afterChange: [spreadStory],
    beforeDelete: [removePreviewLinks],
    afterDelete: [withdrawDeletedStory],
  },
  fields: [
    { name: 'publicState', type: 'ui', admin: { position: 'sidebar', disableListColumn: true, components: { Field: field('PublicState.client#PublicState') } } },
    { type: 'tabs', tabs: [storyTab, liveTab, pictureTab, searchTab, correctionsTab, publicationTab] },
    { name: 'kind', type: 'select', required: true, defaultValue: 'news', options: STORY_KINDS.map((kind) => ({ value: kind, label: kind[0]!.toUpperCase() + kind.slice(1) })), admin: { position: 'sidebar' } },
    { name: 'section', type: 'relationship', relationTo: 'sections', required: true, admin: { position: 'sidebar', description: 'Its address begins with this.' } },
    { name: 'otherSections', type: 'relationship', relationTo: 'sections', hasMany: true, admin: { position: 'sidebar', description: 'Also listed in these.' } },
    { name: 'authors', type: 'relationship', relationTo: 'authors', hasMany: true, required: true, admin: { position: 'sidebar', description: 'In byline order; drag to change.' } },
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, maxRows: 8, admin: { position: 'sidebar', description: 'Most important first.' } },
    {
      name: 'dateline',
      type: 'group',
      admin: { position: 'sidebar' },
      fields: [
        { name: 'place', type: 'text', maxLength: 60, admin: { description: 'Where it was filed: MOSCOW' } },
        { name: 'agency', type: 'text', maxLength: 20, admin: { description: 'The agency mark, without brackets: TDI' } },
      ],
    },
    slugField('headline', {
      sidebar: true,
      unique: false,
      frozen: (doc) => Boolean(doc.publishedAt),
      description: 'Follows the headline until first published, then stays. Change it by hand if you must: the old address leads to the new one.',
    }),
    addressField('Clear it to use section and slug; the old one will lead to the new one.'),
    { name: 'scheduledFor', type: 'date', index: true, hooks: notCopied(null), label: 'Publish at', access: { create: editorsField, update: editorsField }, admin: { ...dayAndTime, position: 'sidebar', description: 'Saved as a draft with a time here, it is published at that minute.', components: { afterInput: [field('ScheduleNote.client#ScheduleNote')] } } },
    { name: 'embargoedUntil', type: 'date', label: 'Embargoed until', access: { create: editorsField, update: editorsField }, admin: { ...dayAndTime, position: 'sidebar', description: 'Cannot be published before.' } },
    { name: 'publishedAt', type: 'date', index: true, hooks: notCopied(null), label: 'First published', access: { create: editorsField, update: editorsField }, admin: { ...dayAndTime, position: 'sidebar', description: 'Set at first publication.' } },
    { name: 'revisedAt', type: 'date', hooks: notCopied(null), label: 'Updated', access: { create: editorsField, update: editorsField }, admin: { ...dayAndTime, position: 'sidebar', description: 'Set when a published story’s words change.' } },
    { name: 'minorChange', type: 'checkbox', label: 'Small change: do not show as updated', admin: { position: 'sidebar', description: 'For typing errors. Applies to the next publication only.' } },
    { name: 'language', type: 'text', maxLength: 12, admin: { position: 'sidebar', description: 'Only if not the newsroom’s own: “ur”, “fr”.' } },
    { name: 'wordCount', type: 'number', admin: { hidden: true } },
    { name: 'revision', type: 'number', defaultValue: 0, hooks: notCopied(0), admin: { hidden: true } },
    { name: 'createdBy', type: 'relationship', relationTo: 'users', admin: { hidden: true }, access: { update: () => false } },
  ],
}

function changeStoriesOnCreate({ req, data }: Parameters<typeof changeStories>[0]): boolean {
  return changeStories({ req, data } as Parameters<typeof changeStories>[0]) !== false
}
