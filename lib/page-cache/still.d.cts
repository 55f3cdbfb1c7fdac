export function withoutStill(data: string): string
