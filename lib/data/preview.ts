import type { Page } from '@/lib/model/section'
import { mayRead, readLivePath, readPageDraft, readStoryDraft, whoAsks, type StoryDraft } from '@/lib/adapters/cms/preview'
import { checkPreviewToken, type OpenLink } from './preview-check'

/** A draft on the real page. `livePath` is where readers see the story today, or null when they do not. */
export interface StoryPreview extends StoryDraft {
  livePath: string | null
}

const toId = (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)

/** A story's newest draft for someone with an account, under the back office's own rules; null when there is none for them. */
export async function getStoryPreview(id: string, headers: Headers): Promise<StoryPreview | 'signed-out' | null> {
  const member = await whoAsks(headers)
  if (member === null) return 'signed-out'
  const storyId = toId(id)
  if (storyId === null || !(await mayRead('stories', storyId, member))) return null
  return withLivePath(await readStoryDraft(storyId), storyId)
}

/** What a preview link shows to whoever holds it: the newest draft, or the version it was frozen at. */
export async function getLinkPreview(token: string): Promise<{ preview: StoryPreview; link: OpenLink } | null> {
  const checked = await checkPreviewToken(token)
  if (!checked.ok) return null
  const { link } = checked
  const preview = await withLivePath(await readStoryDraft(link.storyId, link.frozenVersion ?? undefined), link.storyId)
  return preview && { preview, link }
}

async function withLivePath(draft: StoryDraft | null, id: number): Promise<StoryPreview | null> {
  return draft && { ...draft, livePath: await readLivePath('story', id) }
}

/** A static page's newest draft, for someone with an account. */
export async function getPagePreview(id: string, headers: Headers): Promise<{ page: Page; status: 'draft' | 'published'; savedAt: string; livePath: string | null } | 'signed-out' | null> {
  const member = await whoAsks(headers)
  if (member === null) return 'signed-out'
  const pageId = toId(id)
  if (pageId === null || !(await mayRead('pages', pageId, member))) return null
  const draft = await readPageDraft(pageId)
  return draft && { ...draft, livePath: await readLivePath('page', pageId) }
}
