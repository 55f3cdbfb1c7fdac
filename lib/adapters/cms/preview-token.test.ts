import { describe, expect, it } from 'vitest'
import { readPreviewToken, toPreviewToken } from './preview-token'

const END = Date.UTC(2026, 10, 30, 12)

describe('a preview link’s address', () => {
  it('names its link and its end', () => {
    expect(readPreviewToken(toPreviewToken(42, END))).toEqual({ linkId: 42, expiresAt: END })
  })

  it('is one word that no mail program breaks', () => {
    expect(toPreviewToken(2 ** 40, END)).toMatch(/^[A-Za-z0-9_-]{60}$/)
  })

  it('does not open when any one letter is changed', () => {
    const token = toPreviewToken(42, END)
    for (let at = 0; at < token.length; at++) {
      for (const letter of ['A', 'B', '_', '9']) {
        const changed = token.slice(0, at) + letter + token.slice(at + 1)
        if (changed !== token) expect(readPreviewToken(changed)).toBeNull()
      }
    }
  })

  it('does not open cut short, drawn out or spelled another way', () => {
    const token = toPreviewToken(42, END)
    for (const wrong of ['', token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`, ` ${token}`, token.toLowerCase(), 'A'.repeat(60)]) {
      expect(readPreviewToken(wrong)).toBeNull()
    }
  })

  it('cannot be given a later end or another link', () => {
    const near = Buffer.from(toPreviewToken(42, END), 'base64url')
    const far = Buffer.from(toPreviewToken(43, END + 86_400_000), 'base64url')
    const swapped = Buffer.concat([far.subarray(0, 13), near.subarray(13)]).toString('base64url')
    expect(readPreviewToken(swapped)).toBeNull()
  })
})
