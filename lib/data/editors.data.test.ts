import { vi } from 'vitest'
import { editorsCases } from './testing/editors.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

editorsCases(process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'postgres')
