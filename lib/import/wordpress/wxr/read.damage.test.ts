import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { WxrItem } from '../types'
import { buildWxr, fullItem } from './testing/build'
import { bytesOf, inPieces, readAll } from './testing/stream'

const three = buildWxr({ items: [{ title: 'First' }, { title: 'Second', content: 'CONTENT', meta: [['k', 'v']] }, { title: 'Third' }] })
const [first, second, third] = [fullItem({ title: 'First' }, 0), fullItem({ title: 'Second', content: 'CONTENT', meta: [['k', 'v']] }, 1), fullItem({ title: 'Third' }, 2)]

/** Text between two marks of the second item. */
const within = (change: (item: string) => string) => {
  const [from, to] = [three.indexOf('<item>', three.indexOf('</item>')), three.lastIndexOf('<item>')]
  return three.slice(0, from) + change(three.slice(from, to)) + three.slice(to)
}
const content = (inner: string) => within((item) => item.replace('<![CDATA[CONTENT]]>', inner))

describe('a broken part of one item is mended and told, and its neighbours are whole', () => {
  it.each<[string, string, Partial<WxrItem>, RegExp]>([
    ['a control character', content('<![CDATA[a\u0000b\u000bc\u001f]]>'), { content: 'abc' }, /control character was removed/],
    ['an escaped control character', content('a&#11;b&#x0;c&#xD800;d'), { content: 'abcd' }, /“&#11;” was removed/],
    ['a bare "&"', content('Q&A & more &; &#; &#xyz; AT&T'), { content: 'Q&A & more &; &#; &#xyz; AT&T' }, /bare “&”/],
    ['HTML entities', content('a&nbsp;b&hellip;&LT;'), { content: 'a\u00a0b…<' }, /“&nbsp;” is HTML’s/],
    ['an entity that nobody knows', content('a&hokum;b'), { content: 'a&hokum;b' }, /“&hokum;” is no entity/],
    ['a "]]>" outside CDATA', content('a]]>b ]]]>'), { content: 'a]]>b ]]]>' }, /“]]>” outside CDATA/],
    ['a "]]>" within CDATA', content('<![CDATA[a]]>b <p>c</p> ]]>'), { content: 'a]]>b <p>c</p> ' }, /“]]>” within the text/],
    ['CDATA within CDATA', content('<![CDATA[<script><![CDATA[ x ]]></script> y]]>'), { content: '<script><![CDATA[ x ]]></script> y' }, /“]]>” within the text/],
    ['CDATA without its end', content('<![CDATA[a <b>c</b>\n'), { content: 'a <b>c</b>\n' }, /CDATA section of <content:encoded> has no end/],
    ['CDATA closed by half', content('<![CDATA[a]>'), { content: 'a]>' }, /has no end/],
    ['markup that is not escaped', content('<!-- wp:x --><p>a<br>b <3</p>'), { content: '<!-- wp:x --><p>a<br>b <3</p>' }, /markup that is not escaped/],
    ['text behind CDATA', content('<![CDATA[a]]> & b'), { content: 'a & b' }, /bare “&”/],
    ['a closing tag with another name', within((item) => item.replace('CONTENT]]></content:encoded>', 'CONTENT]]></content>')), {}, /<content:encoded> has no end before <\/content>/],
    ['a field without its closing tag', within((item) => item.replace('CONTENT]]></content:encoded>', 'CONTENT]]>')), {}, /<content:encoded> has no end before/],
    ['a title without its closing tag', within((item) => item.replace('Second]]></title>', 'Second]]>')), {}, /<title> has no end before <link>/],
    ['a group without its closing tag', within((item) => item.replace('</wp:postmeta>', '')), {}, /<wp:postmeta> has no end before <\/item>/],
    ['a group within another', within((item) => item.replace('</wp:postmeta>', '<wp:postmeta><wp:meta_key>l</wp:meta_key><wp:meta_value>w</wp:meta_value></wp:postmeta>')), { meta: [['k', 'v'], ['l', 'w']] }, /<wp:postmeta> has no end before <wp:postmeta>/],
    ['a closing tag too many', within((item) => item.replace('<wp:post_id>', '</b></wp:comment><wp:post_id>')), {}, /<\/b> closes nothing/],
    ['an item without its closing tag', within((item) => item.replace('</item>', '')), {}, /<item> has no end before <item>/],
    ['text between fields', within((item) => item.replace('<wp:post_id>', 'Notice: undefined < index\n<wp:post_id>')), {}, /stands in no field was left out: “Notice: undefined/],
    ['a quote too few', within((item) => item.replace('<wp:post_id>', '<category domain="tag nicename="x">Y</category>\n<wp:post_id>')), { terms: [{ taxonomy: 'tag nicename=', slug: '', name: 'Y' }] }, /attributes of <category> cannot be read/],
    ['attributes without quotes', within((item) => item.replace('<wp:post_id>', '<category domain=post_tag nicename="x">Y</category>\n<wp:post_id>')), { terms: [{ taxonomy: 'category', slug: 'x', name: 'Y' }] }, /attributes of <category> cannot be read/],
    ['an attribute that stands there twice', within((item) => item.replace('<wp:post_id>', '<category domain="category" nicename="x" nicename="y">Y</category>\n<wp:post_id>')), { terms: [{ taxonomy: 'category', slug: 'y', name: 'Y' }] }, /The XML has a fault: duplicate attribute/],
    ['an "&" in an attribute', within((item) => item.replace('<wp:post_id>', '<category domain="category" nicename="q&a">Q&amp;A</category>\n<wp:post_id>')), { terms: [{ taxonomy: 'category', slug: 'q&a', name: 'Q&A' }] }, /bare “&”/],
  ])('%s', async (_, file, expected, message) => {
    const { items, problems, error } = await readAll(file)
    expect(error).toBeNull()
    expect(items).toEqual([first, { ...second, ...expected }, third])
    expect(problems[0]?.message).toMatch(message)
    // Wherever a chunk may end.
    expect(await readAll(inPieces(file, 1))).toMatchObject({ items, problems, error })
  })

  it('an item that lost its beginning is lost alone', async () => {
    const { items, error } = await readAll(within((item) => item.replace('<item>', '')))
    expect(error).toBeNull()
    expect(items).toEqual([first, third])
  })

  it('says the line and column', async () => {
    const { problems } = await readAll('<rss xmlns:wp="http://wordpress.org/export/1.2/">\r\n<channel>\r\n<title>a\r\nb & c</title>\r\n</channel></rss>')
    expect(problems).toMatchObject([{ line: 4, column: 3 }])
  })

  it('tells the first three of a sort and how many there are in all', async () => {
    const { problems } = await readAll(content('&\n'.repeat(50)))
    expect(problems).toHaveLength(4)
    expect(problems[3]?.message).toMatch(/^In all: 50 bare “&” kept as text, the last on line \d+\.$/)
  })

  it('an end in the middle of the file is none', async () => {
    const { items, problems, error } = await readAll(three.replace('</item>', '</item></channel></rss>'))
    expect(error).toBeNull()
    expect(items).toEqual([first, second, third])
    expect(problems[0]?.message).toMatch(/goes on behind its end/)
  })

  it.each([
    ['PHP warnings before it', `<br />\n<b>Warning</b>: headers already sent\n${three}`, /^What stands before the export was left out/],
    ['PHP warnings behind its first line', three.replace('?>', '?>\nWarning: something'), /^What stands before the export was left out/],
    ['PHP warnings after it', `${three}<b>Warning</b>: something`, /^What stands behind the export was left out/],
  ])('%s are left out', async (_, file, message) => {
    const { items, problems, error } = await readAll(file)
    expect(error).toBeNull()
    expect(items).toEqual([first, second, third])
    expect(problems[0]?.message).toMatch(message)
  })

  it.each(['&', '<', ']]>', '<a "', '</b', '<![CDATA[', '&nbsp;', '\0', '\x80', '<!--', '<wp:postmeta>', '</title>', '<wp:meta_key>'])('a long row of %j is read in good time', async (trouble) => {
    const letters = Buffer.from(trouble.repeat(150_000 / trouble.length), 'latin1')
    const [before = '', after = ''] = three.split('CONTENT')
    for (const cut of [before, before.replace(/<!\[CDATA\[$/, ''), before.slice(0, before.lastIndexOf('<content'))]) {
      const { items } = await readAll(Buffer.concat([bytesOf(cut), letters, bytesOf(after)]))
      expect(items[0]).toEqual(first)
    }
  })

  it('a field that no reader could hold is cut short', async () => {
    const letters = 'x'.repeat(1024 * 1024)
    async function* source() {
      const [before = '', after = ''] = three.split('CONTENT')
      yield bytesOf(before)
      for (let count = 0; count < 40; count++) yield bytesOf(letters)
      yield bytesOf(after)
    }
    const { items, problems, error } = await readAll(source())
    expect(error).toBeNull()
    expect(items[1]?.content.length).toBeLessThanOrEqual(32 * 1024 * 1024)
    expect([items[0], items[2]]).toEqual([first, third])
    expect(problems[0]?.message).toMatch(/longer than 32 million/)
  })
})

