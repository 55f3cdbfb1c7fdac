import { describe, expect, it } from 'vitest'
import { convertBody } from './convert'
import { childrenOf } from './lexical'
import { oldSite, short } from './testing/context'

const STORY = 'https://old.example/known-9/'
const shown = (content: string) => {
  const { body, parity } = convertBody(content, oldSite())
  expect(parity).toEqual({ in: parity.in, out: parity.in, missing: [] })
  return childrenOf(body.root).map(short)
}
const reference = { readAlso: { story: 9 } }

describe('“Read also” lines', () => {
  it.each([
    `<p>Read Also: <a href="${STORY}">Its headline</a></p>`,
    `<p><strong>Also Read:</strong> <a href="${STORY}"><em>Its headline</em></a></p>`,
    `<p><a href="${STORY}">Read Also: Its headline</a></p>`,
    `<p><em><a href="${STORY}"><b>Also Read</b>: Its headline</a></em>.</p>`,
    `<p>See also <a href="${STORY}">Its headline</a></p>`,
    `<p>▶ Read more: <a href="${STORY}">Its headline</a></p>`,
    `<p>Related: <a href="${STORY}">Its</a> <a href="${STORY}">headline</a></p>`,
    `<p>READ ALSO | <a href="${STORY}">Its headline</a></p>`,
    `<p>Read Also:<br><a href="${STORY}">Its headline</a></p>`,
    `<p>Read Also:</p><p><a href="${STORY}">Its headline</a></p>`,
    `<h4>Related stories</h4><ul><li><a href="${STORY}">Its headline</a></li></ul>`,
    `<blockquote><p>Also see: <a href="${STORY}">Its headline</a></p></blockquote>`,
  ])('become references: %s', (content) => expect(shown(`<p>a</p>${content}<p>b</p>`)).toEqual([{ p: ['a'] }, reference, { p: ['b'] }]))

  it.each([
    '<p>Read Also: <a href="https://old.example/unknown/">Its headline</a></p>',
    '<p>Read Also: <a href="https://else.example/known">Its headline</a></p>',
    `<p>Read Also: <a href="${STORY}">One</a> and <a href="/known-8/">two</a></p>`,
    `<p>Read also what <a href="${STORY}">he said</a> of it.</p>`,
    `<p>Read <a href="${STORY}">this</a></p>`,
    `<p>He went on. Read more: <a href="${STORY}">Its headline</a></p>`,
    '<p>Read Also: something without a link</p>',
    '<p>Related:</p><p>Words</p>',
  ])('stay text where they are more or lead elsewhere: %s', (content) => expect(JSON.stringify(shown(content))).not.toContain('readAlso'))

  it('may be a line of a paragraph, and several may follow one label', () => {
    expect(shown(`Words.\nRead Also: <a href="${STORY}">Its headline</a>\nMore.`)).toEqual([{ p: ['Words.'] }, reference, { p: ['More.'] }])
    expect(shown(`<h3>Related</h3><ul><li><a href="${STORY}">One</a></li><li><a href="/known-8/">Two</a></li></ul>`)).toEqual([reference, { readAlso: { story: 8 } }])
  })
})
