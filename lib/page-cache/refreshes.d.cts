export class Refreshes {
  constructor(now?: () => number)
  begin(key: string): boolean
  end(key: string): void
}
