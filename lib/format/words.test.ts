import { describe, expect, it } from 'vitest'
import { formatCount, formatNumberOf, formatReadingTime } from './counts'
import { networkWords } from './social'
import { formatTemperature, formatWeather, isWeatherCurrent } from './weather'
import { formatDateline, formatNames, initials, kindLabel, nameSeparator } from './words'

describe('counts', () => {
  it.each([
    [4846, 'full', '4,846'],
    [4846, 'short', '4.8K'],
    [999, 'short', '999'],
    [1000, 'short', '1K'],
    [999_999, 'short', '999.9K'],
    [1_250_000, 'short', '1.2M'],
    [0, 'full', '0'],
  ] as const)('%i %s', (count, style, expected) => {
    expect(formatCount(count, style, 'en-PK')).toBe(expected)
  })

  it('counts things', () => {
    expect(formatNumberOf(1, 'story', 'stories', 'en')).toBe('1 story')
    expect(formatNumberOf(1200, 'story', 'stories', 'en')).toBe('1,200 stories')
    expect(formatReadingTime(6)).toBe('6 min read')
  })
})

describe('a network’s own words', () => {
  it.each([
    ['facebook', 4846, 'Fans', 'Like'],
    ['x', 2669, 'Followers', 'Follow'],
    ['youtube', 1700, 'Subscribers', 'Subscribe'],
    ['youtube', 1, 'Subscriber', 'Subscribe'],
    ['telegram', null, 'Subscribers', 'Subscribe'],
    ['whatsapp', 12, 'Subscribers', 'Subscribe'],
  ] as const)('%s', (network, count, unit, action) => {
    expect(networkWords(network, count)).toMatchObject({ unit, action })
  })
})

describe('weather', () => {
  it.each([
    [9.44, 'celsius', '9.4\u00a0°C'],
    [-0.04, 'celsius', '0.0\u00a0°C'],
    [-3.25, 'celsius', '−3.2\u00a0°C'],
    [48.92, 'fahrenheit', '48.9\u00a0°F'],
    [20, 'celsius', '20.0\u00a0°C'],
  ] as const)('%d %s', (temperature, unit, expected) => {
    expect(formatTemperature({ temperature, unit })).toBe(expected)
  })

  it('adds the condition', () => {
    const weather = { city: 'Islamabad', temperature: 9.4, unit: 'celsius', condition: 'Clear', observedAt: '2025-01-16T05:00:00Z' } as const
    expect(formatWeather(weather)).toBe('9.4\u00a0°C, Clear')
    expect(isWeatherCurrent(weather, Date.parse('2025-01-16T07:59:59Z'))).toBe(true)
    expect(isWeatherCurrent(weather, Date.parse('2025-01-16T08:00:00Z'))).toBe(false)
  })
})

describe('names', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j', (names, expected) => {
    expect(formatNames(names)).toBe(expected)
    expect(names.map((name, i) => nameSeparator(i, names.length) + name).join('')).toBe(expected)
  })

  it.each([
    ['Amna Rehmat', 'AR'],
    ['Émile de la Tour', 'ÉT'],
    ['Sting', 'S'],
    ['', ''],
  ])('initials of %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })

  it('writes datelines and kinds', () => {
    expect(formatDateline({ place: 'Moscow', agency: 'TDI' })).toBe('MOSCOW, (TDI)')
    expect(formatDateline({ place: 'Quetta', agency: null })).toBe('QUETTA')
    expect(kindLabel('news')).toBeNull()
    expect(kindLabel('analysis')).toBe('Analysis')
  })
})
