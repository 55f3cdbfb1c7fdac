import { vi } from 'vitest'
import { previewCases } from './preview.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

previewCases('sqlite')
