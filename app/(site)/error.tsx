'use client'

import { Failure } from '@/components/ui/Failure'

export default function SiteError({ reset }: { reset: () => void }) {
  return <Failure retry={reset} />
}
