import { describe, expect, it } from 'vitest'
import { readPreviewToken, toPreviewToken } from './preview-token'

const LINK = { linkId: 42, storyId: 7, createdAt: Date.UTC(2026, 10, 23, 12), expiresAt: Date.UTC(2026, 10, 30, 12) }

describe('a preview link’s address', () => {
  it('names its link, its story, its making and its end', () => {
    expect(readPreviewToken(toPreviewToken(LINK))).toEqual(LINK)
  })

  it('is one word that no mail program breaks', () => {
    expect(toPreviewToken({ ...LINK, linkId: 2 ** 40 })).toMatch(/^[A-Za-z0-9_-]{76}$/)
  })

  it('does not open when any one letter is changed', () => {
    const token = toPreviewToken(LINK)
    for (let at = 0; at < token.length; at++) {
      for (const letter of ['A', 'B', '_', '9']) {
        const changed = token.slice(0, at) + letter + token.slice(at + 1)
        if (changed !== token) expect(readPreviewToken(changed)).toBeNull()
      }
    }
  })

  it('does not open cut short, drawn out or spelled another way', () => {
    const token = toPreviewToken(LINK)
    for (const wrong of ['', token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`, ` ${token}`, token.toLowerCase(), 'A'.repeat(76)]) {
      expect(readPreviewToken(wrong)).toBeNull()
    }
  })

  it.each(Object.keys(LINK) as (keyof typeof LINK)[])('cannot be given another %s', (field) => {
    const [own, other] = [LINK, { ...LINK, [field]: LINK[field] + 1 }].map((link) => Buffer.from(toPreviewToken(link), 'base64url'))
    const swapped = Buffer.concat([other!.subarray(0, -32), own!.subarray(-32)]).toString('base64url')
    expect(readPreviewToken(swapped)).toBeNull()
  })
})
