import { describe, expect, it } from 'vitest'
import { isMachine } from './robots'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
const facts = (userAgent: string, more: object = {}) => ({ address: '192.0.2.1', userAgent, acceptLanguage: 'en', purpose: null, ...more })

describe('who is a reader', () => {
  it.each([
    CHROME,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; U; Android 10; en-us; CPH2185) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/90.0.4430.61 Mobile Safari/537.36 OPR/62.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/480.0]',
  ])('a reader: %s', (userAgent) => {
    expect(isMachine(facts(userAgent))).toBe(false)
  })

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.0.0 Safari/537.36',
    'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Mobile Safari/537.36 Chrome-Lighthouse',
    'curl/8.5.0',
    'python-requests/2.32.3',
    'Go-http-client/2.0',
    'okhttp/4.12.0 and some more to be long enough',
    'Mozilla/5.0',
    '',
    `${CHROME}${'x'.repeat(1000)}`,
  ])('a machine: %s', (userAgent) => {
    expect(isMachine(facts(userAgent))).toBe(true)
  })

  it.each([
    ['no languages', { acceptLanguage: null }],
    ['empty languages', { acceptLanguage: ' ' }],
    ['fetched in advance', { purpose: 'prefetch' }],
    ['rendered in advance', { purpose: 'prefetch;prerender' }],
    ['a preview', { purpose: 'preview' }],
  ])('not counted: %s', (_, more) => {
    expect(isMachine(facts(CHROME, more))).toBe(true)
  })
})
