import { cms } from '@/lib/adapters/cms/client'

/** Who is to be told by the settings of this moment: never from memory, so that switching off holds at once. */
export interface Receivers {
  indexNowKey: string | null
  hubs: string[]
}

export async function readReceivers(): Promise<Receivers> {
  const settings = await (await cms()).findGlobal({ slug: 'settings', depth: 0 })
  return { indexNowKey: settings.indexNowKey || null, hubs: (settings.hubs ?? []).map((hub) => hub.url) }
}
