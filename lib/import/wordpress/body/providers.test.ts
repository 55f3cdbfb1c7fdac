import { describe, expect, it } from 'vitest'
import { toEmbed } from '@/lib/adapters/cms/embeds'
import { embedAddress, embedTitle, isEmbeddable } from './providers'

describe('addresses of what is shown from other sites', () => {
  it.each([
    ['//www.youtube.com/embed/abcdefghijk?rel=0', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['http://www.youtube-nocookie.com/embed/abcdefghijk?start=30', 'https://www.youtube.com/watch?v=abcdefghijk&t=30'],
    ['https://www.youtube.com/v/abcdefghijk&fs=1', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://www.youtube.com/embed/videoseries?list=PL12', 'https://www.youtube.com/playlist?list=PL12'],
    ['https://player.vimeo.com/video/123456?h=ab', 'https://vimeo.com/123456/ab'],
    ['https://open.spotify.com/embed/track/ab?utm=x', 'https://open.spotify.com/track/ab'],
    ['https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b', 'https://soundcloud.com/a/b'],
    ['https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F', 'https://www.facebook.com/a/videos/1/'],
    ['https://www.dailymotion.com/embed/video/x1y2', 'https://www.dailymotion.com/video/x1y2'],
    ['https://www.instagram.com/p/AbC/embed/captioned/', 'https://www.instagram.com/p/AbC/'],
    ['https://platform.twitter.com/embed/Tweet.html?id=123', 'https://twitter.com/i/status/123'],
    ['https://gist.github.com/someone/123.js', 'https://gist.github.com/someone/123'],
    ['http://else.example/a b', 'https://else.example/a%20b'],
    ['javascript:alert(1)', null],
    ['about:blank', null],
    ['not an address', null],
  ])('%s', (raw, address) => expect(embedAddress(raw)).toBe(address))

  it('are such that the site can show them', () => {
    const frameOf = (raw: string) => toEmbed(embedAddress(raw)!, 'x', null)?.embedUrl
    expect(frameOf('https://www.youtube-nocookie.com/embed/abcdefghijk')).toContain('/embed/abcdefghijk?')
    expect(frameOf('https://open.spotify.com/embed/episode/ab')).toBe('https://open.spotify.com/embed/episode/ab')
    expect(frameOf('https://player.vimeo.com/video/123456')).toContain('/video/123456?')
  })

  it('have a name for readers', () => {
    expect(embedTitle('https://www.youtube.com/watch?v=a')).toBe('Video on YouTube')
    expect(embedTitle('https://www.else.example/x')).toBe('Page at else.example')
  })

  it('are shown from a line of text only where WordPress knows the site', () => {
    expect(['https://youtu.be/a', 'https://x.com/a/status/1', 'https://www.google.com/maps/place/x'].every(isEmbeddable)).toBe(true)
    expect(['https://else.example/', 'https://x.com/somebody', 'https://www.google.com/search?q=x', 'nonsense'].some(isEmbeddable)).toBe(false)
  })
})
