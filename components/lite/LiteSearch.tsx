import { formatAsked, formatFound, type SearchAsked } from '@/lib/format/search'
import type { Extract, SearchQuery, SearchResult } from '@/lib/model/search'
import { litePath, searchPath, searchResultsPath } from '@/lib/routes'
import { LiteKicker, LiteMeta, LitePages, LiteTitle, type LiteSetting } from './LiteList'

interface Props extends LiteSetting {
  asked: SearchAsked
  query: SearchQuery | null
  result: SearchResult | null
}

/** Search: one field, and what was found. */
export function LiteSearch({ asked, query, result, ...setting }: Props) {
  return (
    <>
      <LiteTitle title="Search" />
      <form action={litePath(searchPath)} role="search">
        <input type="search" name="q" defaultValue={asked.text} aria-label="Search for" maxLength={200} />
        <button type="submit">Search</button>
      </form>
      {asked.problems.map((problem) => (
        <p key={problem.field} role="alert">
          {problem.message}
        </p>
      ))}
      {query && result && <Found query={query} result={result} {...setting} />}
    </>
  )
}

function Found({ query, result, ...setting }: LiteSetting & { query: SearchQuery; result: SearchResult }) {
  return (
    <>
      <p role="status">
        {formatFound(result, setting.zone.locale)} for {formatAsked(query.text)}
      </p>
      {result.suggestion && (
        <p>
          Did you mean <a href={litePath(searchPath) + searchResultsPath({ ...query, text: result.suggestion, page: 1 }).slice(searchPath.length)}>{result.suggestion}</a>?
        </p>
      )}
      <ul className="list">
        {result.hits.map((hit) => (
          <li key={hit.card.id}>
            <LiteKicker card={hit.card} />
            <h2>
              <a href={litePath(hit.card.path)} className="t">
                <Marked extract={hit.headline} />
              </a>
            </h2>
            <p className="stand">
              <Marked extract={hit.extract} />
            </p>
            <LiteMeta card={hit.card} {...setting} />
          </li>
        ))}
      </ul>
      <LitePages paging={result} path={(page) => searchResultsPath({ ...query, page })} />
    </>
  )
}

function Marked({ extract }: { extract: Extract }) {
  return extract.map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>))
}
