import { describe, expect, it } from 'vitest'
import { parseEnv } from './env'

const secret = 'x'.repeat(32)

describe('parseEnv', () => {
  it('gives defaults for what is left out or empty', () => {
    expect(parseEnv({ PAYLOAD_SECRET: secret, PORT: '' })).toMatchObject({ PORT: 3000, DATABASE_URL: 'file:./.data/dateline.db', SITE_URL: 'http://localhost:3000' })
  })

  it.each([
    [{}, 'PAYLOAD_SECRET'],
    [{ PAYLOAD_SECRET: 'short' }, 'openssl rand'],
    [{ PAYLOAD_SECRET: secret, PORT: 'eighty' }, 'PORT'],
    [{ PAYLOAD_SECRET: secret, PORT: '70000' }, 'PORT'],
    [{ PAYLOAD_SECRET: secret, DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: expected file:'],
    [{ PAYLOAD_SECRET: secret, SITE_URL: 'example.org' }, 'SITE_URL: expected'],
    [{ PAYLOAD_SECRET: secret, LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ PAYLOAD_SECRET: secret, EDGE_PURGE: 'http://10.0.0.5' }, 'EDGE_PURGE: expected varnish+http'],
    [{ PAYLOAD_SECRET: secret, EDGE_PURGE: 'varnish+http://10.0.0.5' }, 'EDGE_TOKEN: expected the secret'],
    [{ PAYLOAD_SECRET: secret, REDIS_URL: '10.0.0.5:6379' }, 'REDIS_URL: expected redis://'],
    [{ PAYLOAD_SECRET: secret, S3_ENDPOINT: 'minio' }, 'S3_ENDPOINT: expected'],
  ])('names the variable that is wrong and what was expected: %j', (given, words) => {
    expect(() => parseEnv(given as Record<string, string>)).toThrow(words)
  })

  it.each(['smtp://news:pa/ss@mail.example.org:587', 'smtp://news:12/34@mail.example.org', 'smtp://news:12?34@mail.example.org', 'smtp://news:pa#ss@mail.example.org', 'smtp://', 'mail.example.org'])('says how a mail server is written instead of %s', (SMTP_URL) => {
    expect(() => parseEnv({ PAYLOAD_SECRET: secret, SMTP_URL, MAIL_FROM: 'news@example.org' })).toThrow(/SMTP_URL: expected smtp:.*percent-encoded/)
  })

  it.each(['smtp://mail.example.org', 'smtp://news:pa%2Fss@mail.example.org:587', 'smtps://news:p@ss@mail.example.org:465/?pool=true', 'smtp://[::1]:25'])('takes a mail server such as %s', (SMTP_URL) => {
    expect(parseEnv({ PAYLOAD_SECRET: secret, SMTP_URL, MAIL_FROM: 'news@example.org' }).SMTP_URL).toBe(SMTP_URL)
  })

  it('names every wrong variable at once', () => {
    expect(() => parseEnv({ PORT: 'x' })).toThrow(/PAYLOAD_SECRET[\s\S]*PORT|PORT[\s\S]*PAYLOAD_SECRET/)
  })

  it('leaves the slash off the end of the address', () => {
    expect(parseEnv({ PAYLOAD_SECRET: secret, SITE_URL: 'https://example.org/' }).SITE_URL).toBe('https://example.org')
  })
})
