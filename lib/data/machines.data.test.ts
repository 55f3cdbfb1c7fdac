import { vi } from 'vitest'
import { machineCases } from './testing/machines.cases'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

machineCases(process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'postgres')
