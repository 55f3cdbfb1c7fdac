export function policyOf(html: string): string
export function writePolicy(sources: { script: string; style: string; styleAttribute: string }): string
export function digest(text: string): string
