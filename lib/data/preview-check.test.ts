import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toPreviewToken } from '@/lib/adapters/cms/preview-token'
import { checkPreviewToken } from './preview-check'

const NOW = Date.UTC(2026, 10, 23, 12)
const HOUR = 3_600_000

let rows: unknown[] = []
vi.mock('@/lib/adapters/addresses/database', () => ({ query: () => Promise.resolve(rows) }))

const row = (changes: object = {}) => ({ story_id: 7, frozen_version: null, created_at: new Date(NOW - HOUR).toISOString(), expires_at: new Date(NOW + HOUR).toISOString(), revoked_at: null, ...changes })
const token = toPreviewToken({ linkId: 3, storyId: 7, createdAt: NOW - HOUR, expiresAt: NOW + HOUR })

describe('a preview link', () => {
  beforeEach(() => {
    rows = [row()]
  })

  it('opens its story while it holds', async () => {
    expect(await checkPreviewToken(token, NOW)).toEqual({ ok: true, link: { id: 3, storyId: 7, frozenVersion: null, expiresAt: NOW + HOUR } })
  })

  it('opens one version when frozen, on PostgreSQL’s dates too', async () => {
    rows = [row({ frozen_version: '19', created_at: new Date(NOW - HOUR), expires_at: new Date(NOW + HOUR) })]
    expect(await checkPreviewToken(token, NOW)).toMatchObject({ ok: true, link: { frozenVersion: '19' } })
  })

  it.each([
    ['forged', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, {}, NOW],
    ['forged', 'not-a-token', {}, NOW],
    ['expired', token, {}, NOW + HOUR],
    ['expired', token, { expires_at: new Date(NOW - 1).toISOString() }, NOW],
    ['expired', token, { expires_at: new Date(NOW + 9 * HOUR).toISOString() }, NOW + 2 * HOUR],
    ['expired', token, { expires_at: 'nonsense' }, NOW],
    ['revoked', token, { revoked_at: new Date(NOW).toISOString() }, NOW],
    ['revoked', token, { story_id: null }, NOW],
    ['revoked', token, { story_id: 8 }, NOW],
    ['revoked', token, { created_at: new Date(NOW).toISOString() }, NOW],
  ])('is refused as %s', async (reason, given, changes, now) => {
    rows = [row(changes)]
    expect(await checkPreviewToken(given, now)).toEqual({ ok: false, reason })
  })

  it('is refused when its record is gone', async () => {
    rows = []
    expect(await checkPreviewToken(token, NOW)).toEqual({ ok: false, reason: 'revoked' })
  })
})
