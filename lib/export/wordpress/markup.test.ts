import { describe, expect, it } from 'vitest'
import type { Picture } from '@/lib/model/picture'
import type { PortableBlock } from '../records/blocks'
import { toMarkup } from './markup'

const picture = (id: string): Picture => ({ id, src: `/api/media/file/p${id}.jpg`, width: 16, height: 9, mimeType: 'image/jpeg', alt: `"P" & ${id}`, caption: null, credit: 'N. Name', focal: { x: 50, y: 50 } })
const around = { origin: 'https://m.example', language: 'en', mayShow: (id: string) => id !== '9' }
const write = (...blocks: PortableBlock[]) => toMarkup(blocks, around)
const IMAGE = '<!-- wp:image {"id":10000001,"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full"><img src="https://m.example/api/media/file/p1.jpg" alt="&quot;P&quot; &amp; 1" class="wp-image-10000001"/><figcaption class="wp-element-caption">A &lt; B N. Name</figcaption></figure>\n<!-- /wp:image -->'

const CASES: [string, PortableBlock, string][] = [
  ['a paragraph with marks and links', { type: 'paragraph', content: [{ text: 'a\nb' }, { text: 'c', bold: true, italic: true }, { text: 'd', href: '/x?a=1&b="2"' }, { text: 'e', href: 'mailto:e@m.example' }] }, '<!-- wp:paragraph -->\n<p>a<br>b<strong><em>c</em></strong><a href="https://m.example/x?a=1&amp;b=&quot;2&quot;">d</a><a href="mailto:e@m.example">e</a></p>\n<!-- /wp:paragraph -->'],
  ['a subhead with its anchor', { type: 'subhead', level: 3, id: 'a-b', text: 'A & B' }, '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading" id="a-b">A &amp; B</h3>\n<!-- /wp:heading -->'],
  ['a quotation', { type: 'quote', content: [{ text: 'Said.' }], attribution: 'Her' }, '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Said.</p>\n<!-- /wp:paragraph --><cite>Her</cite></blockquote>\n<!-- /wp:quote -->'],
  ['a pull quote', { type: 'pull-quote', text: 'Large.', attribution: null }, '<!-- wp:pullquote -->\n<figure class="wp-block-pullquote"><blockquote><p>Large.</p></blockquote></figure>\n<!-- /wp:pullquote -->'],
  ['a list in a list', { type: 'list', ordered: false, items: [{ content: [{ text: 'a' }], children: { type: 'list', ordered: true, items: [{ content: [{ text: 'b' }], children: null }] } }] }, '<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>a<!-- wp:list {"ordered":true} -->\n<ol class="wp-block-list"><!-- wp:list-item -->\n<li>b</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list --></li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->'],
  ['a picture', { type: 'image', figure: { picture: picture('1'), caption: 'A < B' }, width: 'column' }, IMAGE],
  ['a wide picture', { type: 'image', figure: { picture: { ...picture('1'), credit: null }, caption: null }, width: 'wide' }, '<!-- wp:image {"id":10000001,"sizeSlug":"full","linkDestination":"none","align":"wide"} -->\n<figure class="wp-block-image alignwide size-full"><img src="https://m.example/api/media/file/p1.jpg" alt="&quot;P&quot; &amp; 1" class="wp-image-10000001"/></figure>\n<!-- /wp:image -->'],
  ['a picture whose rights have ended', { type: 'image', figure: { picture: picture('9'), caption: null }, width: 'column' }, ''],
  ['a gallery without one whose rights have ended', { type: 'gallery', title: 'G', figures: [{ picture: picture('1'), caption: 'A < B' }, { picture: picture('9'), caption: null }] }, `<!-- wp:gallery {"linkTo":"none"} -->\n<figure class="wp-block-gallery has-nested-images columns-default is-cropped">${IMAGE}<figcaption class="blocks-gallery-caption wp-element-caption">G</figcaption></figure>\n<!-- /wp:gallery -->`],
  ['a gallery with none left', { type: 'gallery', title: 'G', figures: [{ picture: picture('9'), caption: null }] }, ''],
  ['a read also', { type: 'read-also', story: { id: '2', path: '/world/a', headline: 'A > B' } }, '<!-- wp:paragraph -->\n<p><strong>Read also:</strong> <a href="https://m.example/world/a">A &gt; B</a></p>\n<!-- /wp:paragraph -->'],
  ['a read also of what has no address', { type: 'read-also', story: { id: '2', path: null, headline: 'A' } }, '<!-- wp:paragraph -->\n<p><strong>Read also:</strong> A</p>\n<!-- /wp:paragraph -->'],
  ['a fact box', { type: 'fact-box', title: 'F', body: [{ type: 'paragraph', content: [{ text: 'In it.' }] }] }, '<!-- wp:group {"className":"fact-box","layout":{"type":"constrained"}} -->\n<div class="wp-block-group fact-box"><!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">F</h3>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->\n<p>In it.</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->'],
  ['a timeline', { type: 'timeline', title: null, entries: [{ when: '1960', title: 'Signed', text: 'In\nKarachi.' }] }, '<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li><strong>1960</strong> Signed<br>In<br>Karachi.</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->'],
  ['a table', { type: 'table', caption: 'T', header: ['a', 'b'], rows: [['<1', '2']], source: 'S' }, '<!-- wp:table {"hasFixedLayout":false} -->\n<figure class="wp-block-table"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>&lt;1</td><td>2</td></tr></tbody></table><figcaption class="wp-element-caption">T</figcaption></figure>\n<!-- /wp:table -->\n\n<!-- wp:paragraph -->\n<p>Source: S</p>\n<!-- /wp:paragraph -->'],
  ['an embed of a known site', { type: 'embed', provider: 'YouTube', title: 'V', url: 'https://www.youtube.com/watch?v=a&t=1', embedUrl: null, height: null, poster: null }, '<!-- wp:embed {"url":"https://www.youtube.com/watch?v=a\\u0026t=1","type":"video","providerNameSlug":"youtube","responsive":true} -->\n<figure class="wp-block-embed is-type-video is-provider-youtube wp-block-embed-youtube"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=a&amp;t=1\n</div><figcaption class="wp-element-caption">V</figcaption></figure>\n<!-- /wp:embed -->'],
  ['an embed whose address could end a comment', { type: 'embed', provider: 'a.example', title: 'V', url: 'https://a.example/--><b>', embedUrl: null, height: null, poster: null }, '<!-- wp:embed {"url":"https://a.example/\\u002d\\u002d\\u003e\\u003cb\\u003e"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://a.example/--&gt;&lt;b&gt;\n</div><figcaption class="wp-element-caption">V</figcaption></figure>\n<!-- /wp:embed -->'],
  ['a sound with what is said', { type: 'audio', title: 'A', src: '/api/media/file/a.mp3', mimeType: 'audio/mpeg', transcript: 'One\ntwo', credit: 'C' }, '<!-- wp:audio -->\n<figure class="wp-block-audio"><audio controls src="https://m.example/api/media/file/a.mp3"></audio><figcaption class="wp-element-caption">A C</figcaption></figure>\n<!-- /wp:audio -->\n\n<!-- wp:paragraph -->\n<p>One<br>two</p>\n<!-- /wp:paragraph -->'],
  ['a video with captions', { type: 'video', title: 'V', src: '/api/media/file/v.mp4', mimeType: 'video/mp4', poster: picture('9'), captionsSrc: '/api/media/file/v.vtt', credit: null }, '<!-- wp:video {"tracks":[{"src":"https://m.example/api/media/file/v.vtt","label":"Captions","srcLang":"en","kind":"captions"}]} -->\n<figure class="wp-block-video"><video controls src="https://m.example/api/media/file/v.mp4"><track src="https://m.example/api/media/file/v.vtt" label="Captions" srclang="en" kind="captions"/></video><figcaption class="wp-element-caption">V</figcaption></figure>\n<!-- /wp:video -->'],
  ['a correction in the text', { type: 'correction-note', kind: 'update', at: '2026-01-01T00:00:00.000Z', text: 'More.' }, '<!-- wp:paragraph -->\n<p><strong>Update:</strong> More.</p>\n<!-- /wp:paragraph -->'],
  ['a rule', { type: 'divider' }, '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->'],
]

describe('WordPress’s blocks', () => {
  it.each(CASES)('%s', (_, block, html) => {
    expect(write(block)).toBe(html)
  })

  it('there is a case for every block', () => {
    const types = new Set(CASES.map(([, { type }]) => type))
    expect(types.size).toBe(16)
  })

  it('stand apart by an empty line, what is not shown without one', () => {
    const rule = write({ type: 'divider' })
    expect(write({ type: 'divider' }, { type: 'image', figure: { picture: picture('9'), caption: null }, width: 'wide' }, { type: 'divider' })).toBe(`${rule}\n\n${rule}`)
  })

  it('the first paragraph opens with the dateline, wherever it stands', () => {
    const paragraph = (text: string): PortableBlock => ({ type: 'paragraph', content: [{ text }] })
    expect(toMarkup([{ type: 'divider' }, paragraph('One'), paragraph('Two')], around, 'A & B: ').match(/<p>.*<\/p>/g)).toEqual(['<p>A &amp; B: One</p>', '<p>Two</p>'])
  })
})
