import type { Site } from '@/lib/model/site'

/** The newsletter's door; the newsroom's own provider takes it from there. */
export function Newsletter({ site }: { site: Site }) {
  if (!site.newsletterUrl) return null
  return (
    <section aria-label="Newsletter" data-nosnippet="" className="grid items-center gap-x-8 gap-y-5 border-y border-ink py-8 lg:grid-cols-12 lg:py-10">
      <div className="lg:col-span-8">
        <h2 className="hed-xl">{site.name}, every morning</h2>
        <p className="standfirst-l mt-2">The stories that matter, and what they mean, in one letter.</p>
      </div>
      <p className="lg:col-span-4 lg:text-end">
        <a href={site.newsletterUrl} className="button">
          Sign up for the newsletter
        </a>
      </p>
    </section>
  )
}
