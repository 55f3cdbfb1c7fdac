import { RowPicture } from '@/components/front/Cards'
import { CardMeta, Kicker, type Setting } from '@/components/front/CardText'
import { PageTitle } from '@/components/ui/PageTitle'
import { Pagination } from '@/components/ui/Pagination'
import { formatAsked, formatFound, type SearchAsked } from '@/lib/format/search'
import type { SectionLink } from '@/lib/model/card'
import type { Extract, SearchHit, SearchQuery, SearchResult } from '@/lib/model/search'
import { searchResultsPath } from '@/lib/routes'
import { SearchFields } from './SearchFields'

interface Props extends Setting {
  asked: SearchAsked
  /** What was looked for; null when nothing could be. */
  query: SearchQuery | null
  result: SearchResult | null
  sections: SectionLink[]
}

/** Search: its form, what was found, or what to try instead. */
export function SearchView({ asked, query, result, sections, ...setting }: Props) {
  return (
    <div className="shell">
      <PageTitle title="Search" />
      <div className="border-t border-ink pt-6 lg:grid lg:grid-cols-12 lg:gap-x-8">
        <div className="lg:col-span-4">
          <SearchFields asked={asked} sections={sections} />
        </div>
        <div className="mt-8 lg:col-span-8 lg:mt-0">{query && result ? <Found query={query} result={result} {...setting} /> : <NotAsked asked={asked} />}</div>
      </div>
    </div>
  )
}

function NotAsked({ asked }: { asked: SearchAsked }) {
  const text = asked.problems.length > 0 ? 'Nothing was looked for: see the form.' : 'Type a word or a name. Every story is searched, its headline first.'
  return <p className="standfirst-l">{text}</p>
}

function Found({ query, result, ...setting }: Setting & { query: SearchQuery; result: SearchResult }) {
  return (
    <section aria-label="Results">
      <p className="hed-m mb-5" role="status">
        {formatFound(result, setting.zone.locale)} for {formatAsked(query.text)}
      </p>
      {result.suggestion && (
        <p className="standfirst mb-5">
          Did you mean{' '}
          <a href={searchResultsPath({ ...query, text: result.suggestion, page: 1 })} className="text-accent underline underline-offset-4">
            {result.suggestion}
          </a>
          ?
        </p>
      )}
      {result.total === 0 && <p className="standfirst">{result.isMore ? 'The newest stories with these words do not have them in this order. Try without quotation marks, or choose days.' : 'Try fewer words, another spelling, or a wider span of days.'}</p>}
      {result.hits.length > 0 && (
        <div className="rows border-t border-rule pt-5">
          {result.hits.map((hit) => (
            <Hit key={hit.card.id} hit={hit} {...setting} />
          ))}
        </div>
      )}
      <Pagination paging={result} path={(page) => searchResultsPath({ ...query, page })} />
    </section>
  )
}

function Hit({ hit, ...setting }: Setting & { hit: SearchHit }) {
  return (
    <article className="card grid grid-cols-[1fr_auto] items-start gap-4 md:gap-6">
      <div className="min-w-0">
        <Kicker card={hit.card} />
        <h2 className="hed-m">
          <a href={hit.card.path} className="card-link cover-link">
            <Marked extract={hit.headline} />
          </a>
        </h2>
        <p className="standfirst mt-1.5">
          <Marked extract={hit.extract} />
        </p>
        <CardMeta card={hit.card} {...setting} />
      </div>
      <RowPicture card={hit.card} />
    </article>
  )
}

function Marked({ extract }: { extract: Extract }) {
  return extract.map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>))
}
