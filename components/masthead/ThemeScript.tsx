import { themeScript } from '@/lib/format/theme-script'

/** Sets the scheme the reader chose before anything is drawn. Its digest stands in the policy of every page (lib/watch/policy.ts). */
export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: themeScript }} />
}
