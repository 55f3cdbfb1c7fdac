import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AuthorView } from '@/components/front/AuthorView'
import { Rail } from '@/components/widgets/Rail'
import { LiteLink } from '@/components/footer/LiteLink'
import { getAuthor, getAuthorRiver } from '@/lib/data/authors'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { listLatestBeside } from '@/lib/data/stories'
import { listTrending } from '@/lib/data/trending'
import { pagedPath } from '@/lib/routes'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string; page: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, page } = await params
  const [author, site] = await Promise.all([getAuthor(id), getSite()])
  if (!author) return {}
  return listMetadata({ title: author.name, description: author.biography, path: author.path, page: Number(page), feed: true, type: 'profile' }, site)
}

export default async function AuthorPage({ params }: Props) {
  const { id, page } = await params
  const [author, river] = await Promise.all([getAuthor(id), getAuthorRiver(id, Number(page))])
  if (!author || !river) notFound()
  const [site, { now }, trending, latest] = await Promise.all([getSite(), getMasthead(), listTrending(5), listLatestBeside(6)])
  const rail = <Rail trending={trending} latest={latest} site={site} now={now} />
  return (
    <>
      <AuthorView author={author} river={river} rail={rail} now={now} zone={site} />
      <LiteLink path={pagedPath(author.path, river.page)} />
    </>
  )
}
