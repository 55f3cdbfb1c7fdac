/** The id of a relationship, whether it came populated, bare or empty. */
export const idOf = (value: unknown): number | null => {
  const id = typeof value === 'object' && value !== null ? (value as { id: unknown }).id : value
  return id === null || id === undefined || id === '' ? null : Number(id)
}
