import { describe, expect, it } from 'vitest'
import { ShortcodeReader } from './shortcodes'

/** All shortcodes of a text, in few words. */
function read(text: string): unknown[] {
  const reader = new ShortcodeReader(text)
  const found: unknown[] = []
  for (let at = text.indexOf('['); at !== -1; ) {
    const shortcode = reader.at(at)
    if (shortcode !== null) found.push([shortcode.kind, shortcode.name, { ...shortcode.attributes }])
    at = text.indexOf('[', shortcode?.end ?? at + 1)
  }
  return found
}

describe('shortcodes', () => {
  it.each(['[1]', '[sic]', '[…]', '[Editor’s note: x]', '[laughs]', '[off-camera]', '[a=b]', '[/closed]', '[video', '[gallery ids="1"', '[facebook page]', '[code]', '[tweet deleted]', '[[1]]', '[ gallery ]', '[]', '[foo <b>x</b>="y"]'])('leaves %s as text', (text) => expect(read(text)).toEqual([]))

  it.each([
    ['[gallery]', [['open', 'gallery', {}]]],
    ['[gallery ids="1,2" columns=3]', [['open', 'gallery', { ids: '1,2', columns: '3' }]]],
    ["[x a='b \"c\"' /]", [['open', 'x', { a: 'b "c"' }]]],
    ['[youtube https://youtu.be/abc]', [['open', 'youtube', { 0: 'https://youtu.be/abc' }]]],
    ['[youtube=https://youtu.be/abc?a=1&amp;b]', [['open', 'youtube', { 0: 'https://youtu.be/abc?a=1&amp;b' }]]],
    ['[tweet 123456]', [['open', 'tweet', { 0: '123456' }]]],
    ['[recent_posts]', [['open', 'recent_posts', {}]]],
    ['[shout]x[/shout]', [['open', 'shout', {}], ['close', 'shout', {}]]],
    ['[embed]https://a.b/[/embed]', [['open', 'embed', {}], ['close', 'embed', {}]]],
    ['[caption caption="A <a href=\'x\'>b</a>"]y[/caption]', [['open', 'caption', { caption: "A <a href='x'>b</a>" }], ['close', 'caption', {}]]],
    ['[caption id=“attachment_6”]y[/caption]', [['open', 'caption', { id: 'attachment_6' }], ['close', 'caption', {}]]],
    ['[[gallery ids="1"]]', [['literal', 'gallery', {}]]],
    ['[[caption]x[/caption]]', [['literal', 'caption', {}], ['literal', 'caption', {}]]],
    ['[vc_row][/vc_row]', [['open', 'vc_row', {}], ['close', 'vc_row', {}]]],
    ['[code lang="php"]<b>[gallery][/code]', [['open', 'code', { lang: 'php' }]]],
  ])('reads %s', (text, found) => expect(read(text)).toEqual(found))

  it('parts words where one box ends and the next begins', () => {
    const text = '[tab]a[/tab][tab]b[/tab]'
    const reader = new ShortcodeReader(text)
    expect([0, 6, 12, 18].map((at) => reader.at(at)?.parts)).toEqual([false, false, true, false])
  })
})
