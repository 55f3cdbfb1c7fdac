import { expect, it } from 'vitest'
import { countWords } from './parity'
import { oldSite } from './testing/context'
import { visibleText } from './visible-text'

it.each([
  ['equal texts', 'a b  c', 'a b\nc', { in: 3, out: 3, missing: [] }],
  ['a word left out', 'a b c d', 'a c d', { in: 4, out: 3, missing: ['b'] }],
  ['words put in', 'a b', 'a x y b', { in: 2, out: 4, missing: [] }],
  ['words in another order', 'a b c d e f', 'd e f a b c', { in: 6, out: 6, missing: ['d e f'] }],
  ['one word for another', 'a b c d', 'a x c d', { in: 4, out: 4, missing: ['b'] }],
  ['an end that is lost', 'a b c', 'a', { in: 3, out: 1, missing: ['b c'] }],
  ['nothing', '', '', { in: 0, out: 0, missing: [] }],
])('compares %s', (_, before, after, parity) => expect(countWords(before, after)).toEqual(parity))

it('takes no time to speak of over long texts that have nothing in common', () => {
  const words = (sign: string) => Array.from({ length: 60_000 }, (__, i) => `${sign}${i}`).join(' ')
  const started = performance.now()
  expect(countWords(words('a'), words('b')).missing).toHaveLength(1)
  expect(performance.now() - started).toBeLessThan(5000)
})

it.each([
  ['tags within words and around them', '<p>a<b>b</b> c</p><p>d</p>', ['ab', 'c', 'd']],
  ['entities', 'a&nbsp;b &lt;c&gt;', ['a', 'b', '<c>']],
  ['comments', 'a<!-- b --> c<!-- wp:x {"y":"z"} -->d', ['a', 'c', 'd']],
  ['scripts and what does not show', 'a <script>b</script><style>c</style><noscript>d</noscript><iframe>e</iframe>f', ['a', 'f']],
  ['shortcodes', 'a [gallery ids="1"] [x y="z"]b[/x] [1] [[gallery]]', ['a', 'b', '[1]', '[gallery]']],
  ['captions in tags', '[caption caption="a <b>b</b>"]<img>[/caption]', ['a', 'b']],
  ['signs in values', '<a title="x > y">a</a> <img alt=\'<b>\'> b', ['a', 'b']],
])('counts the words of %s', (_, content, words) => expect(visibleText(content, oldSite()).split(/\s+/).filter(Boolean)).toEqual(words))
