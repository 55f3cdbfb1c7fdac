'use client'

import { Icon } from '@/components/ui/Icon'

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

function turn() {
  const theme = isDark() ? 'light' : 'dark'
  document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem('theme', theme)
  } catch {
    // Kept for this page only.
  }
}

/** Light or dark; the choice is kept in this browser and set before the page is drawn (see `ThemeScript`). */
export function ThemeSwitch() {
  return (
    <button type="button" onClick={turn} className="needs-script flex h-11 w-11 cursor-pointer items-center justify-center hover:text-accent" aria-label="Switch between light and dark">
      <Icon name="theme" size={18} />
    </button>
  )
}
