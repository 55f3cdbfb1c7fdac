import { expect, it } from 'vitest'
import { classicLines } from './autop'
import { convertBody } from './convert'
import { childrenOf } from './lexical'
import { oldSite, short } from './testing/context'

it.each([
  ['one line', 'a', [['a', null]]],
  ['the end of a line', 'a\nb', [['a', 'line'], ['b', null]]],
  ['a blank line', 'a\n\nb', [['a', 'paragraph'], ['b', null]]],
  ['blank lines with spaces', 'a\n \n\t\nb', [['a', 'paragraph'], ['b', null]]],
  ['at the start', '\n\na', [['', 'paragraph'], ['a', null]]],
  ['at the end', 'a\n', [['a', 'line'], ['', null]]],
])('parts classic text at %s', (_, text, lines) => expect([...classicLines(text)].map(({ line, gap }) => [line, gap])).toEqual(lines))

const shown = (content: string) => childrenOf(convertBody(content, oldSite()).body.root).map(short)

it.each([
  ['lines and paragraphs', 'a\nb\n\nc', [{ p: ['a', '⏎', 'b'] }, { p: ['c'] }]],
  ['marks across paragraphs', '<b>a\n\nb</b> c', [{ p: ['1:a'] }, { p: ['1:b', ' c'] }]],
  ['<br> at the end of a line', 'a<br />\nb\n<br>c', [{ p: ['a', '⏎', 'b', '⏎', 'c'] }]],
  ['two <br>', 'a<br><br>b', [{ p: ['a'] }, { p: ['b'] }]],
  ['text around elements', 'a\n<div>b\n\nc</div>\nd', [{ p: ['a'] }, { p: ['b'] }, { p: ['c'] }, { p: ['d'] }]],
  ['lines in lists and tables', '<ul>\n<li>a\nb</li>\n\n<li>c</li>\n</ul>', [{ ul: [{ li: ['a b'] }, { li: ['c'] }] }]],
  ['lines in code', '<pre>a\n\nb</pre>', [{ p: ['16:a', '⏎', '⏎', '16:b'] }]],
  ['a line of a no-break space', 'a\n\n&nbsp;\n\nb', [{ p: ['a'] }, { p: ['b'] }]],
  ['lines in paragraphs of blocks not', '<!-- wp:paragraph --><p>a\n\nb</p><!-- /wp:paragraph -->', [{ p: ['a b'] }]],
  ['lines of a classic block', '<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->\n\nb\n\nc\nd', [{ p: ['a'] }, { p: ['b'] }, { p: ['c', '⏎', 'd'] }]],
])('shows %s as WordPress does', (_, content, nodes) => expect(shown(content)).toEqual(nodes))
