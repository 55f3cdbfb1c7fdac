import { describe, expect, it } from 'vitest'
import { readBlocks } from './blocks'

const inShort = (content: string) => readBlocks(content).map(({ kind, name, attributes, broken }) => [kind, name, attributes, broken])

describe('the comments of the block editor', () => {
  it.each([
    ['none in classic text', '<p>a</p><!--more--><!-- wp is good -->', []],
    ['a block and its end', '<!-- wp:paragraph -->x<!-- /wp:paragraph -->', [['open', 'core/paragraph', {}, false], ['close', 'core/paragraph', {}, false]]],
    ['one without content', '<!-- wp:latest-posts {"n":3} /-->', [['void', 'core/latest-posts', { n: 3 }, false]]],
    ['a vendor’s block', '<!-- wp:Vendor/Some-Box --><!-- /wp:vendor/some-box -->', [['open', 'vendor/some-box', {}, false], ['close', 'vendor/some-box', {}, false]]],
    ['escapes in settings', '<!-- wp:x {"a":"\\u002d\\u002d\\u003e \\u0022"} /-->', [['void', 'core/x', { a: '--> "' }, false]]],
    ['braces in settings', '<!-- wp:x {"a":{"b":"}"}} /-->', [['void', 'core/x', { a: { b: '}' } }, false]]],
    ['settings that are none', '<!-- wp:x {"a":,} /-->', [['void', 'core/x', {}, true]]],
    ['one that never ends', '<!-- wp:group --><!-- wp:paragraph -->x<!-- /wp:paragraph -->', [['void', 'core/group', {}, true], ['open', 'core/paragraph', {}, false], ['close', 'core/paragraph', {}, false]]],
    ['an end without a beginning', 'x<!-- /wp:group -->', [['close', 'core/group', {}, false]]],
    ['a comment that is cut off', 'x<!-- wp:paragraph {"a":1', []],
    ['space of any sort', '<!--\n\twp:image\n{"id":1}\n-->x<!--/wp:image-->', [['open', 'core/image', { id: 1 }, false], ['close', 'core/image', {}, false]]],
  ])('reads %s', (_, content, found) => expect(inShort(content)).toEqual(found))
})
