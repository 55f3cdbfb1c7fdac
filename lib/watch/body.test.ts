import { expect, it } from 'vitest'
import { refuseBody } from './body'

const MB = 1024 * 1024
const cookie = 'theme=dark; payload-token=x'

it.each([
  ['nothing', {}, null],
  ['a reading', { 'content-length': '13' }, null],
  ['what a stranger writes', { 'content-length': String(64 * 1024) }, null],
  ['more than a stranger has to say', { 'content-length': String(64 * 1024 + 1) }, 413],
  ['the same with a cookie of another kind', { 'content-length': String(MB), cookie: 'x-payload-token=x' }, 413],
  ['a file of an editor', { 'content-length': String(25 * MB + 1024), cookie }, null],
  ['a file of a program with a token', { 'content-length': String(25 * MB), authorization: 'JWT x' }, null],
  ['a file that is too large', { 'content-length': String(40 * MB), cookie }, 413],
  ['a body of unknown length', { 'transfer-encoding': 'chunked', cookie }, 411],
])('%s', (_, headers, status) => {
  expect(refuseBody(headers)?.status ?? null).toBe(status)
})
