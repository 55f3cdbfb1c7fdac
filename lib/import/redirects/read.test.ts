import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRedirects } from './read'

const pairs = (text: string, fileName = 'redirects.csv', hosts: string[] = []) => readRedirects(text, fileName, hosts).redirects.map(({ from, to, code }) => [from, to, code])
const codes = (text: string, fileName = 'redirects.csv') => readRedirects(text, fileName).notes.map(({ code, detail }) => [code, detail])

const REDIRECTION = `source,target,regex,code,type,hits,title,status
"/old-page/","/new-page/",0,301,"url",15,"","active"
"/Ancient","/old-page",0,301,"url",2,"","active"
"^/blog/(\\d+)\\.html$","/news/$1",1,301,"url",0,"","active"
"^/about-us/?$","/about",1,301,"url",0,"","active"
"/gone","",0,410,"error",3,"Deleted, for good","active"
"/lost","",0,404,"error",3,"","active"
"/off","/on",0,301,"url",0,"","disabled"
"/out","https://shop.example/a?b=c",0,302,"url",0,"","active"
`

describe('the Redirection plugin’s CSV', () => {
  it('gives paths in one spelling, chains flattened, what is gone, and what leads elsewhere', () => {
    expect(pairs(REDIRECTION)).toEqual([
      ['/old-page', '/new-page', 301],
      ['/ancient', '/new-page', 301],
      ['/about-us', '/about', 301],
      ['/gone', null, 410],
      ['/out', 'https://shop.example/a?b=c', 302],
    ])
  })

  it('tells of patterns, with the rule, and of other errors', () => {
    expect(codes(REDIRECTION)).toEqual([
      ['redirect-pattern', '^/blog/(\\d+)\\.html$,/news/$1,1,301,url,0,,active'],
      ['redirect-status', '/lost,,0,404,error,3,,active'],
    ])
  })

  it('may have been saved again by a spreadsheet, with a mark at the beginning and semicolons', () => {
    expect(pairs('\uFEFFsource;target;regex;code\r\n/a;/b;0;301\r\n')).toEqual([['/a', '/b', 301]])
  })
})

describe('the Redirection plugin’s JSON', () => {
  const item = (more: object) => ({ url: '/a', match_url: '/a', match_data: { source: { flag_query: 'exact', flag_regex: false } }, action_code: 301, action_type: 'url', action_data: { url: '/b' }, match_type: 'url', regex: false, group_id: 1, enabled: true, ...more })
  const json = (items: object[], groups: object[] = [{ id: 1, name: 'Redirections', enabled: true }]) => JSON.stringify({ groups, redirects: items })

  it('gives the same', () => {
    const items = [item({}), item({ url: '/c', action_type: 'error', action_code: 410, action_data: null }), item({ url: '/d', enabled: false }), item({ url: '^/e/?$', regex: true, action_data: { url: 'https://old.example/f' } })]
    expect(pairs(json(items), 'redirection.json', ['old.example'])).toEqual([['/a', '/b', 301], ['/c', null, 410], ['/e', '/f', 301]])
  })

  it('leaves out what is for some readers only, and groups that are switched off', () => {
    expect(codes(json([item({}), item({ url: '/members', match_type: 'login', action_data: { logged_in: '/in', logged_out: '/out' } }), item({ url: '/lucky', action_type: 'random', action_data: [] })]), 'r.json').map(([code]) => code)).toEqual(['redirect-with-condition', 'redirect-with-condition'])
    expect(pairs(json([item({}), item({ url: '/x', group_id: 2 })], [{ id: 2, enabled: false }]), 'r.json')).toEqual([['/a', '/b', 301]])
  })
})

it.each([
  ['Yoast SEO Premium', 'Origin,Target,Type,Format\n"old-page","new-page",301,plain\n"/deleted",,410,plain\n"blog/.*","/blog",301,regex\n', [['/old-page', '/new-page', 301], ['/deleted', null, 410]]],
  ['Rank Math', 'id,source,matching,destination,type,category,status,ignore\n1,old-page,exact,/new-page,301,,active,\n2,old-,start,/x,301,,active,\n3,off,exact,/x,301,,inactive,\n', [['/old-page', '/new-page', 301]]],
  ['two columns with names', 'Redirect from,Redirect to\n/a,/b\n', [['/a', '/b', 301]]],
  ['two columns without', '/a,/b\nhttps://old.example/c/,https://old.example/d/\n', [['/a', '/b', 301], ['/c', '/d', 301]]],
  ['two columns parted by tabs', '/a\t/b\n/c\t/d\t410\n', [['/a', '/b', 301], ['/c', null, 410]]],
])('a table of %s', (_, text, expected) => expect(pairs(text)).toEqual(expected))

