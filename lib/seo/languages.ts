import type { Translation } from '@/lib/model/story'

interface Version {
  language: string
  path: string
}

/**
 * The addresses at which a story can be read by language, itself among them, for hreflang; null when there is but
 * one. "x-default" is the version in the newsroom's own language, so that each version names the same one.
 */
export function languageVersions(story: Version & { translations: readonly Translation[] }, siteLanguage: string): Record<string, string> | null {
  if (story.translations.length === 0) return null
  const versions = [{ language: story.language, path: story.path }, ...story.translations].sort((a, b) => a.language.localeCompare(b.language))
  const standard = versions.find(({ language }) => language === siteLanguage) ?? versions[0]!
  return { ...Object.fromEntries(versions.map(({ language, path }) => [language, path])), 'x-default': standard.path }
}
