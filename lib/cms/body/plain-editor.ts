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

/**
 * Payload escapes a whole address that it does not recognise ("/käse" becomes "%2Fk%C3%A4se") each time a story is
 * saved. Ours are kept as they were written: the adapter lets none through that is not safe to follow.
 */
const links = () =>
  LinkFeature({
    enabledCollections: ['stories', 'pages'],
    fields: ({ defaultFields }) => defaultFields.map((field) => ('name' in field && field.name === 'url' ? ({ ...field, hooks: {} } as typeof field) : field)),
  })

/** Marks, lists and links: the least that any text here is written with. */
export const plainFeatures = () => [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  OrderedListFeature(),
  UnorderedListFeature(),
  links(),
  InlineToolbarFeature(),
]

/** Paragraphs, lists and links only: for fact boxes. */
export const plainEditor = () => lexicalEditor({ features: plainFeatures() })
