import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfBody } from '@/lib/cms/body/words'
import { convertBody } from './convert'
import { oldSite } from './testing/context'
import { faultsIn } from './testing/shape'
import { wordsOf } from './parity'

const context = oldSite({ footnotes: '[{"content":"A <em>note</em> below","id":"f1"}]', reusable: (ref) => (ref === 5 ? '<!-- wp:paragraph --><p>words of all</p><!-- /wp:paragraph -->' : null) })

/** Words that are unlike those of our own labels, so that none is taken for another. */
const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,9}$/).map((letters) => `w${letters}`),
  fc.constantFrom('“wq”', 'w1', 'ẃé', 'w&amp;x', 'w&nbsp;y', 'w’s', 'wort,', '[1]', '[sic]', 'w&#8211;z', '7'),
)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))
const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  words.map((text) => `<b>${text}</b>`),
  words.map((text) => `w<em>${text}</em>w`),
  words.map((text) => `<a href="/known-a1/">${text}</a>`),
  words.map((text) => `<a href="javascript:x()">${text}</a>`),
  words.map((text) => `<span style="font-weight:bold">${text}</span>`),
  words.map((text) => `[unknown a="b"]${text}[/unknown]`),
  words.map((text) => `<q>${text}</q>`),
  fc.constantFrom('<br/>', '<br>', '<img src="https://old.example/uploads/7.jpg" alt="an alt">', '<img src="https://else.example/a.jpg" alt="an alt">', '<!-- a comment -->', '<script>no words</script>', '<sup data-fn="f1"><a href="#f1">1</a></sup>', 'a < b', '[[gallery]]', '<input type="text" value="v">'),
)
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))

const list: fc.Arbitrary<string> = fc.letrec<{ list: string }>((tie) => ({
  list: fc
    .tuple(fc.constantFrom('ul', 'ol'), fc.array(fc.tuple(line, fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant(''), tie('list'))), { minLength: 1, maxLength: 3 }))
    .map(([tag, items]) => `<${tag}>${items.map(([text, inner]) => `<li>${text}${inner}</li>`).join('\n')}</${tag}>`),
})).list
const cell = fc.oneof(words, words.map((text) => `${text} | \\ ${text}`), words.map((text) => `<p>${text}</p><p>b</p>`), fc.constant(''), fc.constant('<img src="/uploads/8.jpg">'))
const table = fc
  .tuple(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '<caption>Its caption</caption>'))
  .map(([rows, caption]) => `<table>${caption}${rows.map((row) => `<tr>${row.map((text) => `<td colspan="2">${text}</td>`).join('')}</tr>`).join('')}</table>`)
const picture = words.map((text) => `<figure class="wp-block-image"><img src="https://old.example/uploads/6-300x200.jpg"><figcaption>${text}</figcaption></figure>`)

const html = fc.oneof(
  { weight: 3, arbitrary: line.map((text) => `<p>${text}</p>`) },
  line.map((text) => `<div>${text}<div>${text}</div>${text}</div>`),
  line.map((text) => `<h2>${text}</h2>`),
  line.map((text) => `<h5 id="x"><strong>${text}</strong></h5>`),
  line.map((text) => `<blockquote><p>${text}</p><cite>— wname</cite></blockquote>`),
  line.map((text) => `<pre>  ${text}\n\tx</pre>`),
  list,
  table,
  picture,
  fc.tuple(line, line).map(([a, b]) => `<dl><dt>${a}<dd>${b}</dl>`),
  line.map((text) => `<details><summary>${text}</summary>${text}</details>`),
  words.map((text) => `<blockquote class="twitter-tweet"><p>${text}</p>&mdash; w <a href="https://twitter.com/w/status/12">May</a></blockquote>`),
  fc.array(picture, { maxLength: 3 }).map((pictures) => `<figure class="wp-block-gallery">${pictures.join('')}<figcaption>all of them</figcaption></figure>`),
  fc.constantFrom('<hr>', '<iframe src="//www.youtube.com/embed/abcdefghijk">not seen</iframe>', '<video src="/uploads/9.mp4">not seen</video>', '<form action="/f"><label>wlabel</label><select><option>wa<option>wb</select></form>'),
)

const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    html.map((inner) => `<!-- wp:html -->\n${inner}\n<!-- /wp:html -->`),
    line.map((text) => `<!-- wp:paragraph {"dropCap":true} -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`),
    line.map((text) => `<!-- wp:vendor/box {"a":"b\\u002d\\u002d"} -->\n<div>${text}</div>\n<!-- /wp:vendor/box -->`),
    words.map((text) => `<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>${text}</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->`),
    fc.constantFrom('<!-- wp:block {"ref":5} /-->', '<!-- wp:latest-posts /-->', '<!-- wp:footnotes /-->', '<!-- wp:spacer -->\n<div></div>\n<!-- /wp:spacer -->', '<!-- wp:paragraph -->', '<!-- /wp:paragraph -->', '<!-- wp:embed {"url":"https://vimeo.com/12345"} -->\n<figure><div>\nhttps://vimeo.com/12345\n</div></figure>\n<!-- /wp:embed -->'),
    fc.array(tie('block'), { maxLength: 3 }).map((inner) => `<!-- wp:group -->\n<div class="wp-block-group">${inner.join('\n')}</div>\n<!-- /wp:group -->`),
  ),
})).block

