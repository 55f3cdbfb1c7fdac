import { readWithdrawal } from '@/lib/adapters/cms/withdrawals'
import { tagPage } from './remember'
import { tags } from './tags'

/** What readers are told of a withdrawn story, by its id; null when it is not withdrawn. */
export async function getWithdrawal(id: string): Promise<{ reason: string | null; at: string } | null> {
  await tagPage([tags.story(id)])
  return readWithdrawal(Number(id))
}
