import { describe, expect, it } from 'vitest'
import { parseQuery } from './query'

const shown = (text: string) => parseQuery(text).map((part) => part.terms.join('+') + (part.prefix ? '*' : ''))

describe('what was typed, as what is looked for', () => {
  it.each([
    ['trade talks', ['trade', 'talk*']],
    ['"trade talks" border', ['trade+talk', 'border*']],
    ['border "trade talks"', ['border', 'trade+talk']],
    ['“trade talks”', ['trade+talk']],
    ['«trade talks» x', ['trade+talk', 'x*']],
    ['trade "talks', ['trade', 'talk*']],
    ['"', []],
    ['""', []],
    ['trade trade trade', ['trade*']],
    ['the price of water', ['price', 'water*']],
    ['to be', ['to', 'be*']],
    ['"the price of"', ['the+price+of']],
    ['NOT a AND (b OR -c) NEAR/2 headline:d*', ['not', 'b', 'c', 'near', '2', 'headline', 'd*']],
    ['新闻网站', ['新闻+闻网+网站*']],
    ['国', ['国*']],
    ['"新闻 网站"', ['新闻+闻+网站']],
    ['😀', []],
    ['', []],
  ])('%s', (text, parts) => {
    expect(shown(text)).toEqual(parts)
  })

  it('looks for twelve things at most, in the first six hundred letters', () => {
    expect(parseQuery(Array.from({ length: 3000 }, (_, i) => `w${i}`).join(' '))).toHaveLength(12)
    expect(parseQuery(' '.repeat(600) + 'late')).toEqual([])
    expect(parseQuery('网'.repeat(500) + '站')[0]!.terms).toHaveLength(12)
  })
})