describe('encodings', () => {
  const declare = (encoding: string, text: string) => buildWxr({ items: [{ content: text }] }).replace('UTF-8', encoding)
  const oneByte = (text: string) => Buffer.from(text, 'latin1')

  it.each<[string, Uint8Array, string, RegExp | null]>([
    ['UTF-8', bytesOf(declare('UTF-8', 'Grüße “€” 🗞')), 'Grüße “€” 🗞', null],
    ['no declaration', bytesOf(declare('UTF-8', 'Grüße').replace(/<\?xml.*\?>/, '')), 'Grüße', null],
    ['ISO-8859-1', oneByte(declare('ISO-8859-1', 'Gr\xfc\xdfe \x93x\x94')), 'Grüße “x”', null],
    ['windows-1251', oneByte(declare('windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2')), 'Привет', null],
    ['UTF-16', Buffer.from(`\ufeff${declare('UTF-16', 'Grüße 🗞')}`, 'utf16le'), 'Grüße 🗞', null],
    ['ISO-8859-1 declared, but UTF-8 written', bytesOf(declare('ISO-8859-1', 'Grüße “€”')), 'Grüße “€”', /says that it is written in windows-1252 but is in UTF-8/],
    ['UTF-16 declared in single bytes', bytesOf(declare('UTF-16', 'Grüße')), 'Grüße', null],
    ['an unknown encoding', bytesOf(declare('klingon', 'Grüße')), 'Grüße', /“klingon”, which is no encoding/],
    ['UTF-8 with bytes of another encoding', Buffer.concat([oneByte(declare('UTF-8', 'Gr\xfc\xdfe – it\x92s').split('–')[0] ?? ''), bytesOf('–'), oneByte(declare('UTF-8', 'Gr\xfc\xdfe – it\x92s').split('–')[1] ?? '')]), 'Grüße – it’s', /not UTF-8 was read as windows-1252/],
  ])('%s', async (_, file, expected, message) => {
    const { items, problems, error } = await readAll(file)
    expect(error).toBeNull()
    expect(items[0]?.content).toBe(expected)
    if (message === null) expect(problems).toEqual([])
    else expect(problems[0]?.message).toMatch(message)
  })

  it('a gzip\'d file is unpacked', async () => {
    const { items, error } = await readAll(gzipSync(three))
    expect(error).toBeNull()
    expect(items).toEqual([first, second, third])
  })
})

