import { describe, expect, it } from 'vitest'
import { withoutStill } from './still.cjs'

const STILL = { dangerouslySetInnerHTML: { __html: '' }, suppressHydrationWarning: true }
const rows = (lines: Record<string, unknown>) => Object.entries(lines).map(([id, value]) => `${id}:${typeof value === 'string' && /^[A-Z]/.test(value) ? value : JSON.stringify(value)}\n`).join('')
const read = (data: string) => Object.fromEntries(data.trimEnd().split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
const page = (data: string) => JSON.parse(read(withoutStill(data))['0']!) as unknown

const COMPONENT = 'I[12,["/a.js"],"Today"]'

describe('withoutStill', () => {
  it('keeps the way to what lives in the browser, and of everything else only that it is there', () => {
    const data = rows({ 1: COMPONENT, 0: ['$', 'body', null, { children: [['$', 'header', null, { className: 'wide', children: ['$', '$L1', null, { day: '2026-11-24' }] }], ['$', 'p', 'a', { className: 'text', children: ['Words, ', ['$', 'em', null, { children: 'many' }]] }]] }] })
    expect(page(data)).toEqual(['$', 'body', null, { children: [['$', 'header', null, { className: 'wide', children: ['$', '$L1', null, { day: '2026-11-24' }] }], ['$', 'p', 'a', STILL]] }])
    expect(read(withoutStill(data))['1']).toBe(COMPONENT)
  })

  it('looks into other rows, and drops those that nobody needs any more', () => {
    const data = rows({ 1: COMPONENT, 2: '$Sreact.fragment', 3: ['$', 'p', null, { children: 'Far away' }], 4: ['$', 'div', null, { children: ['$', '$L1', null, {}] }], 0: ['$', '$2', null, { children: ['$L3', '$L4'] }] })
    expect(page(data)).toEqual(['$', '$2', null, { children: [['$', 'p', null, STILL], ['$', 'div', null, { children: ['$', '$L1', null, {}] }]] }])
    expect(Object.keys(read(withoutStill(data)))).toEqual(['0', '1', '2'])
  })

  it('follows paths into rows, and takes in long texts', () => {
    const text = '$5 a litre: “petrol” grows dear'
    const data = `2:T${Buffer.byteLength(text).toString(16)},${text}${rows({ 1: COMPONENT, 3: ['$', 'main', null, { 'data-of': { name: 'x' }, children: ['$', '$L1', null, {}] }], 0: ['$', '$L1', null, { headline: '$2', of: '$3:props:data-of' }] })}`
    expect(page(data)).toEqual(['$', '$L1', null, { headline: `$${text}`, of: { name: 'x' } }])
  })

  it('keeps promises and maps as rows of their own', () => {
    const data = rows({ 1: COMPONENT, 3: [['children', { said: ['$', 'p', null, { children: 'Words' }] }]], 4: null, 0: { map: '$Q3', later: ['$', '$L1', null, { children: '$@4' }] } })
    const kept = read(withoutStill(data))
    expect(JSON.parse(kept['0']!)).toEqual({ map: '$Q3', later: ['$', '$L1', null, { children: '$@4' }] })
    expect(JSON.parse(kept['3']!)).toEqual([['children', { said: ['$', 'p', null, STILL] }]])
    expect(kept['4']).toBe('null')
  })

  it('leaves alone what a component may show later, and elements that React has rules of its own for', () => {
    const shown = ['$', '$L1', null, { fallback: ['$', 'p', null, { children: 'Later' }] }]
    const input = ['$', 'input', null, { name: 'q' }]
    const style = ['$', 'link', null, { rel: 'stylesheet', href: '/a.css', precedence: 'next' }]
    expect(page(rows({ 1: COMPONENT, 0: [shown, input, style] }))).toEqual([shown, input, style])
  })

  it('leaves nothing to wait for in the head', () => {
    const data = rows({ 1: COMPONENT, 0: ['$', 'html', null, { lang: 'en', children: [['$', 'head', null, { children: ['$', '$L1', null, { error: '$2' }] }], ['$', 'body', null, { children: ['$', '$L1', null, {}] }]] }] })
    expect(page(data)).toEqual(['$', 'html', null, { lang: 'en', children: [['$', 'head', null, { children: null }], ['$', 'body', null, { children: ['$', '$L1', null, {}] }]] }])
  })

  it('says nothing of what React has put into the head', () => {
    expect(page(rows({ 1: COMPONENT, 0: [['$', 'title', null, { children: 'A page' }], ['$', 'meta', null, { name: 'robots' }], ['$', 'link', null, { rel: 'canonical', href: '/a' }]] }))).toEqual([null, null, null])
  })

  it.each([
    ['a stream in bytes', '1:o4,abcd0:["$","p",null,{"children":"Words"}]\n'],
    ['a kind of value it does not know', '1:[]\n0:{"set":"$W1"}\n'],
    ['a path to nothing', '1:{}\n0:{"of":"$1:props:x"}\n'],
    ['no page', '1:["$","p",null,{}]\n'],
  ])('sends as it was: %s', (_, data) => {
    expect(withoutStill(data)).toBe(data)
  })
})
