import { describe, vi } from 'vitest'
import { failingNoticeCases } from './testing/notices-failing.cases'
import { noticeCases } from './testing/notices.cases'
import { openNoticesDesk } from './testing/notices-desk'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))
vi.mock('next/server', () => ({ after: () => undefined }))

const dialect = process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'postgres'

describe(`notices (${dialect})`, () => {
  const desk = openNoticesDesk(dialect)
  noticeCases(desk)
  failingNoticeCases(desk)
})