describe('a file that cannot be read', () => {
  const cutAt = (mark: string) => three.slice(0, three.indexOf(mark))
  const packed = gzipSync(three)
  const damaged = Buffer.from(packed)
  damaged.fill(0xff, 400, 420)

  it.each<[string, string | Uint8Array, RegExp, number]>([
    ['cut in an item', cutAt('CONTENT'), /^The file ends in the middle of the item “Second” \(line \d+\)\. It was probably cut off while being downloaded: export again\. The item before was read\.$/, 1],
    ['cut in a tag', cutAt('tent:encoded><![CDATA[CONTENT'), /in the middle of the item “Second”/, 1],
    ['cut before a title', three.slice(0, three.lastIndexOf('<title>')), /in the middle of an item \(line \d+\).*The 2 items before were read/, 2],
    ['cut between items', three.slice(0, three.lastIndexOf('<item>')), /ends before its last line .*The 2 items before/, 2],
    ['cut before its end', three.replace('</rss>', ''), /ends before its last line .*The 3 items before/, 3],
    ['cut before the first item', cutAt('<wp:wxr_version>'), /ends before its last line .*No item could be read/, 0],
    ['empty', '', /^The file is empty\. In the old site’s back office choose Tools, Export/, 0],
    ['nothing but space', ' \n ', /^The file is empty/, 0],
    ['JSON', '{"posts": []}', /^The file is not XML/, 0],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), /^The file is not XML/, 0],
    ['a web page', '<!DOCTYPE html>\n<html><head><title>Log in</title></head></html>', /^The file is a web page, not an export: often it is the login page/, 0],
    ['an XHTML page', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="z"></html>', /^The file is a web page/, 0],
    ['a feed in RSS', '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>One</title></item></channel></rss>', /news feed \(<rss>\), not an export/, 0],
    ['a feed without items', '<rss version="2.0"><channel><title>News</title></channel></rss>', /news feed/, 0],
    ['a feed in Atom', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', /news feed \(<feed>\)/, 0],
    ['a sitemap', '<?xml version="1.0"?><urlset></urlset>', /its outermost element is <urlset>/, 0],
    ['a ZIP archive', Buffer.from('PK\x03\x04rest of it'), /ZIP archive, not the export itself\. Unpack it first/, 0],
    ['two exports in one', three + three, /A second export begins here/, 3],
    ['a gzip archive that was cut off', gzipSync(three, { level: 0 }).subarray(0, -2000), /ends in the middle of the item “(?:Second|Third)”/, 1],
  ])('%s', async (_, file, message, items) => {
    const { error, items: read } = await readAll(file)
    expect(error?.message).toMatch(message)
    expect(error?.items).toBe(read.length)
    expect(read).toEqual([first, second, third].slice(0, read.length))
    expect(read.length).toBeGreaterThanOrEqual(items)
  })

  it('says the line', async () => {
    const { error } = await readAll(cutAt('CONTENT'))
    expect(error).toMatchObject({ line: cutAt('CONTENT').split('\n').length })
  })

  it('a damaged gzip archive', async () => {
    const { error } = await readAll(damaged)
    expect(error?.message).toMatch(/gzip archive is damaged .* Copy or download it again/)
  })

  it('hands on what the source itself throws', async () => {
    async function* source(): AsyncGenerator<Uint8Array> {
      yield bytesOf(three.slice(0, 100))
      throw new Error('EIO: the disk is gone')
    }
    await expect(readAll(source())).rejects.toThrow('EIO')
  })

  it('still tells the channel and what was mended', async () => {
    const { events } = await readAll(cutAt('<wp:post_id>').replace('First]]>', 'First & last]]> & more'))
    expect(events.map(({ kind }) => kind).sort()).toEqual(['channel', 'problem'])
  })
})
