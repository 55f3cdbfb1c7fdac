/** The way to the report of a newsroom that moved in, below the collections. */
export function MovedInLink() {
  return (
    <a className="nav__link" href="/admin/moved-in">
      <span className="nav__link-label">Moved in</span>
    </a>
  )
}
