import type { Payload } from 'payload'

/** The newsroom's own mark at the head of the back office. */
export function BrandIcon() {
  return <img className="dl-brand-icon" src="/icon.svg" alt="" width={26} height={26} />
}

/** The newsroom's name above the form to log in. */
export async function BrandLogo({ payload }: { payload: Payload }) {
  const { name } = await payload.findGlobal({ slug: 'settings', depth: 0, select: { name: true } })
  return (
    <p className="dl-brand">
      <BrandIcon />
      {name}
    </p>
  )
}
