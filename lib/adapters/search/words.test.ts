import { describe, expect, it } from 'vitest'
import { fold, toIndexText, wordsOf } from './words'

describe('how text is cut into words', () => {
  it.each([
    ['The Minister’s car, the ministers’ cars', 'the minister car the minister car'],
    ['Countries, policies; taxes and boxes', 'country policy tax and box'],
    ['news gas bus crisis this was', 'news gas bus crisis this was'],
    ['The U.S. and the U.N. agree. A.B', 'the us and the un agree a b'],
    ['COVID-19 & G20: 1,000 km', 'covid 19 and g20 1 000 km'.replace(' and', '')],
    ['Café Zürich, Łódź, Straße, Ærø, ĞİRİŞ', 'cafe zurich lodz strasse aero giris'],
    ['مسئلہ كي ي ۃ ١٢۳', 'مسیله کی ی ه 123'],
    ['اُردُو', 'اردو'],
    ['हिन्दी समाचार', 'हिन्दी समाचार'],
    ['新闻网站', '新闻 闻网 网站 站'],
    ['在2024年', '在 2024 年'],
    ['ニュース速報', 'ニュ ュー ース ス速 速報 報'],
    ['뉴스', '뉴스 스'],
    ['ข่าว', 'ข่ ่า าว ว'],
    ['😀 🎉 — … “”', ''],
    ['', ''],
  ])('%s', (text, words) => {
    expect(toIndexText(text)).toBe(words)
  })

  it('knows where each word stands', () => {
    const text = 'Łódź’s café — 新闻'
    expect(wordsOf(text).map((word) => text.slice(word.start, word.end))).toEqual(['Łódź’s', 'café', '新闻', '闻'])
  })

  it('makes words of letters and figures only, so that no operator of a database is in them', () => {
    const all = Array.from({ length: 0x3000 }, (_, i) => String.fromCharCode(i)).join(' a')
    expect(wordsOf(all).filter((word) => !/^[\p{L}\p{N}\p{M}]+$/u.test(word.term))).toEqual([])
  })

  it('folds what is folded already to itself', () => {
    for (const word of ['اسلام', 'zurich', '뉴스', 'が', 'й']) expect(fold(fold(word))).toBe(fold(word))
  })
})
