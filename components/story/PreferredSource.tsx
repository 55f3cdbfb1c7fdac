import { preferOnGoogle } from '@/lib/format/share'
import { siteOrigin } from '@/lib/site'

/** Lets a reader ask Google for more of this newsroom. */
export function PreferredSource({ name }: { name: string }) {
  return (
    <p className="no-print meta mt-8 max-w-[37rem] border-t border-rule pt-3">
      <a href={preferOnGoogle(siteOrigin)} rel="noopener nofollow" className="tap underline decoration-rule underline-offset-4">
        Prefer {name} on Google
      </a>
      : its stories come up first when you search for news.
    </p>
  )
}
