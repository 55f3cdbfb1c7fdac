import type { ReactNode } from 'react'
import './preview.css'

/** Previews alone load the style of their bar. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return children
}
