import type { BreakingBar as Breaking } from '@/lib/model/site'

/** One line of breaking news above everything, in the accent. */
export function BreakingBar({ breaking }: { breaking: Breaking }) {
  const text = <span className="font-serif text-[1.0625rem] leading-snug font-medium">{breaking.text}</span>
  return (
    <aside aria-label="Breaking news" className="no-print bg-accent-fill text-on-accent" data-nosnippet="">
      <div className="shell flex flex-wrap items-baseline gap-x-3 py-2.5">
        <strong className="font-sans text-[0.8125rem] font-bold">{breaking.label}</strong>
        {breaking.path ? (
          <a href={breaking.path} className="hover:text-on-accent hover:underline">
            {text}
          </a>
        ) : (
          text
        )}
      </div>
    </aside>
  )
}
