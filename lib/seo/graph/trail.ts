import type { BreadcrumbList } from 'schema-dts'
import { homeName } from '@/lib/format/words'
import { homePath } from '@/lib/routes'
import { idOf, urlOf } from './graph'

interface Step {
  name: string
  path: string
}

/** From the front page down to an address: the trail that readers see above it, and the page itself. `steps` begin below the front page. */
export function breadcrumb(path: string, steps: readonly Step[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    '@id': idOf(path, 'breadcrumb'),
    itemListElement: [{ name: homeName, path: homePath }, ...steps].map((step, i) => ({ '@type': 'ListItem', position: i + 1, name: step.name, item: urlOf(step.path) })),
  }
}
