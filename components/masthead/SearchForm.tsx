import { Icon } from '@/components/ui/Icon'
import { searchPath } from '@/lib/routes'

/** A search that is a plain form; `label` tells it from other searches on the page. */
export function SearchForm({ id, label, className = '' }: { id: string; label: string; className?: string }) {
  return (
    <form action={searchPath} role="search" aria-label={label} className={`flex items-center border-b border-rule focus-within:border-ink ${className}`}>
      <label htmlFor={id} className="sr-only">
        Search stories
      </label>
      <input id={id} name="q" type="search" placeholder="Search" autoComplete="off" enterKeyHint="search" className="field h-11 border-0! text-[0.9375rem]!" />
      <button type="submit" aria-label="Search" className="flex h-11 w-11 shrink-0 cursor-pointer items-center justify-end hover:text-accent">
        <Icon name="search" size={18} />
      </button>
    </form>
  )
}
