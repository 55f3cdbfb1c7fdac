'use client'

import { useFormFields } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'
import { storyPath } from '@/lib/routes'
import { cutAtWord } from './advice'
import { idOf, useDoc, useNewsroom } from './use-doc.client'

const TITLE_LIMIT = 60
const DESCRIPTION_LIMIT = 155

interface Media {
  alt?: string
  url?: string
  focalX?: number
  focalY?: number
}

const never = () => () => undefined
const useHost = () => useSyncExternalStore(never, () => window.location.host, () => '')

const useValue = (name: string) => useFormFields(([fields]) => fields[name]?.value)

function useText(name: string): string {
  const value = useValue(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The fields that go outside, with what stands in where one is empty: as `toStory` has it. */
function useOutside() {
  const headline = useText('headline')
  const standfirst = useText('standfirst')
  const searchHeadline = useText('searchHeadline') || headline
  const description = useText('searchDescription') || standfirst
  const socialHeadline = useText('socialHeadline') || headline
  const socialDescription = useText('socialDescription') || standfirst || description
  const slug = useText('slug')
  const address = useText('address')
  const canonicalUrl = useText('canonicalUrl')
  const noindex = useValue('noindex') === true
  const sectionId = idOf(useValue('section'))
  const socialPictureId = idOf(useValue('socialPicture'))
  const heroId = idOf(useValue('hero'))
  const pictureId = socialPictureId ?? heroId
  const section = useDoc<{ path?: string }>(sectionId === null ? null : `/api/sections/${sectionId}?depth=0`)
  const picture = useDoc<Media>(pictureId === null ? null : `/api/media/${pictureId}?depth=0`)
  return { searchHeadline, description, socialHeadline, socialDescription, path: storyPath(section?.path ?? '', slug || '…', address), canonicalUrl, noindex, picture }
}

/** How the story looks in a search result and on a share card, while it is being written. */
export function OutsidePreview() {
  const host = useHost()
  const newsroom = useNewsroom()
  const outside = useOutside()
  return (
    <div className="field-type dl-outside">
      <figure>
        <figcaption>In a search result</figcaption>
        <SearchResult host={host} name={newsroom?.name ?? ''} {...outside} />
      </figure>
      <figure>
        <figcaption>On a share card</figcaption>
        <ShareCard host={host} {...outside} />
      </figure>
    </div>
  )
}

type Outside = ReturnType<typeof useOutside> & { host: string }

function SearchResult({ host, name, path, canonicalUrl, searchHeadline, description, noindex }: Outside & { name: string }) {
  const crumbs = [host, ...path.split('/').filter(Boolean)].join(' › ')
  if (noindex) return <p className="dl-note dl-note--warn">Kept out of search engines: it appears in no result.</p>
  if (canonicalUrl) return <p className="dl-note">Search engines are sent to {canonicalUrl}: this page appears in no result.</p>
  return (
    <div className="dl-search-result">
      <p className="dl-search-result__site">{name || host}</p>
      <p className="dl-search-result__crumbs">{crumbs}</p>
      <p className="dl-search-result__title">{searchHeadline ? cutAtWord(`${searchHeadline} | ${name}`, TITLE_LIMIT) : 'A headline is missing'}</p>
      <p className="dl-search-result__text">{description ? cutAtWord(description, DESCRIPTION_LIMIT) : 'Without a standfirst or a description, search engines choose words from the text.'}</p>
    </div>
  )
}

function ShareCard({ host, picture, socialHeadline, socialDescription }: Outside) {
  return (
    <div className="dl-share-card">
      {picture?.url ? (
        <img src={picture.url} alt={picture.alt ?? ''} style={{ objectPosition: `${picture.focalX ?? 50}% ${picture.focalY ?? 50}%` }} />
      ) : (
        <p className="dl-share-card__none">No picture: the card will be small. Set a main picture, or one for share cards.</p>
      )}
      <div className="dl-share-card__words">
        <p className="dl-share-card__domain">{host}</p>
        <p className="dl-share-card__title">{socialHeadline || 'A headline is missing'}</p>
        {socialDescription && <p className="dl-share-card__text">{cutAtWord(socialDescription, DESCRIPTION_LIMIT)}</p>}
      </div>
    </div>
  )
}
