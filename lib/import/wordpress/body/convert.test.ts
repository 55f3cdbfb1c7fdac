import { describe, expect, it } from 'vitest'
import { toBlocks } from '@/lib/adapters/cms/body'
import { convertBody } from './convert'
import { childrenOf } from './lexical'
import { media, oldSite, short } from './testing/context'
import { faultsIn } from './testing/shape'
import { TRAPS } from './testing/traps'
import type { BodyContext } from './types'

/** What a body becomes, in few words; its text must be whole. */
function read(content: string, more: Partial<BodyContext> = {}) {
  const { body, notes, parity, alts } = convertBody(content, oldSite(more))
  expect(parity).toEqual({ in: parity.in, out: parity.in, missing: [] })
  expect(faultsIn(body)).toEqual([])
  return { nodes: childrenOf(body.root).map(short), codes: notes.map(({ kind, code }) => `${kind} ${code}`), notes, alts }
}
const nodesOf = (content: string, more?: Partial<BodyContext>) => read(content, more).nodes

describe('every trap', () => {
  it.each(Object.entries(TRAPS))('%s: all words, no faults, nothing unreadable', (_, content) => {
    expect(read(content).codes).not.toContain('doubtful unreadable-body')
  })
})

describe('links', () => {
  it('lead to documents, files and paths here, or elsewhere', () => {
    const { nodes, notes } = read(TRAPS['links of every sort']!)
    expect(nodes).toEqual([
      {
        p: [
          { a: 'stories 1', text: ['A story'] },
          ', ',
          { a: 'pages 3', text: ['a page'] },
          ', ',
          { a: '/category/world/', text: ['a section'] },
          ', ',
          { a: '/gone/caf%C3%A9-%C3%A9/?a=b#c', text: ['an unknown page'] },
          ', ',
          { a: 'https://else.example/a%20b', text: ['elsewhere'] },
          ', ',
          { a: 'mailto:desk@old.example', text: ['mail'] },
          ', ',
          { a: 'tel:+9251', text: ['phone'] },
          ', a trick, ',
          { a: '/api/media/file/12.pdf', text: ['a file'] },
          '.',
        ],
      },
    ])
    expect(notes).toEqual([{ kind: 'changed', code: 'link-without-address', message: expect.any(String), detail: 'javascript:alert(1)' }])
  })

  it.each(['java\nscript:alert(1)', ' JAVASCRIPT:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '&#106;avascript:x', 'http://'])('never lead to %s', (href) => {
    expect(nodesOf(`<p><a href="${href}">words</a></p>`)).toEqual([{ p: ['words'] }])
  })

  it('within the page lead to the subhead as it is called here', () => {
    expect(nodesOf('<p><a href="#old">Down</a> <a href="#nothing">nowhere</a></p><h2 id="old">A new name</h2>')).toEqual([{ p: [{ a: '#a-new-name', text: ['Down'] }, ' nowhere'] }, { h2: ['A new name'] }])
  })
})

