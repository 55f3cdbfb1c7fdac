import { vi } from 'vitest'
import { noticeCases } from './testing/notices.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))
vi.mock('next/server', () => ({ after: () => undefined }))

noticeCases(process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'postgres')
