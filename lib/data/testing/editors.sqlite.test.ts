import { vi } from 'vitest'
import { editorsCases } from './editors.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

editorsCases('sqlite')