describe('pictures', () => {
  it('part the paragraph they stand in, and tell what they show', () => {
    const { nodes, alts } = read('<p>Before <a href="/uploads/5.jpg"><img class="wp-image-5 alignwide" src="https://old.example/uploads/2019/05/5-1024x683.jpg" alt="A boat"></a> after</p>')
    expect(nodes).toEqual([{ p: ['Before'] }, { image: { media: 5, width: 'wide' } }, { p: ['after'] }])
    expect(alts).toEqual([{ media: 5, alt: 'A boat' }])
  })

  it('are found by address first, then by number, and through WordPress’s picture server', () => {
    expect(nodesOf('<img class="wp-image-6" src="/uploads/5.jpg"><img class="wp-image-6" src="https://cdn.example/x.jpg"><img src="https://i0.wp.com/old.example/uploads/7.jpg?w=600">')).toEqual([5, 6, 7].map((id) => ({ image: { media: id, width: 'column' } })))
  })

  it('of another host become a link with their description', () => {
    const { nodes, codes } = read('<figure><img src="//else.example/a-boat.jpg" alt=""><figcaption>Caption</figcaption></figure><img src="https://else.example/b.jpg" alt="A bridge">')
    expect(nodes).toEqual([{ p: [{ a: 'https://else.example/a-boat.jpg', text: ['a boat'] }] }, { p: ['Caption'] }, { p: [{ a: 'https://else.example/b.jpg', text: ['A bridge'] }] }])
    expect(codes).toEqual(['doubtful picture-not-found', 'doubtful picture-not-found'])
  })

  it('that count visits or smile are not pictures', () => {
    expect(nodesOf('<p>Hi <img class="emoji" src="https://s.w.org/x.png" alt="😀"> you<img width="1" height="1" src="https://count.example/x.gif"></p>')).toEqual([{ p: ['Hi 😀 you'] }])
  })

  it('keep a caption in the field where it fits', () => {
    expect(nodesOf(TRAPS['a caption of older days']!)).toEqual([{ image: { media: 6, width: 'column', caption: 'Old caption' } }])
    expect(nodesOf(TRAPS['a caption that is too long']!)).toEqual([{ image: { media: 6, width: 'column' } }, { p: [expect.stringMatching(/^Long caption/)] }])
    expect(read('<figure><img src="/uploads/5.jpg"><figcaption>By <a href="https://else.example/">her</a></figcaption></figure>').notes).toEqual([expect.objectContaining({ code: 'link-in-plain-text', detail: 'https://else.example/' })])
  })

  it('that lead somewhere say so in a note', () => {
    expect(read('<a href="https://else.example/x"><img src="/uploads/5.jpg"></a>').codes).toEqual(['changed link-of-picture'])
    expect(read('<a rel="attachment wp-att-5" href="/a-page/"><img src="/uploads/5.jpg"></a>').codes).toEqual([])
  })

  it('make galleries of two or more', () => {
    expect(nodesOf(TRAPS['a gallery by numbers']!)).toEqual([{ p: ['Before'] }, { gallery: { pictures: [{ media: 1 }, { media: 2 }, { media: 3 }] } }, { p: ['after'] }])
    expect(nodesOf(TRAPS['a gallery of blocks']!)).toEqual([{ gallery: { pictures: [{ media: 7, caption: 'Seven' }, { media: 8 }], title: 'All of them' } }])
    expect(nodesOf('<!-- wp:gallery {"ids":[1,2]} --><figure class="wp-block-gallery"></figure><!-- /wp:gallery -->')).toEqual([{ gallery: { pictures: [{ media: 1 }, { media: 2 }] } }])
    expect(nodesOf('[gallery exclude="11"]', { attached: () => [media(10), media(11), media(12), media(13, 'mp3')] })).toEqual([{ gallery: { pictures: [{ media: 10 }, { media: 12 }] } }])
    expect(nodesOf(TRAPS['a gallery of one']!)).toEqual([{ image: { media: 4, width: 'column', caption: 'Only one' } }, { p: ['Gallery caption'] }])
  })
})

describe('lists', () => {
  it('nest as the editor keeps them', () => {
    expect(nodesOf(TRAPS['lists in lists']!)).toEqual([
      { ul: [{ li: ['One'] }, { li: [{ ol: [{ li: ['Inner'] }, { li: [{ ul: [{ li: ['Innermost'] }] }] }, { li: ['Inner two'] }] }] }, { li: ['Two'] }] },
      { ol: [{ li: ['Three'] }] },
    ])
  })

  it('are parted by what they cannot hold', () => {
    expect(nodesOf(TRAPS['a picture in a list']!)).toEqual([{ ul: [{ li: ['Before'] }] }, { image: { media: 5, width: 'column' } }, { ul: [{ li: ['after'] }, { li: ['Next'] }] }])
  })

  it('join the paragraphs of an entry', () => {
    expect(nodesOf('<ul><li><p>a</p><p>b</p></li></ul><dl><dt>Term<dd>Meaning</dl>')).toEqual([{ ul: [{ li: ['a', '⏎', 'b'] }] }, { p: ['1:Term'] }, { p: ['Meaning'] }])
  })
})

