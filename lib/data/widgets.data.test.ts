import { vi } from 'vitest'
import { widgetCases } from './testing/widgets.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))
vi.mock('next/server', () => ({ after: () => undefined }))

widgetCases(process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'postgres')
