import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteList, LitePages, LiteTitle } from '@/components/lite/LiteList'
import { getAuthor, getAuthorRiver } from '@/lib/data/authors'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { pagedPath } from '@/lib/routes'
import { liteMetadata } from '@/lib/seo/metadata'

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
  return author ? liteMetadata({ title: author.name, description: author.biography, path: author.path, page: Number(page) }, site) : {}
}

export default async function LiteAuthorPage({ params }: Props) {
  const { id, page } = await params
  const [author, river] = await Promise.all([getAuthor(id), getAuthorRiver(id, Number(page))])
  if (!author || !river) notFound()
  const [site, { now }] = await Promise.all([getSite(), getMasthead()])
  return (
    <>
      <LiteTitle title={author.name} text={author.biography} over={author.role} />
      <LiteList cards={river.cards} underTitle zone={site} now={now} />
      <LitePages paging={river} path={author.path} />
      <FullEdition path={pagedPath(author.path, river.page)} />
    </>
  )
}
