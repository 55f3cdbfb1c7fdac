import fc from 'fast-check'
import { serialize } from 'php-serialize'
import { describe, expect, it } from 'vitest'
import { readPhp } from './php'

describe('readPhp', () => {
  it.each<[string, string, unknown]>([
    ['a number', 'i:-42;', -42],
    ['a number too large to be exact', 'i:9223372036854775807;', '9223372036854775807'],
    ['a fraction', 'd:0.1;', 0.1],
    ['a fraction as PHP 8 writes it', 'd:1.0E+25;', 1e25],
    ['infinity', 'd:-INF;', -Infinity],
    ['not a number', 'd:NAN;', NaN],
    ['yes and no', 'a:2:{i:0;b:1;i:1;b:0;}', [true, false]],
    ['nothing', 'N;', null],
    ['an empty list', 'a:0:{}', []],
    ['an empty string', 's:0:"";', ''],
    ['a list', 'a:2:{i:0;s:1:"a";i:1;s:1:"b";}', ['a', 'b']],
    ['a list with gaps', 'a:2:{i:1;s:1:"a";i:3;s:1:"b";}', { 1: 'a', 3: 'b' }],
    ['letters of several bytes', 'a:1:{s:5:"Ä🗞";s:8:"اردو";}'.replace('s:5', 's:6'), { 'Ä🗞': 'اردو' }],
    ['quotes and semicolons in a string', 's:12:"a";s:1:"b";}";', 'a";s:1:"b";}'],
    ['what tagDiv keeps', 'a:2:{s:14:"td_primary_cat";s:2:"12";s:11:"td_subtitle";s:0:"";}', { td_primary_cat: '12', td_subtitle: '' }],
    ['what WordPress keeps of a file', 'a:3:{s:5:"width";i:1024;s:4:"file";s:13:"2019/05/a.jpg";s:5:"sizes";a:1:{s:9:"thumbnail";a:1:{s:4:"file";s:13:"a-150x150.jpg";}}}', { width: 1024, file: '2019/05/a.jpg', sizes: { thumbnail: { file: 'a-150x150.jpg' } } }],
    ['an object of any class', 'O:7:"WP_Term":2:{s:7:"term_id";i:3;s:4:"name";s:1:"x";}', { term_id: 3, name: 'x' }],
    ['private and protected properties', 'O:1:"A":2:{s:4:"\0A\0p";i:1;s:4:"\0*\0q";i:2;}', { p: 1, q: 2 }],
    ['those without the \\0 that XML cannot hold', 'O:1:"A":1:{s:4:"*q";i:2;}', { q: 2 }],
    ['what only its class can read', 'a:2:{i:0;C:11:"ArrayObject":21:{x:i:0;a:0:{};m:a:0:{}}i:1;i:5;}', [null, 5]],
    ['a case of an enum', 'E:11:"Suit:Hearts";', 'Suit:Hearts'],
    ['a reference to a scalar', 'a:2:{i:0;s:1:"a";i:1;R:2;}', ['a', 'a']],
    ['a reference to itself', 'a:1:{i:0;R:1;}', [null]],
    ['a key that is no key elsewhere', 'a:1:{s:9:"__proto__";i:1;}', JSON.parse('{"__proto__":1}')],
    ['a value serialised twice', 's:14:"a:1:{i:0;i:7;}";', [7]],
    ['space around it', '\n a:0:{} \n', []],
  ])('reads %s', (_, value, expected) => {
    expect(readPhp(value)).toEqual(expected)
  })

  it.each<[string, string, unknown]>([
    ['an address was replaced', 'a:2:{s:3:"url";s:18:"http://old.example";s:1:"x";i:1;}'.replace('old.example', 'longer.example'), { url: 'http://longer.example', x: 1 }],
    ['lengths count letters', 'a:2:{s:4:"Ärge";s:5:"Größe";i:0;s:1:"é";}', { 'Ärge': 'Größe', 0: 'é' }],
    ['line ends became shorter', 'a:2:{i:0;s:4:"a\r\nb";i:1;s:1:"c";}'.replace('\r', ''), ['a\nb', 'c']],
    ['a string that holds quotes has the wrong length', 'a:1:{i:0;s:99:"he said "no"; she said "yes"";}', ['he said "no"; she said "yes"']],
    ['the count of an array is wrong', 'a:5:{i:0;i:1;}', [1]],
    ['quotes are still escaped', 'a:1:{s:1:\\"a\\";s:4:\\"it\\\'s\\";}', { a: "it's" }],
  ])('recovers when %s', (_, value, expected) => {
    expect(readPhp(value)).toEqual(expected)
  })

  it.each([
    '', 'hello', '0', 'a', 'a:', 'a:1', 'a:1:{', 'a:1:{i:0;', 'a:1:{i:0;}', 'a:1:{i:0;i:1;', 's:5:"abc', 's:5:"abc"', 'i:;', 'i:1', 'b:2;', 'd:x;', 'O:1:"A":1:{', 'C:1:"A":99:{}', 'R:99', 'a:1:{a:0:{}i:1;}', 'i:1;i:2;', 'a:99999999999999999999:{}x', '{"json":1}',
  ])('is null for %j', (value) => {
    expect(readPhp(value)).toBeNull()
  })

  it('is null for what nests too deeply or is too long', () => {
    expect(readPhp('a:1:{i:0;'.repeat(50) + 'i:1;' + '}'.repeat(50))).not.toBeNull()
    expect(readPhp('a:1:{i:0;'.repeat(5000) + 'i:1;' + '}'.repeat(5000))).toBeNull()
    expect(readPhp(`s:9000000:"${'x'.repeat(9_000_000)}";`)).toBeNull()
  })

  // Another serialiser as the judge. It writes whole fractions as integers, which is what they become here too.
  const scalar = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true, min: 0.001, max: 1e15 }))
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, scalar, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }).filter((key) => !/^-?\d+$/.test(key) && !(key in {})), tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true })),
  }))
  /** A string that looks serialised would be opened. */
  const compound = value.filter((found) => typeof found === 'object')

  it('reads whatever another library has serialised', () => {
    fc.assert(
      fc.property(compound, (found) => {
        expect(readPhp(serialize(found))).toEqual(found)
      }),
      { numRuns: 200 },
    )
  })

  it('reads it with any lengths, when no string holds what could end it', () => {
    const plain = compound.filter((found) => !/"[;:]|[;{}]|\\/.test(JSON.stringify(found).replaceAll(/[{}]/g, '')))
    fc.assert(
      fc.property(plain, fc.nat({ max: 40 }), (found, wrong) => {
        expect(readPhp(serialize(found).replace(/s:\d+:"/g, `s:${wrong}:"`))).toEqual(found)
      }),
      { numRuns: 200 },
    )
  })

  it('never throws', () => {
    const parts = fc.array(fc.constantFrom('a:1:{', 'a:2:{', '}', 's:1:"', 's:3:"', '";', 'i:0;', 'N;', 'O:1:"A":1:{', 'C:1:"A":2:{', 'R:1;', 'b:1;', 'é', '\\"', 'x'), { maxLength: 20 }).map((found) => found.join(''))
    fc.assert(fc.property(fc.oneof(parts, fc.string({ unit: 'binary' })), (text) => void readPhp(text)), { numRuns: 500 })
  })
})
