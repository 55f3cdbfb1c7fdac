import type { Thing } from 'schema-dts'
import { writeGraph } from '@/lib/seo/graph/graph'

/** What the page is, for machines, in its head. */
export function Graph({ things }: { things: Thing[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: writeGraph(things) }} />
}
