'use client'

import { Button } from '@payloadcms/ui'
import { useState, type KeyboardEvent } from 'react'
import { LINK_HOURS } from '@/lib/model/preview-link'

export interface Wish {
  note: string
  hours: number
  frozen: boolean
}

const SPANS: Record<number, string> = { 1: '1 hour', 24: '1 day', 168: '7 days', 720: '30 days' }

/** Makes a link. Not a form of its own: it stands inside the story's, which must not be sent by it. */
export function PreviewLinkForm({ onMake }: { onMake: (wish: Wish) => Promise<string | null> }) {
  const [wish, setWish] = useState<Wish>({ note: '', hours: 24, frozen: false })
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const make = async () => {
    if (wish.note.trim() === '') return setProblem('Say for whom it is, so that you know later whom to ask.')
    setIsBusy(true)
    const failed = await onMake(wish)
    setIsBusy(false)
    setProblem(failed)
    if (failed === null) setWish((last) => ({ ...last, note: '' }))
  }
  const makeOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void make()
  }
  return (
    <div className="dl-link-form" role="group" aria-label="New preview link">
      <label>
        <span>For whom</span>
        <input
          type="text"
          maxLength={120}
          placeholder="Counsel, first read"
          value={wish.note}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'dl-link-problem'}
          onChange={(event) => setWish({ ...wish, note: event.target.value })}
          onKeyDown={makeOnEnter}
        />
      </label>
      <label>
        <span>Holds for</span>
        <select value={wish.hours} onChange={(event) => setWish({ ...wish, hours: Number(event.target.value) })}>
          {LINK_HOURS.map((hours) => (
            <option key={hours} value={hours}>
              {SPANS[hours]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Shows</span>
        <select value={wish.frozen ? 'frozen' : 'newest'} onChange={(event) => setWish({ ...wish, frozen: event.target.value === 'frozen' })}>
          <option value="newest">Always the newest draft</option>
          <option value="frozen">The draft as it is now</option>
        </select>
      </label>
      <Button buttonStyle="secondary" size="medium" margin={false} disabled={isBusy} onClick={() => void make()}>
        {isBusy ? 'Making …' : 'Make a link'}
      </Button>
      {problem !== null && (
        <p id="dl-link-problem" role="alert" className="dl-note dl-note--warn">
          {problem}
        </p>
      )}
    </div>
  )
}
