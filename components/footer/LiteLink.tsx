import { litePath } from '@/lib/routes'

/** The way to the same page in the lite edition. Crawlers know it from here and need not follow it. */
export function LiteLink({ path }: { path: string }) {
  return (
    <p className="lite-link shell no-print meta" data-nosnippet="">
      <a href={litePath(path)} rel="nofollow" className="tap underline decoration-rule underline-offset-4">
        Lite edition of this page
      </a>
      : words alone, for slow or dear connections
    </p>
  )
}
