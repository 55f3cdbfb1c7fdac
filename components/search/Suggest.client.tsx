'use client'

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useState } from 'react'
import { queryClient } from '@/lib/queries/client'
import { suggestionsQuery } from '@/lib/queries/suggestions'

/** The words field; with a script, stories are offered while typing. */
export function Suggest({ id, typed }: { id: string; typed: string }) {
  const [text, setText] = useState(typed)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const wanted = useDeferredValue(text.trim())
  const { data = [] } = useQuery({ ...suggestionsQuery(wanted), enabled: open && wanted.length >= 2 }, queryClient())
  const shown = open && wanted.length >= 2 ? data : []

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + shown.length + 1) % (shown.length + 1))
    }
    const chosen = shown[active]
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      location.assign(chosen.path)
    }
  }

  return (
    <div className="relative min-w-0 grow" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <input
        id={id}
        name="q"
        type="text"
        inputMode="search"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
        enterKeyHint="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        className="field text-[1.25rem]!"
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Suggested stories" hidden={shown.length === 0} className="absolute inset-x-0 z-10 border border-t-0 border-ink bg-paper">
        {shown.map((row, i) => (
          <li key={row.path} id={`${id}-${i}`} role="option" aria-selected={i === active} className={`border-t border-rule ${i === active ? 'bg-tint' : ''}`}>
            <a href={row.path} tabIndex={-1} className="hed-xs block px-3 py-2.5">
              {row.headline}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