describe('tables', () => {
  it('keep their signs, empty corners and merged cells, and are read back so', () => {
    const { body } = convertBody(TRAPS['a table']!, oldSite())
    expect(childrenOf(body.root).map(short)).toEqual([{ table: { cells: '|  | 2023 |\nLeft \\| right | 1,2 3 4\n| C:\\\\temp |  |', caption: 'Rates' } }])
    const context = { cardOf: () => null, mediaOf: () => null, pathOf: () => null }
    expect(toBlocks(body, context)).toEqual([{ type: 'table', caption: 'Rates', header: ['', '2023'], rows: [['Left | right', '1,2 3 4'], ['C:\\temp', '']], source: null }])
  })

  it('are paragraphs where they are no tables', () => {
    expect(nodesOf(TRAPS['a table of one column']!)).toEqual([{ p: ['Only'] }, { p: ['words'] }])
    expect(nodesOf(TRAPS['a table with a picture']!)).toEqual([{ image: { media: 5, width: 'column' } }, { p: ['Words'] }, { p: ['a'] }, { p: ['b'] }])
  })

  it('take rows that reach down, and a caption below', () => {
    const table = '<figure class="wp-block-table"><table><tr><th>a</th><th>b</th></tr><tr><td rowspan="2">c</td><td>d</td></tr><tr><td>e</td></tr></table><figcaption>Under it</figcaption></figure>'
    expect(nodesOf(table)).toEqual([{ table: { cells: 'a | b\nc | d\n|  | e |', caption: 'Under it' } }])
    expect(nodesOf('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>')).toEqual([{ table: { cells: 'a | b\nc | d', caption: 'Table' } }])
  })
})

describe('quotations', () => {
  it('say whom they are of', () => {
    expect(nodesOf(TRAPS['a quotation']!)).toEqual([{ quote: { text: 'Said so.\n\nAnd so.', attribution: 'Somebody' } }])
    expect(nodesOf('<blockquote>It is so.<br><cite>He</cite></blockquote><blockquote><p>In <cite>The Book</cite></p></blockquote>')).toEqual([{ quote: { text: 'It is so.', attribution: 'He' } }, { quote: { text: 'In The Book' } }])
  })

  it('are pull quotes where they are short enough', () => {
    expect(nodesOf(TRAPS['a pull quote']!)).toEqual([{ pullQuote: { text: 'Short.', attribution: 'Her' } }])
    expect(nodesOf(TRAPS['a pull quote that is too long']!)).toEqual([{ quote: { text: expect.stringMatching(/^Longer/) } }])
  })

  it('let go of what is no words', () => {
    expect(nodesOf('<blockquote><p>a</p><img src="/uploads/5.jpg"><p>b</p></blockquote>')).toEqual([{ quote: { text: 'a' } }, { image: { media: 5, width: 'column' } }, { quote: { text: 'b' } }])
  })
})

describe('what is shown from other sites', () => {
  const video = { embed: { url: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'Video on YouTube' } }

  it.each([
    'https://www.youtube.com/watch?v=abcdefghijk',
    '<p>https://youtu.be/abcdefghijk</p>',
    '[embed width="500"]https://youtu.be/abcdefghijk[/embed]',
    '[youtube https://youtu.be/abcdefghijk]',
    '[youtube=http://www.youtube.com/watch?v=abcdefghijk]',
    '[youtube id="abcdefghijk"]',
    '[su_youtube url="https://youtu.be/abcdefghijk"]',
    '[vc_video link="https://youtu.be/abcdefghijk"]',
    '<iframe width="560" src="//www.youtube.com/embed/abcdefghijk?rel=0" allowfullscreen></iframe>',
    '<iframe data-src="https://www.youtube-nocookie.com/embed/abcdefghijk" src="about:blank"/>',
    '<object width="1"><param name="movie" value="http://www.youtube.com/v/abcdefghijk"><embed src="http://www.youtube.com/v/abcdefghijk"></object>',
    '<!-- wp:core-embed/youtube {"url":"https://youtu.be/abcdefghijk"} --><figure class="wp-block-embed-youtube"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abcdefghijk\n</div></figure><!-- /wp:core-embed/youtube -->',
    '<!-- wp:embed {"url":"https://youtu.be/abcdefghijk"} /-->',
  ])('becomes an embed: %s', (content) => expect(nodesOf(content)).toEqual([video]))

  it('keeps its caption and the words of a post as its title', () => {
    expect(nodesOf(TRAPS['videos of other sites']!).at(-1)).toEqual({ embed: { url: 'https://www.ted.com/talks/x', title: 'A talk' } })
    expect(nodesOf(TRAPS['a post of a network']!)).toEqual([{ embed: { url: 'https://twitter.com/one/status/123?ref=x', title: 'Words of it — One (@one) May 1' } }])
  })

  it('is a reference where it is a story of ours', () => {
    const embedded = '<blockquote class="wp-embedded-content"><a href="https://old.example/known-9/">Its headline</a></blockquote><iframe class="wp-embedded-content" src="https://old.example/known-9/embed/"></iframe>'
    expect(nodesOf(embedded)).toEqual([{ readAlso: { story: 9 } }])
    expect(nodesOf('a\n\nhttps://old.example/known-9/\n\nb')).toEqual([{ p: ['a'] }, { readAlso: { story: 9 } }, { p: ['b'] }])
  })

  it('is a link where WordPress shows the address alone', () => {
    expect(nodesOf('https://else.example/page')).toEqual([{ p: [{ a: 'https://else.example/page', text: ['https://else.example/page'] }] }])
    expect(nodesOf('See https://youtu.be/abcdefghijk here')).toEqual([{ p: ['See https://youtu.be/abcdefghijk here'] }])
  })

  it('runs no script, and names those it leaves out', () => {
    const { nodes, notes } = read('<p>a</p><script>document.write("b")</script><script src="https://ads.example/x.js"></script><script src="https://gist.github.com/one/12.js"></script>')
    expect(nodes).toEqual([{ p: ['a'] }, { embed: { url: 'https://gist.github.com/one/12', title: 'Listing on GitHub' } }])
    expect(notes.map(({ detail }) => detail)).toEqual(['document.write("b")', 'https://ads.example/x.js'])
  })
})

