import { type PartnerFiles, readPartnerFiles } from '@/lib/adapters/cms/site'
import { remember } from './remember'
import { tags } from './tags'

/** What the newsroom wrote for partners: ads.txt and its like, and its keys. */
export function getPartnerFiles(): Promise<PartnerFiles> {
  return remember('partner-files', [tags.site], readPartnerFiles)
}
