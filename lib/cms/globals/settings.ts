import type { Field, GlobalConfig } from 'payload'
import { AI_CRAWLERS, CRAWLER_USES } from '@/lib/model/crawlers'
import { NETWORKS, POLICIES } from '@/lib/model/site'
import { administrators, signedIn } from '../access'
import { only } from '../fields/files'
import { announceSettings } from '../hooks/settings'

const isTimeZone = (value: unknown) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(value) })
    return true
  } catch {
    return 'Use a name such as Asia/Karachi.'
  }
}

const place: Field[] = [
  { name: 'name', type: 'text', required: true },
  { type: 'row', fields: [{ name: 'latitude', type: 'number', required: true, min: -90, max: 90 }, { name: 'longitude', type: 'number', required: true, min: -180, max: 180 }] },
  { name: 'timeZone', type: 'text', required: true, validate: isTimeZone },
]

const linkFields: Field[] = [
  { name: 'label', type: 'text', required: true, maxLength: 40 },
  { name: 'path', type: 'text', required: true, label: 'Address', validate: (value: unknown) => (typeof value === 'string' && /^(\/|https:\/\/)/.test(value)) || 'Start with / or https://' },
]

const isAddress = (value: unknown) => value === null || value === undefined || value === '' || (typeof value === 'string' && /^(\/|https?:\/\/)/.test(value)) || 'Start with / or https://'

const policyWords: Record<(typeof POLICIES)[number], string> = {
  publishingPrinciples: 'Publishing principles',
  ethicsPolicy: 'Ethics',
  correctionsPolicy: 'Corrections',
  diversityPolicy: 'Diversity',
  ownershipFundingInfo: 'Ownership and funding',
  masthead: 'Masthead: who works here',
  missionCoveragePrioritiesPolicy: 'Mission and coverage',
  unnamedSourcesPolicy: 'Unnamed sources',
  verificationFactCheckingPolicy: 'Verification and fact-checking',
  actionableFeedbackPolicy: 'Feedback from readers',
  noBylinesPolicy: 'Stories without a byline',
}

/** The newsroom as search engines know it, and who is told of new stories. */
const discoveryFields: Field[] = [
  { name: 'alternateName', type: 'text', maxLength: 60, label: 'Also known as', admin: { description: 'A shorter or older name that search engines may show: “TM”.' } },
  { name: 'logo', type: 'upload', relationTo: 'media', label: 'Logo for search engines', filterOptions: only('image'), admin: { description: 'A square picture of 112 pixels or more. Leave empty to use the site’s icon.' } },
  { name: 'preferredSource', type: 'checkbox', defaultValue: true, label: 'Offer “Prefer us on Google” under each story' },
  {
    name: 'policies',
    type: 'group',
    label: 'Where your promises are written down',
    admin: { description: 'The address of a page, such as /corrections-policy. Search engines and readers are told of those you fill in; claim nothing you do not do.' },
    fields: POLICIES.map((name): Field => ({ name, type: 'text', label: policyWords[name], validate: isAddress })),
  },
  {
    name: 'indexNowKey',
    type: 'text',
    label: 'IndexNow key',
    admin: { description: 'With a key here, Bing, Yandex and others are told at once of new, changed and withdrawn stories. Any 8 to 128 small letters, digits and hyphens; the site serves the key file itself. Empty: off.' },
    validate: (value: unknown) => value === null || value === undefined || value === '' || (typeof value === 'string' && /^[a-z0-9-]{8,128}$/.test(value)) || 'Use 8 to 128 small letters, digits and hyphens.',
  },
  {
    name: 'hubs',
    type: 'array',
    label: 'WebSub hubs',
    labels: { singular: 'Hub', plural: 'Hubs' },
    admin: { description: 'Services that pass new stories on to feed readers at once, such as https://pubsubhubbub.appspot.com/. Empty: off. What was sent is under “Notices sent”.' },
    fields: [{ name: 'url', type: 'text', required: true, label: 'Address', validate: (value: unknown) => (typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value)) || 'Start with https://' }],
  },
]

const useWords: Record<(typeof CRAWLER_USES)[number], { label: string; description: string }> = {
  search: { label: 'AI search', description: 'Answers with a link back to you.' },
  assistant: { label: 'AI assistants', description: 'A person asked the assistant to open the page.' },
  training: { label: 'AI training', description: 'Text gathered to build a model; no link back.' },
}

