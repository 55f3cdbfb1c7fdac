import type { Card } from '@/lib/model/card'

/** A headline in a widget: all of a card that goes to the browser. */
export interface Headline {
  path: string
  headline: string
  publishedAt: string
}

export const toHeadline = ({ path, headline, publishedAt }: Card): Headline => ({ path, headline, publishedAt })
