'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { GivenLink } from '@/lib/model/preview-link'
import { formatDateTime } from '@/lib/format/dates'
import { ask } from './ask'
import { PreviewLinkForm, type Wish } from './PreviewLinkForm.client'
import { useNewsroom, type Newsroom } from './use-doc.client'

const doorOf = (story: string) => `/api/preview-links/of/${story}`

/** A story's preview links: what was given to whom, and the means to give and to take back. */
function useLinks(story: string | null) {
  const [links, setLinks] = useState<GivenLink[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const load = useCallback(async () => {
    if (story === null) return
    const answer = await ask<{ links: GivenLink[] }>(doorOf(story))
    if ('data' in answer) setLinks(answer.data.links)
    setProblem('problem' in answer ? answer.problem : null)
  }, [story])
  useEffect(() => {
    // The list is fetched once the tab is opened; what comes back is what sets state.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void load()
  }, [load])
  const make = async (wish: Wish): Promise<string | null> => {
    if (story === null) return 'Save the story first.'
    const answer = await ask<{ link: GivenLink }>(doorOf(story), { method: 'POST', body: wish })
    if ('problem' in answer) return answer.problem
    await load()
    return null
  }
  const revoke = async (link: GivenLink) => {
    const answer = await ask(`${doorOf(story!)}/${link.id}`, { method: 'DELETE' })
    if ('problem' in answer) setProblem(answer.problem)
    else await load()
  }
  return { links, problem, make, revoke }
}

/** On the Publication tab: showing the draft to someone without an account. */
export function PreviewLinks() {
  const { id } = useDocumentInfo()
  const { links, problem, make, revoke } = useLinks(id === undefined ? null : String(id))
  const newsroom = useNewsroom()
  return (
    <section className="field-type dl-links" aria-labelledby="dl-links-title">
      <h3 id="dl-links-title" className="dl-heading">
        Preview links
      </h3>
      <p className="dl-hint">For someone without an account: a lawyer, a source. Whoever has the address can read the draft until it ends or you take it back.</p>
      {problem !== null && (
        <p role="alert" className="dl-note dl-note--warn">
          {problem}
        </p>
      )}
      {id === undefined ? <p>Save the story first; then it can be shown.</p> : <PreviewLinkForm onMake={make} />}
      {links !== null && links.length > 0 && newsroom !== null && (
        <ul className="dl-links__list">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} newsroom={newsroom} onRevoke={() => void revoke(link)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function LinkRow({ link, newsroom, onRevoke }: { link: GivenLink; newsroom: Newsroom; onRevoke: () => void }) {
  return (
    <li className={link.state === 'open' ? undefined : 'dl-links__shut'}>
      <p className="dl-links__who">
        <strong>{link.note}</strong> <span>{link.frozenVersion === null ? 'newest draft' : `frozen at version ${link.frozenVersion}`}</span>
      </p>
      <p className="dl-links__when">
        {describeEnd(link, newsroom)}
        {link.createdBy !== null && `; made by ${link.createdBy}`}
      </p>
      {link.state === 'open' && (
        <p className="dl-links__do">
          <CopyAddress path={link.path} forWhom={link.note} />
          <a href={link.path} target="_blank" rel="noreferrer">
            Open
          </a>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={onRevoke} aria-label={`Take back the link for ${link.note}`}>
            Take back
          </Button>
        </p>
      )}
    </li>
  )
}

function describeEnd({ state, expiresAt, revokedAt }: GivenLink, zone: Newsroom): string {
  if (state === 'revoked') return `Taken back on ${formatDateTime(revokedAt ?? expiresAt, zone)}`
  return `${state === 'expired' ? 'Ended' : 'Ends'} on ${formatDateTime(expiresAt, zone)}`
}

/** Copies the whole address; where the browser forbids that, shows it to be copied by hand. */
function CopyAddress({ path, forWhom }: { path: string; forWhom: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.origin + path)
      setState('copied')
    } catch {
      setState('by-hand')
    }
  }
  return (
    <>
      <Button buttonStyle="primary" size="small" margin={false} onClick={() => void copy()} aria-label={`Copy the address for ${forWhom}`}>
        Copy address
      </Button>
      <span role="status">{state === 'copied' && 'Copied'}</span>
      {state === 'by-hand' && <input className="dl-links__address" readOnly value={window.location.origin + path} aria-label="Address to copy" onFocus={(event) => event.target.select()} />}
    </>
  )
}