const classic = fc.oneof(
  { weight: 3, arbitrary: line },
  html,
  words.map((text) => `[caption id="attachment_6" width="300"]<img src="https://old.example/uploads/6.jpg" /> ${text}[/caption]`),
  words.map((text) => `[caption width="300" caption="${text.replaceAll('"', '')}"]<img src="https://old.example/uploads/6.jpg" />[/caption]`),
  words.map((text) => `[vc_row][vc_column width="1/2"][vc_column_text]${text}[/vc_column_text][/vc_column][/vc_row]`),
  words.map((text) => `[vc_custom_heading text="${text.replaceAll(/["[\]]/g, '')}"]`),
  words.map((text) => `[code]${text} <b>x</b>[/code]`),
  words.map((text) => `Read Also: <a href="https://old.example/known-b2/">${text}</a>`),
  words.map((text) => `MOSCOW, (TDI): ${text}`),
  fc.constantFrom('[gallery ids="1,2"]', '[audio src="/uploads/3.mp3"]', '[embed]https://youtu.be/abcdefghijk[/embed]', 'https://youtu.be/abcdefghijk', 'https://else.example/page', '<!--more-->', '<!--nextpage-->', '[td_block_1 custom_title="Latest"]', '[youtube=https://youtu.be/abcdefghijk]'),
)

const body = fc.oneof(
  fc.tuple(fc.array(classic, { maxLength: 8 }), fc.constantFrom('\n\n', '\n', '\n \n')).map(([parts, gap]) => parts.join(gap)),
  fc.array(block, { maxLength: 8 }).map((parts) => parts.join('\n\n')),
  fc.array(fc.oneof(block, classic), { maxLength: 8 }).map((parts) => parts.join('\n\n')),
)

/** Anything that stands in exports: pieces of markup in whatever order. */
const rubble = fc
  .array(fc.oneof(fc.constantFrom('<', '>', '[', ']', '"', "'", '&', '<p', '</p>', '<div>', '</div>', '<!--', '-->', '<!-- wp:', 'paragraph ', '{"a":', '/-->', '[caption', '[/caption]', ' id="1"', '<a href="', '<table><tr><td>', '<ul><li>', '</ul>', '<script>', '</script>', '\n\n', '\u0000', '\ud800', '<img src=', 'https://youtu.be/abcdefghijk', '[gallery', '<blockquote>', '<iframe src="', '[code]', '<figure>', '<figcaption>', '=', '/>'), words, fc.string()), { maxLength: 40 })
  .map((parts) => parts.join(''))

describe('any mixture of blocks, HTML and shortcodes', () => {
  it('comes out with all its words in their order, as the editor keeps a body', () => {
    fc.assert(
      fc.property(body, (content) => {
        const { body: made, notes, parity } = convertBody(content, context)
        expect(notes.filter(({ code }) => code === 'unreadable-body')).toEqual([])
        expect(faultsIn(made)).toEqual([])
        expect(parity.missing).toEqual([])
        expect(parity.out).toBe(parity.in)
      }),
      { numRuns: 1500 },
    )
  })

  it('comes out the same each time', () => {
    fc.assert(
      fc.property(body, (content) => {
        expect(JSON.stringify(convertBody(content, oldSite()))).toBe(JSON.stringify(convertBody(content, oldSite())))
      }),
      { numRuns: 200 },
    )
  })

  it('keeps every word that is given', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('p', 'h3', 'div', 'li', 'td', 'blockquote', 'span'), fc.stringMatching(/^[a-z]{3,8}$/)), { minLength: 1, maxLength: 20 }), (parts) => {
        const content = parts.map(([tag, text], i) => `<${tag}>${text}${i} </${tag}>`).join('\n')
        const { body: made } = convertBody(content, context)
        expect(wordsOf(textOfBody(made)).slice(0, parts.length)).toEqual(parts.map(([, text], i) => `${text}${i}`))
      }),
      { numRuns: 300 },
    )
  })

  it('is never refused, whatever stands in it', () => {
    fc.assert(
      fc.property(rubble, (content) => {
        const { body: made, notes } = convertBody(content, context)
        expect(notes.filter(({ code }) => code === 'unreadable-body')).toEqual([])
        expect(faultsIn(made)).toEqual([])
        expect(JSON.stringify(made)).not.toMatch(/\\u0000|\\ud800/)
      }),
      { numRuns: 1500 },
    )
  })
})
