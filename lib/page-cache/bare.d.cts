export function isLite(html: string): boolean
export function bare(html: string): string
