import { homePath } from '@/lib/routes'

/** The newspaper's name, set in type. */
export function Wordmark({ name, className = '' }: { name: string; className?: string }) {
  return (
    <a href={homePath} className={`nameplate hover:text-ink hover:no-underline ${className}`}>
      {name}
    </a>
  )
}
