import { vi } from 'vitest'
import { searchCases } from './search.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

searchCases('sqlite')
