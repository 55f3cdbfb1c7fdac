import { describe, vi } from 'vitest'
import { widgetCases } from './widgets.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))
vi.mock('next/server', () => ({ after: () => undefined }))

describe.skipIf(!process.env.TEST_POSTGRES_URL)('on PostgreSQL (needs TEST_POSTGRES_URL)', () => widgetCases('postgres'))
