/** What a picture shows and whose it is. */
export function Caption({ caption, credit, className = '' }: { caption: string | null; credit: string | null; className?: string }) {
  if (!caption && !credit) return null
  return (
    <figcaption className={`meta mt-2 max-w-[46rem] ${className}`}>
      {caption}
      {caption && credit && ' '}
      {credit && <span className="whitespace-nowrap opacity-95">{/^(illustration|photo|picture|drawing|map|chart)/i.test(credit) ? credit : `Picture: ${credit}`}</span>}
    </figcaption>
  )
}
