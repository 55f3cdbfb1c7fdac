'use client'

import { Failure } from '@/components/ui/Failure'
import { fontVariables } from './(site)/fonts'
import './(site)/site.css'

/** When even the masthead could not be made. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>Something broke</title>
        <main>
          <Failure retry={reset} />
        </main>
      </body>
    </html>
  )
}
