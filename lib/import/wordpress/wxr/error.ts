import type { Place } from './place'

/** The file cannot be read any further. The message says where, why and what to do about it. */
export class WxrError extends Error {
  override readonly name = 'WxrError'
  readonly line: number
  readonly column: number

  constructor(
    message: string,
    { line, column }: Place,
    /** How many items were read before. */
    readonly items = 0,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.line = line
    this.column = column
  }
}
