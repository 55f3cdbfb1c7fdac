'use client'

import { useFormFields } from '@payloadcms/ui'
import { adviseLength, HEADLINE, STANDFIRST, type Measure } from './advice'

/** Counts along under a field and says how its length reads. Only the verdict is spoken, not each letter. */
function Meter({ field, measure }: { field: string; measure: Measure }) {
  const text = useFormFields(([fields]) => String(fields[field]?.value ?? ''))
  const { count, grade, advice } = adviseLength(text, measure)
  return (
    <p className={`dl-meter dl-meter--${grade}`}>
      <span>{count}</span>
      <span role="status">{advice && `: ${advice}`}</span>
    </p>
  )
}

export const HeadlineLength = () => <Meter field="headline" measure={HEADLINE} />
export const StandfirstLength = () => <Meter field="standfirst" measure={STANDFIRST} />
