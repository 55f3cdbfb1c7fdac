import { getStory } from '@/lib/data/stories'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string }>
}

export default async function StoryGraph({ params }: Props) {
  const story = await getStory((await params).id)
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify({ headline: story?.headline }).replaceAll('<', '\\u003c') }} />
}
