/** A page without a graph of its own. */
export default function NoGraph() {
  return null
}
