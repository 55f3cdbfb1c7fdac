import { vi } from 'vitest'
import { searchCases } from './testing/search.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

searchCases(process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'postgres')
