import fc from 'fast-check'
import type { Payload } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { openTestCms } from '@/lib/cms/testing'
import { clearNewsroom, move, snapshot } from './testing/move'
import type { ItemInput, WxrInput } from './wxr/testing/build'

let payload: Payload

beforeAll(async () => {
  payload = await openTestCms()
})

const STATUSES = ['publish', 'publish', 'publish', 'publish', 'draft', 'future', 'pending', 'private', 'trash'] as const
const BODIES = [
  '<!-- wp:paragraph -->\n<p>Plain words here.</p>\n<!-- /wp:paragraph -->',
  'MOSCOW, (TDI): Classic words\n\nin two paragraphs.',
  '<p>Read Also: <a href="https://old.example/story-3/">Story 3</a></p><p>After it.</p>',
  '[caption id="attachment_50" width="300"]<img class="wp-image-50" src="https://old.example/wp-content/uploads/2019/05/a-300x200.jpg" alt="" /> Seen[/caption] Text [unknown a="1"]inside[/unknown]',
  '<!-- wp:unheard/of {"a":1} --><div>Kept words</div><!-- /wp:unheard/of -->',
  '<ul><li>one<ul><li>two</li></ul></li></ul><table><tr><td>a</td><td>b|c</td></tr><tr><td>d</td><td>e</td></tr></table>',
]

const item = fc.record({
  id: fc.integer({ min: 1, max: 14 }),
  slug: fc.constantFrom('same', 'story-1', 'story-2', 'story-3', 'caf%C3%A9', '', 'Upper-Case'),
  status: fc.constantFrom(...STATUSES),
  body: fc.constantFrom(...BODIES),
  category: fc.constantFrom('world', 'asia', 'uncategorized', ''),
  tag: fc.constantFrom('rivers', 'dams', ''),
  creator: fc.constantFrom('jane', 'nobody', ''),
  old: fc.constantFrom('', 'old-one', 'story-1'),
  day: fc.integer({ min: 10, max: 28 }),
})

const input = fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 9 }).map(
  (items): WxrInput => ({
    authors: [{ id: 7, login: 'jane', displayName: 'Jane Doe' }],
    terms: [{ taxonomy: 'category', id: 3, slug: 'world', name: 'World' }, { taxonomy: 'category', id: 4, slug: 'asia', name: 'Asia', parentSlug: 'world' }],
    items: [
      { id: 50, type: 'attachment', attachmentUrl: 'https://old.example/wp-content/uploads/2019/05/a.jpg', title: 'A jetty' },
      ...items.map(({ id, slug, status, body, category, tag, creator, old, day }): ItemInput => {
        const year = status === 'future' ? 2030 : 2019
        const at = `${year}-05-${day} 10:00:00`
        return {
          id, slug, status, content: body, creator, title: `Story ${id}`, date: at, dateGmt: status === 'draft' ? '0000-00-00 00:00:00' : at, modified: at, modifiedGmt: at,
          link: slug === '' ? `https://old.example/?p=${id}` : `https://old.example/${slug}/`,
          terms: [...(category === '' ? [] : [{ taxonomy: 'category', slug: category }]), ...(tag === '' ? [] : [{ taxonomy: 'post_tag', slug: tag }])],
          meta: old === '' ? [] : [['_wp_old_slug', old] as [string, string]],
        }
      }),
    ],
  }),
)

class Killed extends Error {}

it('running twice, or being killed anywhere and run again, gives what running once gives', async () => {
  let kills = 0
  await fc.assert(
    fc.asyncProperty(input, fc.integer({ min: 0, max: 25 }), async (export_, killAt) => {
      await clearNewsroom(payload)
      const once = await move(payload, export_)
      const expected = await snapshot(payload)
      expect(once.outcomes.stories.failed).toBe(0)
      expect(once.outcomes.stories.words.out).toBe(once.outcomes.stories.words.in)

      await move(payload, export_)
      expect(await snapshot(payload)).toEqual(expected)

      await clearNewsroom(payload)
      const killed = await killedAfter(killAt, () => move(payload, export_))
      if (killed) await move(payload, export_)
      kills += Number(killed)
      expect(await snapshot(payload)).toEqual(expected)
    }),
    { numRuns: 12, seed: 20261124 },
  )
  expect(kills).toBeGreaterThan(3)
}, 300_000)

/** Lets so many transactions be committed, then ends the run as a killed process would: whatever is open is lost. */
async function killedAfter(commits: number, work: () => Promise<unknown>): Promise<boolean> {
  const db = payload.db as unknown as { commitTransaction: (id: unknown) => Promise<void> }
  const commit = db.commitTransaction.bind(payload.db)
  let left = commits
  db.commitTransaction = async (id) => {
    if (left-- <= 0) throw new Killed('killed')
    await commit(id)
  }
  try {
    await work()
    return false
  } catch (error) {
    if (error instanceof Killed) return true
    throw error
  } finally {
    db.commitTransaction = commit
  }
}
