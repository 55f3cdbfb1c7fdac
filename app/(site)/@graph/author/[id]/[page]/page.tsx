import { getAuthor } from '@/lib/data/authors'
import { getSite } from '@/lib/data/site'
import { authorGraph } from '@/lib/seo/graph/pages'
import { Graph } from '../../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string; page: string }>
}

export default async function AuthorGraph({ params }: Props) {
  const { id, page } = await params
  const [author, site] = await Promise.all([getAuthor(id), getSite()])
  return author && <Graph things={authorGraph(author, Number(page), site)} />
}
