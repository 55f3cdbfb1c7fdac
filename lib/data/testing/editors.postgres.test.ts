import { describe, vi } from 'vitest'
import { editorsCases } from './editors.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

describe.skipIf(!process.env.TEST_POSTGRES_URL)('on PostgreSQL (needs TEST_POSTGRES_URL)', () => editorsCases('postgres'))
