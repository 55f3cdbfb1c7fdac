import { getSite } from '@/lib/data/site'
import { formatCalendarDay, formatMonthName } from '@/lib/format/dates'
import { archivePath } from '@/lib/routes'
import { listGraph } from '@/lib/seo/graph/pages'
import { Graph } from '../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ date: string[] }>
}

export default async function ArchiveGraph({ params }: Props) {
  const [{ date }, site] = await Promise.all([params, getSite()])
  const [year, month, day] = date.map(Number)
  const trail = [{ name: 'Archive', path: archivePath() }]
  if (year && month) trail.push({ name: `${formatMonthName(month, site.locale)} ${year}`, path: archivePath(year, month) })
  if (year && month && day) trail.push({ name: formatCalendarDay(year, month, day, site.locale), path: archivePath(year, month, day) })
  const here = trail.at(-1)!
  return <Graph things={listGraph({ ...here, description: null, trail }, site)} />
}
