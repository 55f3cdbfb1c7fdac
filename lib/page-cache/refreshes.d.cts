export class Refreshes {
  constructor(now?: () => number)
  begin(key: string, isUrgent?: boolean): boolean
  end(key: string): void
}
