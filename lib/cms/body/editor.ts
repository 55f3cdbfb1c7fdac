import {
  BlocksFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  lexicalEditor,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
} from '@payloadcms/richtext-lexical'
import { bodyBlocks } from './blocks'
import { plainFeatures } from './plain-editor'

/** What stories and pages are written in. */
export const bodyEditor = () =>
  lexicalEditor({
    features: [
      ...plainFeatures(),
      StrikethroughFeature(),
      SubscriptFeature(),
      SuperscriptFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
      HorizontalRuleFeature(),
      BlocksFeature({ blocks: bodyBlocks }),
      FixedToolbarFeature(),
    ],
  })