describe('an Apache configuration', () => {
  const text = `# BEGIN WordPress
RewriteEngine On
RewriteRule ^index\\.php$ - [L]
RewriteCond %{REQUEST_FILENAME} !-f
RewriteRule . /index.php [L]
# END WordPress
Redirect 301 /old-page/ https://old.example/new-page/
Redirect permanent "/with space" /x
RedirectPermanent /a /b
Redirect gone /deleted
Redirect /temp /now
RedirectMatch 301 ^/c/?$ /d
RedirectMatch 301 ^/tag/(.*)$ /topic/$1
RewriteRule ^e\\.html$ /e [R=301,L]
RewriteCond %{HTTP_HOST} ^m\\.
RewriteRule ^f$ /g [R=301,L]
`
  it('is read line by line', () => {
    expect(pairs(text, '.htaccess', ['old.example'])).toEqual([['/old-page', '/new-page', 301], ['/a', '/b', 301], ['/deleted', null, 410], ['/temp', '/now', 302], ['/c', '/d', 301], ['/e.html', '/e', 301]])
    expect(codes(text, '.htaccess').map(([code]) => code)).toEqual(['redirect-address', 'redirect-pattern', 'redirect-with-condition', 'redirect-below'])
  })
})

describe('addresses', () => {
  it.each([
    ['/%D9%85%D9%82%D8%A7%D9%84/,/new', [['/مقال', '/new', 301]]],
    ['/old,/%D9%85%D9%82%D8%A7%D9%84/', [['/old', '/مقال', 301]]],
    ['/?p=12,/a-story', [['/?p=12', '/a-story', 301]]],
    ['/old,/?p=12', [['/old', '/?p=12', 301]]],
    ['/old,/new/?utm_source=x#part', [['/old', '/new', 301]]],
    ['/old,/search?q=water', [['/old', '/search?q=water', 301]]],
    ['/Old-Page/,https://old.example/old-page\nhttps://old.example/x,/y', [['/x', '/y', 301]]],
  ])('%s', (text, expected) => expect(pairs(text)).toEqual(expected))

  it.each([
    ['/old.php?id=5,/a', 'redirect-address'],
    ['/wp-admin,/a', 'redirect-own-address'],
    ['/,/home', 'redirect-own-address'],
    ['/a,javascript:alert(1)', 'redirect-target'],
    ['/a,//evil.example', 'redirect-target'],
    ['/a/*,/b', 'redirect-pattern'],
    ['/a,/b\n/a,/c', 'redirect-twice'],
  ])('%s: %s', (text, code) => expect(codes(text).map(([name]) => name)).toEqual([code]))

  it('that lead round in a circle are told and left out', () => {
    expect(codes('/a,/b\n/b,/c\n/c,/a\n/d,/a\n/e,/f').map(([code]) => code)).toEqual(['redirect-circle', 'redirect-circle', 'redirect-circle', 'redirect-circle'])
    expect(pairs('/a,/b\n/b,/c\n/c,/a\n/d,/a\n/e,/f')).toEqual([['/e', '/f', 301]])
  })

  it('always end: no redirect leads to another, whatever the file', () => {
    const path = fc.constantFrom('/a', '/b', '/c', '/d', '/e', '/f')
    fc.assert(
      fc.property(fc.array(fc.tuple(path, path), { minLength: 1, maxLength: 12 }), (rows) => {
        const { redirects } = readRedirects(rows.map((row) => row.join(',')).join('\n'), 'r.csv')
        const from = new Set(redirects.map((redirect) => redirect.from))
        expect(from.size).toBe(redirects.length)
        for (const { to } of redirects) expect(from.has(to!)).toBe(false)
      }),
    )
  })
})

it.each([
  ['', 'r.csv', 'holds no redirects'],
  ['name,price\nx,1\n', 'r.csv', 'is not a list of redirects that can be read: its first line is “name,price”'],
  ['source,target\n"/a,/b\n', 'r.csv', 'is broken'],
  ['{"redirects": 1}', 'r.json', 'is not the JSON export of the Redirection plugin'],
  ['{"redirects": [', 'r.json', 'is broken JSON'],
  ['RewriteEngine On\n', '.htaccess', 'holds no redirects'],
])('a file that cannot be used says so: %j', (text, name, message) => expect(() => readRedirects(text, name)).toThrow(message))
