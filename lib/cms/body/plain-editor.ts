import {
  BoldFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'

/** Marks, lists and links: the least that any text here is written with. */
export const plainFeatures = () => [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  OrderedListFeature(),
  UnorderedListFeature(),
  LinkFeature({ enabledCollections: ['stories', 'pages'] }),
  InlineToolbarFeature(),
]

/** Paragraphs, lists and links only: for fact boxes. */
export const plainEditor = () => lexicalEditor({ features: plainFeatures() })
