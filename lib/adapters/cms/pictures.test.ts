import { expect, it } from 'vitest'
import { toPicture } from './pictures'

const picture = { id: 1, filename: 'boat.jpg', mimeType: 'image/jpeg', width: 800, height: 600 }
// As the back office writes the ninth of March.
const NINTH = '2026-03-09T12:00:00.000Z'

it.each([
  ['UTC', '2026-03-09T23:59:59.000Z', true],
  ['UTC', '2026-03-10T00:00:00.000Z', false],
  ['Asia/Karachi', '2026-03-09T18:59:59.000Z', true],
  ['Asia/Karachi', '2026-03-09T19:00:00.000Z', false],
  ['America/Los_Angeles', '2026-03-10T06:59:59.000Z', true],
  ['America/Los_Angeles', '2026-03-10T07:00:00.000Z', false],
  ['Pacific/Kiritimati', '2026-03-09T10:00:00.000Z', false],
])('a picture is shown until the last day of its rights is over in the newsroom: %s, %s', (timeZone, now, isShown) => {
  expect(toPicture({ ...picture, rightsExpireAt: NINTH, timeZone }, new Date(now)) !== null).toBe(isShown)
})

it('a picture without an end of its rights is shown', () => {
  expect(toPicture(picture)).toMatchObject({ src: '/api/media/file/boat.jpg' })
})
