'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ask } from './ask'
import { explainSchedule } from './schedule-words'
import { idOf, useNewsroom } from './use-doc.client'
import { useNow } from './use-now.client'

const LOOK_EVERY_MS = 15_000

/** The heartbeat of the site's clock; undefined until known. Asked only while something is planned. */
function useBeat(wanted: boolean): string | null | undefined {
  const [beatAt, setBeatAt] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    if (!wanted) return
    const look = async () => {
      const answer = await ask<{ clock?: { beatAt?: string | null } }>('/api/health')
      if ('data' in answer) setBeatAt(answer.data.clock?.beatAt ?? null)
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [wanted])
  return beatAt
}

/** Labels of the fields without which a story cannot go out. */
function useMissing(): string {
  return useFormFields(([fields]) => {
    const value = (name: string) => fields[name]?.value
    const missing: string[] = []
    if (!String(value('headline') ?? '').trim()) missing.push('the headline')
    if (idOf(value('section')) === null) missing.push('the section')
    const authors = value('authors')
    if (!Array.isArray(authors) || authors.length === 0) missing.push('the authors')
    return missing.join('|')
  })
}

const isoOf = (value: unknown): string | null => {
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** Under "Publish at": when it goes out, in the newsroom's zone, or why it will not. */
export function ScheduleNote() {
  const at = useFormFields(([fields]) => isoOf(fields.scheduledFor?.value))
  const embargoedUntil = useFormFields(([fields]) => isoOf(fields.embargoedUntil?.value))
  const missing = useMissing()
  const newsroom = useNewsroom()
  const now = useNow(5_000)
  const beatAt = useBeat(at !== null)
  const isSaved = useFormFields(([fields]) => isoOf(fields.scheduledFor?.initialValue)) === at
  if (now === null || newsroom === null) return null
  const lines = explainSchedule({ at, embargoedUntil, missing: missing === '' ? [] : missing.split('|'), beatAt, isSaved, fieldZone: Intl.DateTimeFormat().resolvedOptions().timeZone }, now, newsroom)
  return (
    <div role="status" className="dl-notes">
      {lines.map((line) => (
        <p key={line.text} className={`dl-note dl-note--${line.tone}`}>
          {line.text}
        </p>
      ))}
    </div>
  )
}