describe('sound and film', () => {
  it('are blocks where they are ours, with the caption as title', () => {
    expect(nodesOf(TRAPS['sound of ours']!)).toEqual([{ audio: { media: 31, title: 'An interview' } }, { audio: { media: 32, title: 'File 32' } }])
    expect(nodesOf('<video poster="/uploads/5.jpg" src="/uploads/9.mp4"><track src="/uploads/8.vtt">No film for you</video>')).toEqual([{ video: { media: 9, title: 'File 9', poster: 5, captions: 8 } }])
  })

  it('are links where they are not', () => {
    const { nodes, codes } = read(TRAPS['film that is not ours']!)
    expect(nodes).toEqual([{ embed: { url: 'https://else.example/film.mp4', title: 'film' } }])
    expect(codes).toEqual(['doubtful media-not-found'])
  })

  it('come in playlists', () => {
    expect(nodesOf('[playlist]', { attached: () => [media(1, 'mp3'), media(2, 'mp3'), media(3)] })).toEqual([{ audio: { media: 1, title: 'File 1' } }, { audio: { media: 2, title: 'File 2' } }])
  })
})

describe('the rest of HTML', () => {
  it('has two depths of subheads', () => {
    expect(nodesOf(TRAPS['headings of every depth']!)).toEqual([{ h2: ['One'] }, { h2: ['Two bold'] }, { h3: ['Three'] }, { h3: ['Four'] }, { h3: ['Six ', { a: '#two-bold', text: ['to two'] }] }])
  })

  it('has marks, also as styles, and none that are not', () => {
    expect(nodesOf('<p><span style="font-weight:700">a</span><b style="font-weight:normal">b</b><u>c</u><i><b>d</b></i><mark>e</mark><del>f</del></p>')).toEqual([{ p: ['1:a', 'bc', '3:d', 'e', '4:f'] }])
  })

  it('keeps code and poems line by line', () => {
    expect(nodesOf(TRAPS['code and poems']!)).toEqual([
      { p: ['16:if (a < b) {', '⏎', '16:    return [foo bar="x"]', '⏎', '16:}'] },
      { p: ['A line', '⏎', '  and another'] },
      { p: ['Press ', '16:Ctrl', ' and H', '32:2', 'O, x', '64:2', ', ', '4:gone', '.'] },
    ])
  })

  it('keeps words that browsers keep when tags are broken', () => {
    expect(nodesOf(TRAPS['broken markup']!)).toEqual([{ p: ['One ', '1:two'] }, { p: ['1:three < four < five six'] }])
    expect(nodesOf('a <b')).toEqual([{ p: ['a <b'] }])
    expect(nodesOf('a <!-- b')).toEqual([{ p: ['a b'] }])
  })

  it('drops forms and keeps their words', () => {
    const { nodes, codes } = read('<form action="/send"><label>Name</label> <input name="n"> <select><option>a<option>b</select></form>')
    expect(nodes).toEqual([{ p: ['Name'] }, { p: ['a'] }, { p: ['b'] }])
    expect(codes).toEqual(['dropped form', 'dropped form'])
  })

  it('has rules, details and quotation marks', () => {
    expect(nodesOf('<hr><details><summary>More</summary><p>He said <q>so</q>.</p></details>')).toEqual(['rule', { h3: ['More'] }, { p: ['He said “so”.'] }])
  })

  it('holds nothing that a database refuses', () => {
    expect(JSON.stringify(nodesOf(TRAPS['control characters']!))).toBe('[{"p":["abc � de"]}]')
  })
})

