/**
 * Where each field of the content model stands in the export; null for what is left out on purpose. A field that the
 * model gains must be put here, and so be thought of.
 */
export const CARRIED: Record<string, Record<string, string | null>> = {
  stories: {
    ...same('kicker', 'headline', 'standfirst', 'body', 'hero', 'related', 'canonicalUrl', 'expiresAt', 'translations', 'corrections', 'kind', 'section', 'otherSections', 'authors', 'topics', 'dateline', 'slug', 'scheduledFor', 'embargoedUntil', 'publishedAt', 'language', 'wordCount', 'createdBy', 'createdAt'),
    ...all('live', 'liveStartedAt', 'liveEndedAt', 'livePosts'),
    ...all('search', 'searchHeadline', 'searchDescription', 'noindex'),
    ...all('social', 'socialHeadline', 'socialDescription', 'socialPicture'),
    ...all('withdrawal', 'withdrawn', 'withdrawalReason'),
    heroCaption: 'hero', address: 'path', revisedAt: 'updatedAt', updatedAt: 'savedAt', _status: 'status',
    // Of the next publication only; a number that tells caches of a change.
    minorChange: null, revision: null,
  },
  pages: { ...same('title', 'slug', 'standfirst', 'body', 'createdAt'), address: 'path', updatedAt: 'savedAt', _status: 'status' },
  sections: { ...same('name', 'slug', 'parent', 'path', 'description', 'order'), createdAt: null, updatedAt: null },
  topics: { ...same('name', 'slug', 'description'), createdAt: null, updatedAt: null },
  authors: { ...same('name', 'slug', 'role', 'biography', 'portrait', 'contacts'), createdAt: null, updatedAt: null },
  fronts: { ...same('title', 'section', 'pins', 'strips'), createdAt: null, updatedAt: null },
  media: {
    ...same('alt', 'caption', 'credit', 'rightsExpireAt', 'transcript', 'createdAt', 'url', 'mimeType', 'width', 'height'),
    filename: 'file', filesize: 'bytes', focalX: 'focal', focalY: 'focal', updatedAt: 'savedAt',
    // Made from the original; a store's own name of it; whose it is to change here.
    thumbnailURL: null, sizes: null, _objectKey: null, createdBy: null,
  },
  users: {
    ...same('name', 'email', 'role', 'closed', 'createdAt'),
    // Secrets, and what guards them.
    ...Object.fromEntries(['salt', 'hash', 'resetPasswordToken', 'resetPasswordExpiration', 'resetPasswordRequestedAt', 'loginAttempts', 'lockUntil', 'sessions'].map((name) => [name, null])),
    updatedAt: null,
  },
  settings: {
    ...same('name', 'alternateName', 'tagline', 'description', 'language', 'locale', 'timeZone', 'contactEmail', 'foundedYear', 'newsletterUrl', 'temperatureUnit', 'cities', 'navigation', 'footerLinks', 'countStyle', 'socialCountsAsOf', 'social', 'logo', 'preferredSource', 'policies', 'indexNowKey', 'hubs', 'crawlers', 'securityContact', 'adsTxt', 'appAdsTxt', 'trustTxt'),
    createdAt: null, updatedAt: null,
  },
}

function same(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]))
}

function all(target: string, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, target]))
}
