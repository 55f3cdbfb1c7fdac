/** True for a full https address: what an embed or a contact may point at. */
export function isFollowable(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:'
}

/** True for a full http or https address: where a piece was first published. */
export function isFullAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value)
}
