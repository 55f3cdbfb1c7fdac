/** One line of a redirect file, as it stands there: nothing is settled yet. */
export interface Rule {
  from: string
  /** Empty where the file names none: gone, or an error. */
  to: string
  /** HTTP status; null where the file does not say. */
  code: number | null
  /** Whether `from` is a pattern rather than a path. */
  isPattern: boolean
  /** Switched off on the old site. */
  isOff: boolean
  /** What else must be so for it to apply ("login", a RewriteCond …); null when nothing. */
  condition: string | null
  /** The line as somebody would find it again. */
  shown: string
}
