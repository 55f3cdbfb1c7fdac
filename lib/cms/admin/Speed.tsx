import { DefaultTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import { readSpeed } from './speed-data'
import { THRESHOLDS, type Vital } from '@/lib/model/vitals'

const WORDS: Record<Vital, { title: string; text: string }> = {
  LCP: { title: 'Largest paint', text: 'until the largest thing in sight was there' },
  INP: { title: 'Response', text: 'until the page answered a touch or a key' },
  CLS: { title: 'Shifts', text: 'how much things moved by themselves' },
  FCP: { title: 'First paint', text: 'until anything was there' },
  TTFB: { title: 'First byte', text: 'until the answer began' },
}

const PAGES: Record<string, string> = { front: 'Home', story: 'Stories', section: 'Sections', topic: 'Topics', author: 'Authors', latest: 'Latest', archive: 'Archive', search: 'Search', page: 'Standing pages', corrections: 'Corrections' }

const format = (vital: Vital, value: number) => (vital === 'CLS' ? (value / 1000).toFixed(2) : value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`)
const judge = (vital: Vital, value: number) => (value <= THRESHOLDS[vital].good ? 'good' : value > THRESHOLDS[vital].poor ? 'poor' : 'fair')

/** How fast the site was for real readers: three in four had it at least this good. */
export async function Speed({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const speed = req.user ? await readSpeed(req.payload) : []
  return (
    <DefaultTemplate i18n={req.i18n} locale={locale} params={params} payload={req.payload} permissions={permissions} req={req} searchParams={searchParams} user={req.user ?? undefined} visibleEntities={visibleEntities}>
      <div className="dl-desk dl-page dl-speed">
        <header className="dl-desk__head">
          <h1>Speed</h1>
          <p>Measured by readers’ own browsers in the last 28 days. Three readers in four had it at least this good. Nobody else is told.</p>
        </header>
        {speed.length === 0 ? (
          <p className="dl-desk__empty">Nothing has been measured yet: browsers report when a reader leaves a page.</p>
        ) : (
          <table className="dl-figures">
            <thead>
              <tr>
                <th scope="col">Pages</th>
                {(Object.keys(WORDS) as Vital[]).map((vital) => (
                  <th key={vital} scope="col">
                    <abbr title={WORDS[vital].text}>{WORDS[vital].title}</abbr>
                  </th>
                ))}
                <th scope="col">Visits</th>
              </tr>
            </thead>
            <tbody>
              {speed.map((row) => (
                <tr key={row.page}>
                  <th scope="row">{PAGES[row.page] ?? row.page}</th>
                  {(Object.keys(WORDS) as Vital[]).map((vital) => {
                    const value = row.values[vital]
                    return (
                      <td key={vital}>
                        {value === null ? '–' : format(vital, value)}
                        {value !== null && <span className={`dl-speed__judgement dl-speed__judgement--${judge(vital, value)}`}>{judge(vital, value)}</span>}
                      </td>
                    )
                  })}
                  <td>{row.visits.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </DefaultTemplate>
  )
}
