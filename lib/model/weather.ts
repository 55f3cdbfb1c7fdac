/** What the sky is doing, in words, from a WMO weather code; `night` only changes the picture. */
export interface Weather {
  city: string
  /** One decimal is shown; the number is in `unit`. */
  temperature: number
  unit: 'celsius' | 'fahrenheit'
  condition: string
  /** When it was measured, ISO 8601, UTC. */
  observedAt: string
}
