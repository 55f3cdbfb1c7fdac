import { describe, expect, it } from 'vitest'
import { convertBody } from './convert'
import { readDateline } from './dateline'
import { childrenOf } from './lexical'
import { oldSite, short } from './testing/context'

describe('a dateline', () => {
  it.each([
    ['MOSCOW, (TDI): Russian President', 'MOSCOW', 'TDI'],
    ['ISLAMABAD (Reuters) — The talks', 'ISLAMABAD', 'Reuters'],
    ['ISLAMABAD: (APP) The talks', 'ISLAMABAD', 'APP'],
    ['KABUL, Afghanistan (AP) -- A blast', 'KABUL, Afghanistan', 'AP'],
    ['KARACHI: The port', 'KARACHI', null],
    ['LONDON — The bank', 'LONDON', null],
    ['NEW DELHI - The court', 'NEW DELHI', null],
    ['ISLAMABAD/LAHORE: Rain', 'ISLAMABAD/LAHORE', null],
    ['ST. PETERSBURG, (TDI) – A ship', 'ST. PETERSBURG', 'TDI'],
    ['WASHINGTON, D.C.: The vote', 'WASHINGTON, D.C.', null],
    ['GAZA: Aid', 'GAZA', null],
    ['ÎLE-D’YEU: Un bateau', 'ÎLE-D’YEU', null],
    ['MOSCOW\u00a0(TDI): Talks', 'MOSCOW', 'TDI'],
  ])('is read from “%s”', (text, place, agency) => expect(readDateline(text)).toMatchObject({ place, agency }))

  it.each(['BREAKING: A fire', 'WATCH: The film', 'UPDATE: More', 'NOTE: This', 'EXCLUSIVE: They', 'Q: Why', 'NASA: The launch', 'COVID-19: Cases', 'Islamabad: The', 'PAKISTAN BEATS INDIA IN LAST OVER: A match', 'THE MINISTER SAID', 'KARACHI The port', 'WASHINGTON, May 12 (Xinhua) -- The', 'LIVE UPDATES: The', 'U.S.: A vote', `${'A VERY LONG PLACE '.repeat(4)}(TDI): Words`, 'MOSCOW (An agency of a very long name): Words'])('is not seen in “%s”', (text) =>
    expect(readDateline(text)).toBeNull(),
  )

  const converted = (content: string) => {
    const { body, dateline, parity } = convertBody(content, oldSite())
    return { nodes: childrenOf(body.root).map(short), dateline, parity }
  }

  it('is taken off the first paragraph, whatever its marks', () => {
    expect(converted('<p><strong>MOSCOW, (TDI):</strong> Russian <em>words</em></p><p>LAHORE: Not this</p>')).toEqual({
      nodes: [{ p: ['Russian ', '2:words'] }, { p: ['LAHORE: Not this'] }],
      dateline: { place: 'MOSCOW', agency: 'TDI' },
      parity: { in: 7, out: 7, missing: [] },
    })
  })

  it('may follow a picture and stand on a line of its own', () => {
    expect(converted('<figure><img src="/uploads/5.jpg"></figure>KARACHI (APP):\nThe port')).toMatchObject({ nodes: [{ image: { media: 5 } }, { p: ['The port'] }], dateline: { place: 'KARACHI', agency: 'APP' } })
  })

  it('is not looked for after other words', () => {
    expect(converted('<h2>Head</h2><p>KARACHI: The port</p>').dateline).toBeNull()
    expect(converted('<p><a href="https://else.example">KARACHI:</a> The port</p>').dateline).toBeNull()
  })
})
