import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originalsOf, uploadKey, uploadsTail } from './names'

describe('uploadKey', () => {
  it.each([
    ['https://old.example/wp-content/uploads/2019/05/x.jpg', '2019/05/x.jpg'],
    ['http://www.old.example/wp-content/uploads/2019/05/x.jpg?resize=300%2C200#top', '2019/05/x.jpg'],
    ['//old.example/wp-content/uploads/2019/05/x.jpg', '2019/05/x.jpg'],
    ['/wp-content/uploads/2019/05/x.jpg', '2019/05/x.jpg'],
    ['  https://old.example/blog/wp-content/uploads/x.jpg\n', 'x.jpg'],
    ['https://i0.wp.com/old.example/wp-content/uploads/2019/05/x.jpg?fit=1024%2C683&ssl=1', '2019/05/x.jpg'],
    ['https://old.example/cdn-cgi/image/width=300,quality=75/https://old.example/wp-content/uploads/2019/05/x.jpg', '2019/05/x.jpg'],
    ['https://site.files.wordpress.com/2013/03/x.jpg?w=150', '2013/03/x.jpg'],
    ['https://old.example/wp-content/uploads/sites/3/2019/05/x.jpg', '2019/05/x.jpg'],
    ['https://old.example/wp-content/blogs.dir/7/files/2011/01/x.jpg', '2011/01/x.jpg'],
    ['https://news.old.example/files/2011/01/x.jpg', '2011/01/x.jpg'],
    ['https://old.example/wp-content/uploads/2019/05/Two%20Boats%20%26%20a%20Jetty.JPG', '2019/05/Two Boats & a Jetty.JPG'],
    ['https://old.example/wp-content/uploads/2019/05/Two Boats.jpg', '2019/05/Two Boats.jpg'],
    ['https://old.example/wp-content/uploads/2019/05/100%25.jpg', '2019/05/100%.jpg'],
    ['https://old.example/wp-content/uploads/2019/05/a%2520b.jpg', '2019/05/a%20b.jpg'],
    ['https://old.example/wp-content/uploads/2019/05/caf%C3%A9.jpg', '2019/05/café.jpg'],
    ['https://old.example/wp-content/uploads/2019/05/cafe%CC%81.jpg', '2019/05/café.jpg'],
    ['https://old.example/wp-content/uploads/2019/05/caf%E9.jpg', '2019/05/caf%E9.jpg'],
    ['https://old.example/wp-content/uploads//2019//05/x.jpg', '2019/05/x.jpg'],
  ])('%s', (url, key) => {
    expect(uploadKey(url)).toBe(key)
  })

  it.each([
    '',
    'https://old.example/2019/05/x.jpg',
    'https://old.example/files/brochure.pdf',
    'https://old.example/wp-content/themes/x.jpg',
    'https://old.example/wp-content/uploads/',
    'https://old.example/wp-content/uploads/2019/',
    'https://old.example/wp-content/uploads/../../wp-config.php',
    'https://old.example/wp-content/uploads/..%2f..%2fwp-config.php',
    'https://old.example/wp-content/uploads/2019/x%00.jpg',
    'data:image/png;base64,AAAA',
    'javascript:/wp-content/uploads/x.jpg',
    'mailto:a@old.example',
    'https://[/wp-content/uploads/x.jpg',
  ])('is null for %j', (url) => {
    expect(uploadKey(url)).toBeNull()
  })

  it('tells the files of other sites apart when the old site is named', () => {
    const ask = (host: string) => uploadKey(`https://${host}/wp-content/uploads/2019/05/x.jpg`, 'https://www.old.example/wp-content/uploads')
    for (const host of ['old.example', 'www.old.example', 'cdn.old.example', 'i2.wp.com/old.example', 'd1234.cloudfront.net']) expect(ask(host)).toBe('2019/05/x.jpg')
    for (const host of ['other.example', 'not-old.example', 'i2.wp.com/other.example']) expect(ask(host)).toBeNull()
  })

  it('knows an uploads folder that is elsewhere', () => {
    expect(uploadKey('https://old.example/media/2019/05/x.jpg', 'https://old.example/media/')).toBe('2019/05/x.jpg')
    expect(uploadKey('/media/2019/05/x.jpg', '/media')).toBe('2019/05/x.jpg')
    expect(uploadKey('/wp-content/uploads/x.jpg', '/media')).toBe('x.jpg')
    expect(uploadKey('/mediaeval/x.jpg', '/media')).toBeNull()
  })

  it('never gives a place outside the uploads folder, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('%2e', '%2f', '..', '/', '%5c', '\\', 'a', '%00', '%25', 'wp-content/uploads/') }).map((tail) => `https://h.example/wp-content/uploads/${tail}`)), (url) => {
        const key = uploadKey(url)
        expect(key === null || (key !== '' && !key.startsWith('/') && !key.split('/').includes('..') && !key.includes('\\') && !key.includes('\0'))).toBe(true)
      }),
    )
  })
})

it('uploadsTail keeps the spelling and the place in a network of sites', () => {
  expect(uploadsTail('https://old.example/wp-content/uploads/sites/3/2019/05/caf%C3%A9.jpg?x=1')).toBe('sites/3/2019/05/caf%C3%A9.jpg')
  expect(uploadsTail('https://old.example/a-story/')).toBeNull()
})

describe('originalsOf', () => {
  it.each([
    ['2019/05/x-1024x683.jpg', '2019/05/x.jpg'],
    ['2019/05/x-1024x683.jpg', '2019/05/x-scaled.jpg'],
    ['2019/05/x-1024x683.jpg', '2019/05/x-rotated.jpg'],
    ['2019/05/x-1024x683.jpg', '2019/05/x.JPG'],
    ['x-300x200@2x.jpg', 'x.jpg'],
    ['x-scaled.jpg', 'x.jpg'],
    ['x-rotated.jpeg', 'x.jpeg'],
    ['x-e1583920192.png', 'x.png'],
    ['x-e1583920192-150x150.png', 'x-e1583920192.png'],
    ['x-e1583920192-150x150.png', 'x.png'],
    ['x-scaled-e1583920192837-150x150.jpg', 'x-scaled-e1583920192837.jpg'],
    ['x-scaled-e1583920192837-150x150.jpg', 'x-scaled.jpg'],
    ['x-scaled-e1583920192837-150x150.jpg', 'x.jpg'],
    ['x-300x200.jpg.webp', 'x.jpg'],
    ['x-300x200-jpg.webp', 'x.jpg'],
    ['x-300x200.webp', 'x.webp'],
    ['x-300x200.webp', 'x.jpg'],
    ['x.jpg.avif', 'x.jpg'],
    ['x.JPG', 'x.jpg'],
  ])('%s may come from %s', (key, original) => {
    expect(originalsOf(key)).toContain(original)
  })

  it('puts the likeliest first and leaves itself out', () => {
    expect(originalsOf('a/x-1024x683.jpg').slice(0, 2)).toEqual(['a/x.jpg', 'a/x.JPG'])
    expect(originalsOf('x-scaled.jpg')[0]).toBe('x-scaled.JPG')
    expect(originalsOf('x-scaled.jpg')).not.toContain('x-scaled.jpg')
    expect(originalsOf('talk.mp3')).toEqual([])
    expect(originalsOf('2019/05/no-ending')).toEqual([])
  })

  it('does not take a number in a name for a size', () => {
    expect(originalsOf('route-66.jpg')).not.toContain('route.jpg')
    expect(originalsOf('x-e158.jpg')).not.toContain('x.jpg')
  })
})