/** What machines may do with the newsroom's work, and the files they look for. */
const crawlerFields: Field[] = [
  {
    name: 'crawlers',
    type: 'group',
    label: 'AI crawlers',
    admin: { description: 'Ordinary search engines are not touched by this. What you refuse is said in robots.txt, in a machine-readable licence and on every page; honest crawlers obey.' },
    fields: [
      { type: 'row', fields: CRAWLER_USES.map((name): Field => ({ name, type: 'select', required: true, defaultValue: 'allow', label: useWords[name].label, options: [{ value: 'allow', label: 'Allow' }, { value: 'refuse', label: 'Refuse' }], admin: { isClearable: false, description: useWords[name].description } })) },
      {
        name: 'exceptions',
        type: 'array',
        labels: { singular: 'Exception', plural: 'Exceptions' },
        admin: { description: 'One crawler treated unlike the others: for example a company you have a contract with.' },
        fields: [
          { type: 'row', fields: [
            { name: 'agent', type: 'select', required: true, enumName: 'crawler_agents', label: 'Crawler', options: AI_CRAWLERS.map(({ agent, company, use }) => ({ value: agent, label: `${agent} (${company}, ${use})` })) },
            { name: 'rule', type: 'select', required: true, defaultValue: 'allow', admin: { isClearable: false }, options: [{ value: 'allow', label: 'Allow' }, { value: 'refuse', label: 'Refuse' }] },
          ] },
        ],
      },
      { name: 'licenceContact', type: 'text', label: 'Where to ask for a licence', admin: { description: 'A page or an e-mail address.' }, validate: (value: unknown) => value === null || value === undefined || value === '' || (typeof value === 'string' && (/^(\/|https?:\/\/)/.test(value) || /^[^\s@]+@[^\s@]+$/.test(value))) || 'Write an address of a page or an e-mail address.' },
    ],
  },
  { name: 'securityContact', type: 'text', label: 'Who to tell of a security hole', admin: { description: 'An e-mail address or a page, for /.well-known/security.txt.' }, validate: (value: unknown) => value === null || value === undefined || value === '' || (typeof value === 'string' && (/^https:\/\//.test(value) || /^[^\s@]+@[^\s@]+$/.test(value))) || 'Write an e-mail address, or an address that starts with https://' },
  { name: 'adsTxt', type: 'textarea', label: 'ads.txt', maxLength: 100_000, admin: { description: 'Who may sell your advertising, one line each, as your partners gave them. Empty: no such file.' } },
  { name: 'appAdsTxt', type: 'textarea', label: 'app-ads.txt', maxLength: 100_000 },
  { name: 'trustTxt', type: 'textarea', label: 'trust.txt', maxLength: 20_000, admin: { description: 'Memberships and channels you control, one line each: member=https://…' } },
]

/** What the masthead, footer and machines say of the newsroom. */
export const Settings: GlobalConfig = {
  slug: 'settings',
  label: 'Site settings',
  admin: { group: 'Newsroom' },
  access: { read: signedIn, update: administrators },
  hooks: { afterChange: [announceSettings] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Newsroom',
          fields: [
            { name: 'name', type: 'text', required: true, defaultValue: 'Dateline', maxLength: 60 },
            { name: 'tagline', type: 'text', maxLength: 120 },
            { name: 'description', type: 'textarea', maxLength: 300 },
            { name: 'language', type: 'text', required: true, defaultValue: 'en', admin: { description: 'Two or three letters: en, ur, fr.' } },
            { name: 'locale', type: 'text', required: true, defaultValue: 'en-GB', admin: { description: 'How dates and numbers are written: en-PK, en-GB, fr-FR.' } },
            { name: 'timeZone', type: 'text', required: true, defaultValue: 'UTC', validate: isTimeZone },
            { name: 'contactEmail', type: 'email' },
            { name: 'foundedYear', type: 'number', min: 1600, max: 2200 },
            { name: 'newsletterUrl', type: 'text', label: 'Newsletter sign-up address' },
          ],
        },
        {
          label: 'Header & weather',
          fields: [
            { name: 'temperatureUnit', type: 'radio', defaultValue: 'celsius', options: ['celsius', 'fahrenheit'] },
            { name: 'cities', type: 'array', labels: { singular: 'City', plural: 'Cities' }, admin: { description: 'The first is the newsroom’s own; readers may choose another.' }, fields: place },
            { name: 'navigation', type: 'array', labels: { singular: 'Link', plural: 'Links' }, admin: { description: 'Leave empty to list the sections.' }, fields: linkFields },
            { name: 'footerLinks', type: 'array', labels: { singular: 'Link', plural: 'Links' }, fields: linkFields },
          ],
        },
        {
          label: 'Follow us',
          fields: [
            { name: 'countStyle', type: 'radio', defaultValue: 'full', options: [{ value: 'full', label: 'In full: 4,846' }, { value: 'short', label: 'Short: 4.8K' }] },
            { name: 'socialCountsAsOf', type: 'date', label: 'Counts taken on', admin: { date: { pickerAppearance: 'dayOnly' } } },
            {
              name: 'social',
              type: 'array',
              labels: { singular: 'Profile', plural: 'Profiles' },
              fields: [
                { name: 'network', type: 'select', required: true, options: [...NETWORKS] },
                { name: 'url', type: 'text', required: true, label: 'Address', validate: (value: unknown) => (typeof value === 'string' && /^(https:\/\/|\/)/.test(value)) || 'Start with https://' },
                { name: 'handle', type: 'text' },
                { name: 'count', type: 'number', min: 0, admin: { description: 'Fans, followers or subscribers. Leave empty to show none.' } },
              ],
            },
          ],
        },
        { label: 'Search & discovery', fields: discoveryFields },
        { label: 'Crawlers & AI', fields: crawlerFields },
      ],
    },
  ],
}
