import { PublicState as PublicState_0d7f57cbcefd971c51b9508ac3cc294b } from '@/lib/cms/admin/PublicState.client'
import { HeadlineLength as HeadlineLength_848cf0ab9269aec529a83b8ec37dfe21 } from '@/lib/cms/admin/LengthMeter.client'
import { StandfirstLength as StandfirstLength_848cf0ab9269aec529a83b8ec37dfe21 } from '@/lib/cms/admin/LengthMeter.client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LivePostLabel as LivePostLabel_ed7ff72088d1abe32fecbdc74b8edd1b } from '@/lib/cms/admin/LivePostLabel.client'
import { OutsidePreview as OutsidePreview_1bce7104e4958f31aa170ad614ef6a33 } from '@/lib/cms/admin/OutsidePreview.client'
import { Receipt as Receipt_3b966ac89d288edf0e13a8bea2e2dc21 } from '@/lib/cms/admin/Receipt.client'
import { PreviewLinks as PreviewLinks_e1e40c5926c23c3c127d93ee7bd2446b } from '@/lib/cms/admin/PreviewLinks.client'
import { ScheduleNote as ScheduleNote_73f0f8396beac830412da3f82d3538f7 } from '@/lib/cms/admin/ScheduleNote.client'
import { SlotLabel as SlotLabel_9f8caf69f95f8c7486927935a1dbae4e } from '@/lib/cms/admin/SlotLabel.client'
import { BrandIcon as BrandIcon_b1dd0e0b95adb2aae664e8fe9db313b9 } from '@/lib/cms/admin/Brand'
import { BrandLogo as BrandLogo_b1dd0e0b95adb2aae664e8fe9db313b9 } from '@/lib/cms/admin/Brand'
import { NoMail as NoMail_00b3bafca87d8b16d82b471c7ce711e0 } from '@/lib/cms/admin/NoMail'
import { MovedInLink as MovedInLink_1b78fd11afdebb89f861d9f5fe52c70d } from '@/lib/cms/admin/MovedInLink'
import { Desk as Desk_aa9c82bf9805e1a675b13334b07e77fb } from '@/lib/cms/admin/Desk'
import { MovedIn as MovedIn_6a233102d3342a78ae15a0af4f1aa109 } from '@/lib/cms/admin/MovedIn'
import { Speed as Speed_5d10d05b5c7d87ed68e3fa2b5a619d3e } from '@/lib/cms/admin/Speed'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/lib/cms/admin/PublicState.client#PublicState": PublicState_0d7f57cbcefd971c51b9508ac3cc294b,
  "@/lib/cms/admin/LengthMeter.client#HeadlineLength": HeadlineLength_848cf0ab9269aec529a83b8ec37dfe21,
  "@/lib/cms/admin/LengthMeter.client#StandfirstLength": StandfirstLength_848cf0ab9269aec529a83b8ec37dfe21,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/lib/cms/admin/LivePostLabel.client#LivePostLabel": LivePostLabel_ed7ff72088d1abe32fecbdc74b8edd1b,
  "@/lib/cms/admin/OutsidePreview.client#OutsidePreview": OutsidePreview_1bce7104e4958f31aa170ad614ef6a33,
  "@/lib/cms/admin/Receipt.client#Receipt": Receipt_3b966ac89d288edf0e13a8bea2e2dc21,
  "@/lib/cms/admin/PreviewLinks.client#PreviewLinks": PreviewLinks_e1e40c5926c23c3c127d93ee7bd2446b,
  "@/lib/cms/admin/ScheduleNote.client#ScheduleNote": ScheduleNote_73f0f8396beac830412da3f82d3538f7,
  "@/lib/cms/admin/SlotLabel.client#SlotLabel": SlotLabel_9f8caf69f95f8c7486927935a1dbae4e,
  "@/lib/cms/admin/Brand#BrandIcon": BrandIcon_b1dd0e0b95adb2aae664e8fe9db313b9,
  "@/lib/cms/admin/Brand#BrandLogo": BrandLogo_b1dd0e0b95adb2aae664e8fe9db313b9,
  "@/lib/cms/admin/NoMail#NoMail": NoMail_00b3bafca87d8b16d82b471c7ce711e0,
  "@/lib/cms/admin/MovedInLink#MovedInLink": MovedInLink_1b78fd11afdebb89f861d9f5fe52c70d,
  "@/lib/cms/admin/Desk#Desk": Desk_aa9c82bf9805e1a675b13334b07e77fb,
  "@/lib/cms/admin/MovedIn#MovedIn": MovedIn_6a233102d3342a78ae15a0af4f1aa109,
  "@/lib/cms/admin/Speed#Speed": Speed_5d10d05b5c7d87ed68e3fa2b5a619d3e,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
