import { describe, expect, it } from 'vitest'
import { forget, recall } from './memory'

let number = 0
const fresh = () => `test ${++number}`

describe('what a process remembers', () => {
  it('asks once, until the tag is forgotten', async () => {
    const name = fresh()
    let asked = 0
    const read = async () => ++asked
    expect(await recall(name, [name], read)).toBe(1)
    expect(await recall(name, [name], read)).toBe(1)
    forget([name])
    expect(await recall(name, [name], read)).toBe(2)
  })

  it('does not keep an answer that was read before the tag was forgotten', async () => {
    const name = fresh()
    let release = (_: string) => {}
    const reading = recall(name, [name], () => new Promise<string>((resolve) => (release = resolve)))
    forget([name])
    release('old')
    expect(await reading).toBe('old')
    expect(await recall(name, [name], async () => 'new')).toBe('new')
  })

  it('reads once for many who ask at the same time', async () => {
    const name = fresh()
    let asked = 0
    const read = async () => ++asked
    expect(await Promise.all([1, 2, 3].map(() => recall(name, [name], read)))).toEqual([1, 1, 1])
  })

  it('lets go of the longest unused when the answers weigh too much', async () => {
    const names = Array.from({ length: 5 }, fresh)
    const weigh = () => 40 * 1024 * 1024
    for (const name of names) await recall(name, [name], async () => 'heavy', { weigh })
    expect(await recall(names[0]!, [], async () => 'read again')).toBe('read again')
    expect(await recall(names[4]!, [], async () => 'read again')).toBe('heavy')
  })

  it('does not keep a failure, nor what it is told not to keep', async () => {
    const name = fresh()
    await expect(recall(name, [name], async () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect(await recall(name, [name], async () => null, { keep: (value) => value !== null })).toBeNull()
    expect(await recall(name, [name], async () => 'there')).toBe('there')
  })
})
