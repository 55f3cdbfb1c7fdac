/** True for a full https address: what an embed or a contact may point at. */
export function isFollowable(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:'
}
