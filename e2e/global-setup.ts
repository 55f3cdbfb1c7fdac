import type { FullConfig } from '@playwright/test'
import { logEverybodyIn } from './pages/newsroom'

/** Once the site stands: accounts for the tests that need one. */
export default async function setUp(config: FullConfig): Promise<void> {
  await logEverybodyIn(config.projects[0]!.use.baseURL!)
}
