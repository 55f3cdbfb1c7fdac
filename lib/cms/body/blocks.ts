import type { Block } from 'payload'
import { only } from '../fields/files'
import { isFollowable } from './address'
import { plainEditor } from './plain-editor'

const caption = { name: 'caption', type: 'text', maxLength: 400, admin: { description: 'Leave empty to use the picture’s own caption.' } } as const

/** The blocks a reporter may put between paragraphs. `toBlocks` in the adapter reads each of them. */
export const bodyBlocks: Block[] = [
  {
    slug: 'quote',
    interfaceName: 'QuoteBlock',
    labels: { singular: 'Quotation', plural: 'Quotations' },
    fields: [
      { name: 'text', type: 'textarea', required: true },
      { name: 'attribution', type: 'text', admin: { description: 'Who said or wrote it.' } },
    ],
  },
  {
    slug: 'pullQuote',
    interfaceName: 'PullQuoteBlock',
    labels: { singular: 'Pull quote', plural: 'Pull quotes' },
    fields: [
      { name: 'text', type: 'textarea', required: true, maxLength: 220, admin: { description: 'A line from the story itself, set large. Short is strong.' } },
      { name: 'attribution', type: 'text' },
    ],
  },
  {
    slug: 'image',
    interfaceName: 'ImageBlock',
    labels: { singular: 'Picture', plural: 'Pictures' },
    fields: [
      { name: 'media', type: 'upload', relationTo: 'media', required: true, filterOptions: only('image') },
      caption,
      { name: 'width', type: 'radio', defaultValue: 'column', options: [{ value: 'column', label: 'As wide as the text' }, { value: 'wide', label: 'Wider' }] },
    ],
  },
  {
    slug: 'gallery',
    interfaceName: 'GalleryBlock',
    labels: { singular: 'Gallery', plural: 'Galleries' },
    fields: [
      { name: 'title', type: 'text' },
      { name: 'pictures', type: 'array', minRows: 2, labels: { singular: 'Picture', plural: 'Pictures' }, fields: [{ name: 'media', type: 'upload', relationTo: 'media', required: true, filterOptions: only('image') }, caption] },
    ],
  },
  {
    slug: 'readAlso',
    interfaceName: 'ReadAlsoBlock',
    labels: { singular: 'Read also', plural: 'Read also' },
    fields: [
      {
        name: 'story',
        type: 'relationship',
        relationTo: 'stories',
        required: true,
        admin: { description: 'The line follows the story: it changes with its headline and disappears when it is withdrawn.' },
      },
    ],
  },
  {
    slug: 'factBox',
    interfaceName: 'FactBoxBlock',
    labels: { singular: 'Fact box', plural: 'Fact boxes' },
    fields: [
      { name: 'title', type: 'text', required: true },
      { name: 'body', type: 'richText', required: true, editor: plainEditor() },
    ],
  },
  {
    slug: 'timeline',
    interfaceName: 'TimelineBlock',
    labels: { singular: 'Timeline', plural: 'Timelines' },
    fields: [
      { name: 'title', type: 'text' },
      {
        name: 'entries',
        type: 'array',
        required: true,
        minRows: 2,
        labels: { singular: 'Moment', plural: 'Moments' },
        fields: [
          { name: 'when', type: 'text', required: true, admin: { description: 'As readers should see it: “March 2024”, “09:40”.' } },
          { name: 'title', type: 'text', required: true },
          { name: 'text', type: 'textarea' },
        ],
      },
    ],
  },
  {
    slug: 'table',
    interfaceName: 'TableBlock',
    labels: { singular: 'Table', plural: 'Tables' },
    fields: [
      { name: 'caption', type: 'text', required: true },
      {
        name: 'cells',
        type: 'textarea',
        required: true,
        label: 'Rows',
        admin: { rows: 8, description: 'Paste from a spreadsheet, or write one row a line with | between the cells (\\| for the sign itself). The first row is the heading.' },
        validate: (value: unknown) => (typeof value === 'string' && value.trim().split('\n').length >= 2) || 'Write a heading row and at least one row under it.',
      },
      { name: 'source', type: 'text', admin: { description: 'Where the figures come from.' } },
    ],
  },
  {
    slug: 'embed',
    interfaceName: 'EmbedBlock',
    labels: { singular: 'Embed', plural: 'Embeds' },
    fields: [
      {
        name: 'url',
        type: 'text',
        required: true,
        label: 'Address',
        validate: (value: unknown) => isFollowable(value) || 'Paste the page’s full address, starting with https://',
        admin: { description: 'A video, post or map elsewhere. Nothing is fetched from there until a reader presses the button.' },
      },
      { name: 'title', type: 'text', required: true, admin: { description: 'What it shows; readers see this before it is loaded.' } },
      { name: 'poster', type: 'upload', relationTo: 'media', filterOptions: only('image') },
    ],
  },
  {
    slug: 'audio',
    interfaceName: 'AudioBlock',
    labels: { singular: 'Sound', plural: 'Sound' },
    fields: [
      { name: 'media', type: 'upload', relationTo: 'media', required: true, filterOptions: only('audio') },
      { name: 'title', type: 'text', required: true },
      { name: 'transcript', type: 'textarea', admin: { description: 'What is said, for people who cannot hear it.' } },
    ],
  },
  {
    slug: 'video',
    interfaceName: 'VideoBlock',
    labels: { singular: 'Video', plural: 'Videos' },
    fields: [
      { name: 'media', type: 'upload', relationTo: 'media', required: true, filterOptions: only('video') },
      { name: 'title', type: 'text', required: true },
      { name: 'poster', type: 'upload', relationTo: 'media', filterOptions: only('image') },
      { name: 'captions', type: 'upload', relationTo: 'media', filterOptions: only('text/vtt'), admin: { description: 'A WebVTT file.' } },
    ],
  },
  {
    slug: 'correctionNote',
    interfaceName: 'CorrectionNoteBlock',
    labels: { singular: 'Correction in the text', plural: 'Corrections in the text' },
    fields: [
      { name: 'kind', type: 'select', required: true, defaultValue: 'correction', options: ['correction', 'clarification', 'update'] },
      { name: 'at', type: 'date', required: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
      { name: 'text', type: 'textarea', required: true },
    ],
  },
]
