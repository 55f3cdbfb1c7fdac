import { describe, expect, it } from 'vitest'
import { guessTimeZone, readDate } from './dates'

const NONE = '0000-00-00 00:00:00'
const dates = (date: string, dateGmt: string, pubDate: string) => ({ date, dateGmt, pubDate })

describe('readDate', () => {
  it.each<[string, { date: string; dateGmt: string; pubDate: string }, string | null, 'gmt' | 'rss' | 'local' | null]>([
    ['GMT before all', dates('2019-05-12 10:00:00', '2019-05-12 05:00:00', 'Sun, 12 May 2019 09:09:09 +0000'), '2019-05-12T05:00:00.000Z', 'gmt'],
    ['the RSS date without GMT', dates('2019-05-12 10:00:00', NONE, 'Sun, 12 May 2019 05:00:00 +0000'), '2019-05-12T05:00:00.000Z', 'rss'],
    ['the RSS date with its own zone', dates('', '', 'Sun, 12 May 2019 05:00:00 +0530'), '2019-05-11T23:30:00.000Z', 'rss'],
    ['the RSS date with a named zone', dates('', '', '12 May 19 05:00 EDT'), '2019-05-12T09:00:00.000Z', 'rss'],
    ['the RSS date of another century', dates('', '', 'Fri, 12 May 95 05:00:00 GMT'), '1995-05-12T05:00:00.000Z', 'rss'],
    ['the clocks of a draft', dates('2019-05-12 10:00:00', NONE, 'Mon, 30 Nov -0001 00:00:00 +0000'), '2019-05-12T05:00:00.000Z', 'local'],
    ['the clocks when RSS says the epoch', dates('2019-05-12 10:00:00', NONE, 'Thu, 01 Jan 1970 00:00:00 +0000'), '2019-05-12T05:00:00.000Z', 'local'],
    ['the clocks when GMT is the epoch', dates('2019-05-12 10:00:00', '1970-01-01 00:00:00', ''), '2019-05-12T05:00:00.000Z', 'local'],
    ['a day without an hour', dates('2019-05-12', '', ''), '2019-05-11T19:00:00.000Z', 'local'],
    ['nothing at all', dates('', '', ''), null, null],
    ['zeros', dates(NONE, NONE, 'Wed, 30 Nov -0001 00:00:00 +0000'), null, null],
    ['a day that no calendar has', dates('2019-02-30 10:00:00', '2019-13-01 00:00:00', 'Sun, 31 Feb 2019 05:00:00 +0000'), null, null],
    ['an hour that no clock has', dates('2019-02-20 25:00:00', '2019-02-20 10:61:00', 'Sun, 12 Mai 2019 05:00:00 +0000'), null, null],
    ['words', dates('yesterday', 'soon', 'some time ago'), null, null],
    ['a date before the epoch', dates('', '1899-12-31 23:59:59', ''), '1899-12-31T23:59:59.000Z', 'gmt'],
  ])('takes %s', (_, given, at, from) => {
    expect(readDate(given, 'Asia/Karachi')).toEqual({ at, from })
  })

  it.each([
    ['2019-07-01 12:00:00', 'America/New_York', '2019-07-01T16:00:00.000Z'],
    ['2019-01-01 12:00:00', 'America/New_York', '2019-01-01T17:00:00.000Z'],
    ['2019-03-10 01:59:59', 'America/New_York', '2019-03-10T06:59:59.000Z'],
    ['2019-03-10 02:30:00', 'America/New_York', '2019-03-10T07:30:00.000Z'],
    ['2019-03-10 03:00:00', 'America/New_York', '2019-03-10T07:00:00.000Z'],
    ['2019-11-03 01:30:00', 'America/New_York', '2019-11-03T05:30:00.000Z'],
    ['2019-11-03 02:00:00', 'America/New_York', '2019-11-03T07:00:00.000Z'],
    ['2019-05-12 10:00:00', 'Asia/Kathmandu', '2019-05-12T04:15:00.000Z'],
    ['2011-12-31 00:30:00', 'Pacific/Apia', '2011-12-30T10:30:00.000Z'],
    ['2019-05-12 10:00:00', '+05:30', '2019-05-12T04:30:00.000Z'],
    ['2019-05-12 10:00:00', '-0300', '2019-05-12T13:00:00.000Z'],
  ])('reads %s by the clocks of %s', (date, zone, at) => {
    expect(readDate(dates(date, NONE, ''), zone).at).toBe(at)
  })
})

describe('guessTimeZone', () => {
  const pair = (date: string, dateGmt: string) => ({ date, dateGmt })
  const karachi = pair('2019-05-12 10:00:00', '2019-05-12 05:00:00')

  it.each([
    ['no dates', [], null],
    ['drafts only', [pair('2019-05-12 10:00:00', NONE)], null],
    ['one zone', [karachi, karachi, pair('2019-05-12 00:30:00', '2019-05-11 19:30:00')], 300],
    ['a zone west of GMT', [pair('2019-05-11 20:30:00', '2019-05-12 00:00:00')], -210],
    ['GMT', [pair('2019-05-12 10:00:00', '2019-05-12 10:00:00')], 0],
    ['summer and winter', [pair('2019-07-01 12:00:00', '2019-07-01 10:00:00'), pair('2019-07-02 12:00:00', '2019-07-02 10:00:00'), pair('2019-01-01 12:00:00', '2019-01-01 11:00:00')], 120],
    ['dates that an editor moved', [karachi, pair('2020-01-01 10:00:00', '2019-05-12 05:00:00'), pair('2019-05-12 10:00:07', '2019-05-12 05:00:00')], 300],
    ['no majority', [karachi, pair('2019-07-01 12:00:00', '2019-07-01 10:00:00'), pair('2019-01-01 12:00:00', '2019-01-01 11:00:00')], null],
  ])('of %s', (_, pairs, expected) => {
    expect(guessTimeZone(pairs)).toBe(expected)
  })
})