describe('blocks', () => {
  it('give what stands in columns, groups and covers', () => {
    expect(nodesOf(TRAPS['columns and covers']!)).toEqual([{ p: ['Left'] }, { image: { media: 5, width: 'wide' } }, { p: ['On it'] }])
  })

  it('that are shared stand where they are named, and not within themselves', () => {
    const reusable = (ref: number) => (ref === 1 ? '<!-- wp:paragraph --><p>Shared</p><!-- /wp:paragraph --><!-- wp:block {"ref":1} /-->' : null)
    const { nodes, codes } = read('<!-- wp:block {"ref":1} /--><!-- wp:block {"ref":2} /-->', { reusable })
    expect(nodes).toEqual([{ p: ['Shared'] }])
    expect(codes).toEqual(['dropped reusable-block', 'dropped reusable-block'])
  })

  it('have footnotes numbered and listed', () => {
    const footnotes = JSON.stringify([{ id: 'one', content: 'A <em>note</em>' }, { id: 'two', content: 'Another' }])
    const content = '<!-- wp:paragraph --><p>Text<sup data-fn="two" class="fn"><a href="#two" id="two-link">2</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /-->'
    expect(nodesOf(content, { footnotes })).toEqual([{ p: ['Text', '64:2'] }, { ol: [{ li: ['A ', '2:note'] }, { li: ['Another'] }] }])
    expect(nodesOf('<p>None</p>', { footnotes })).toEqual([{ p: ['None'] }])
    expect(nodesOf(content, { footnotes: 'no JSON' })).toEqual([{ p: ['Text', '64:2'] }])
  })

  it('and shortcodes that are not known keep their words and are named', () => {
    const { nodes, notes } = read(TRAPS['what is not known']!)
    expect(nodes).toEqual([{ p: ['Kept [1] [sic] [gallery ids="1"]'] }, { p: ['Also kept'] }])
    expect(notes.map(({ kind, code, detail }) => [kind, code, detail])).toEqual([
      ['changed', 'unknown-shortcode', '[table_of_x id="3" /]'],
      ['changed', 'unknown-shortcode', '[shout loud="yes"]'],
      ['changed', 'unknown-block', '<!-- wp:vendor/box {"a":1} -->'],
      ['dropped', 'dynamic-block', '<!-- wp:latest-posts /-->'],
    ])
  })

  it('of page builders give their text and headings; their layout is counted', () => {
    const { nodes, notes } = read(TRAPS['page builders']!)
    expect(nodes).toEqual([{ h3: ['A heading'] }, { p: ['Words one.'] }, { p: ['Words two.'] }, { image: { media: 5, width: 'column' } }])
    expect(notes.map(({ code, detail }) => [code, detail])).toEqual([
      ['listing', '[td_block_7 category_id="3"]'],
      ['layout', 'vc_row × 1, vc_column × 1, vc_column_text × 1'],
    ])
  })
})

it('reads a megabyte of ordinary text in well under a second', () => {
  const content = `<!-- wp:paragraph --><p>${'Words of an ordinary sort with <a href="/known-1/">links</a> and <b>marks</b>. '.repeat(30)}</p><!-- /wp:paragraph -->\n\n`.repeat(450)
  expect(content.length).toBeGreaterThan(1_000_000)
  const started = performance.now()
  read(content)
  // Ten times what it takes, for a busy machine.
  expect(performance.now() - started).toBeLessThan(5000)
})
