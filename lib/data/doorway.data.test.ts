import { vi } from 'vitest'
import { doorwayCases } from './testing/doorway.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

doorwayCases(process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'postgres')
