import { describe, expect, it } from 'vitest'
import { buildWxr, fullAuthor, fullChannel, fullItem, fullTerm, wxrHead, wxrItem, type ItemInput, type WxrInput } from './testing/build'
import { readAll } from './testing/stream'

const news: ItemInput = {
  title: 'Rivers & <em>roads</em>',
  content: '<p>One ]]> two &amp; “three”.</p>\n\n<p>&nbsp;</p>',
  slug: 'rivers-%26-roads',
  sticky: true,
  password: 'swordfish',
  menuOrder: 3,
  terms: [
    { taxonomy: 'category', slug: 'world', name: 'World & "more"' },
    { taxonomy: 'post_tag', slug: 'rivers', name: 'Rivers' },
  ],
  meta: [
    ['_thumbnail_id', '7'],
    ['_wp_old_slug', 'rivers'],
    ['_wp_old_slug', 'roads'],
    ['td_post_theme_settings', 'a:1:{s:11:"td_subtitle";s:6:"Ärger";}'],
    ['_spaces', '  kept  '],
  ],
  comments: { approved: 2, pending: 1, spam: 3, pings: 1 },
}
const picture: ItemInput = { id: 7, type: 'attachment', status: 'inherit', parent: 1001, attachmentUrl: 'https://old.example/wp-content/uploads/2019/05/a.jpg' }

const whole: WxrInput = {
  authors: [{ login: 'jane', displayName: 'Jane & Co', firstName: 'Jane', lastName: 'Doe' }],
  terms: [
    { id: 3, taxonomy: 'category', slug: 'world', name: 'World & "more"', description: 'All of it', meta: [['colour', 'red']] },
    { id: 4, taxonomy: 'category', slug: 'asia', parentSlug: 'world' },
    { id: 5, taxonomy: 'post_tag', slug: 'rivers', name: 'Rivers' },
    { id: 6, taxonomy: 'nav_menu', slug: 'main', name: 'Main menu' },
  ],
  items: [news, picture],
}

describe('a well-formed export', () => {
  it.each(['1.1', '1.2'] as const)('of version %s is read whole and without a problem', async (version) => {
    const { events, error } = await readAll(buildWxr({ ...whole, version }))
    expect(error).toBeNull()
    expect(events).toEqual([
      { kind: 'channel', channel: fullChannel({ version }) },
      { kind: 'author', author: fullAuthor(whole.authors?.[0]) },
      ...(whole.terms ?? []).map((term) => ({ kind: 'term', term: fullTerm(term) })),
      { kind: 'item', item: fullItem(news, 0) },
      { kind: 'item', item: fullItem(picture, 1) },
    ])
  })

  it('of version 1.0 has no accounts and no term numbers; a term that is named twice counts once', async () => {
    const { events, items, error } = await readAll(buildWxr({ ...whole, version: '1.0' }))
    expect(error).toBeNull()
    expect(events.map(({ kind }) => kind)).toEqual(['channel', 'term', 'term', 'term', 'term', 'item', 'item'])
    expect(events[1]).toEqual({ kind: 'term', term: { ...fullTerm(whole.terms?.[0] ?? { taxonomy: '', slug: '' }), id: null } })
    expect(items[0]?.terms).toEqual(news.terms)
  })

  it('of version 1.0 whose items name terms without their slug has the slug of the term that is declared', async () => {
    const raw = '<category><![CDATA[World & "more"]]></category><category domain="tag"><![CDATA[Rivers]]></category><category>Unheard of</category>'
    const { items } = await readAll(buildWxr({ ...whole, version: '1.0', items: [{ raw }] }))
    expect(items[0]?.terms).toEqual([
      { taxonomy: 'category', slug: 'world', name: 'World & "more"' },
      { taxonomy: 'post_tag', slug: 'rivers', name: 'Rivers' },
      { taxonomy: 'category', slug: '', name: 'Unheard of' },
    ])
  })

  it.each<[string, (xml: string) => string]>([
    ['https namespaces', (xml) => xml.replaceAll('http://wordpress.org/export', 'https://wordpress.org/export')],
    ['a namespace without its last slash', (xml) => xml.replace('export/1.2/"', 'export/1.2"')],
    ['another prefix', (xml) => xml.replace('xmlns:wp', 'xmlns:w').replaceAll('<wp:', '<w:').replaceAll('</wp:', '</w:')],
    ['undeclared prefixes', (xml) => xml.replace(/\n\txmlns:\w+="[^"]*"/g, '')],
    ['Windows line ends', (xml) => xml.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', (xml) => xml.replaceAll('\n', '\r')],
    ['a byte order mark', (xml) => `\ufeff${xml}`],
    ['blank lines before it', (xml) => `\n\n${xml}`],
    ['no XML declaration', (xml) => xml.slice(xml.indexOf('<!--'))],
    ['a document type', (xml) => xml.replace('<rss', '<!DOCTYPE rss [<!ENTITY a "b">]>\n<rss')],
    ['comments anywhere between fields', (xml) => xml.replaceAll('<wp:post_id>', '<!-- a <b> & ]]> --><wp:post_id>')],
    ['elements of plugins', (xml) => xml.replaceAll('<wp:post_id>', '<media:group><title>No</title><wp_x:id>5</wp_x:id></media:group><site xmlns="x:1">9</site><wp:post_id>')],
    ['fields laid out over lines', (xml) => xml.replaceAll(/<(title|content:encoded|wp:post_name)>(<!\[CDATA\[[^]*?)<\/\1>/g, '<$1>\n\t\t$2\n\t\t</$1>')],
    ['fields escaped instead of in CDATA', (xml) => xml.replace('<![CDATA[Rivers & <em>roads</em>]]>', ' Rivers &amp; &#60;em&#x3E;roads&lt;/em&gt; ')],
  ])('with %s is read the same', async (_, change) => {
    const plain = await readAll(buildWxr(whole))
    const changed = await readAll(change(buildWxr(whole)))
    expect(changed).toEqual(plain)
  })

  it('has its channel first, though WordPress writes its generator after the terms', async () => {
    const { events } = await readAll(buildWxr(whole))
    expect(events[0]).toMatchObject({ kind: 'channel', channel: { generator: 'https://wordpress.org/?v=6.7' } })
  })

  it('is not named after its icon', async () => {
    const { events } = await readAll(buildWxr({ channel: { title: '', link: '' }, raw: '<image><url>a.png</url><title>Icon</title><link>https://elsewhere.example</link></image>' }))
    expect(events[0]).toMatchObject({ kind: 'channel', channel: { title: '', link: '' } })
  })

  it('may hold nothing but a channel', async () => {
    const { events, error } = await readAll(buildWxr({ channel: { version: null, language: null, generator: null } }))
    expect(error).toBeNull()
    expect(events).toEqual([{ kind: 'channel', channel: fullChannel({ version: null, language: null, generator: null }) }])
  })

  it.each([
    ['1', 'comment', { approved: 1 }],
    ['1', '', { approved: 1 }],
    ['0', '', { pending: 1 }],
    ['hold', 'comment', { pending: 1 }],
    ['spam', '', { spam: 1 }],
    ['trash', 'comment', { spam: 1 }],
    ['post-trashed', '', { spam: 1 }],
    ['1', 'pingback', { pings: 1 }],
    ['spam', 'trackback', { pings: 1 }],
  ])('counts a comment of state "%s" and type "%s" as %j', async (state, type, counts) => {
    const raw = `<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>${state}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type><wp:commentmeta><wp:meta_key>a</wp:meta_key><wp:meta_value>b</wp:meta_value></wp:commentmeta></wp:comment>`
    const { items } = await readAll(buildWxr({ items: [{ raw }] }))
    expect(items[0]).toMatchObject({ comments: { approved: 0, pending: 0, spam: 0, pings: 0, ...counts }, meta: [] })
  })
})

describe('what stands in an item', () => {
  it.each<[string, ItemInput]>([
    ['another export, properly escaped', { content: buildWxr({ items: [{ content: '<![CDATA[x]]>' }] }) }],
    ['closing tags of its own fields', { title: '</title>', content: '</content:encoded></item><item>', meta: [['</wp:meta_key>', '</wp:meta_value>']] }],
    ['brackets before the end of CDATA', { title: 'a]', content: 'a]]', excerpt: ']]]]>>', slug: ']]>' }],
    ['broken HTML and script', { content: '<p>a < b && c<br><script>//<![CDATA[\nif (a[b[0]]>1) {}\n//]]>\n</script>' }],
    ['characters of every plane', { title: 'Ünïcødé 🗞️ 中文 اردو \u{10FFFD}', content: '\u00a0\u2028\ufffd' }],
    ['nothing at all', { title: '', link: '', guid: '', creator: '', content: '', slug: '', date: '', dateGmt: '', pubDate: '', modified: '', modifiedGmt: '' }],
    ['a parent and numbers below zero', { parent: -1, menuOrder: -20 }],
  ])('may be %s', async (_, item) => {
    const { items, problems, error } = await readAll(buildWxr({ items: [item, {}] }))
    expect({ items, problems, error }).toEqual({ items: [fullItem(item, 0), fullItem({}, 1)], problems: [], error: null })
  })

  it('may come before its terms and accounts', async () => {
    const file = wxrHead() + wxrItem({}) + '<wp:author><wp:author_login>late</wp:author_login></wp:author></channel></rss>'
    const { events } = await readAll(file)
    expect(events.map(({ kind }) => kind)).toEqual(['channel', 'item', 'author'])
  })

  it('is told when it has no number', async () => {
    const { items, problems } = await readAll(buildWxr({ items: [{ title: 'Adrift' }] }).replace('<wp:post_id>1001</wp:post_id>', ''))
    expect(items[0]?.id).toBe(0)
    expect(problems).toMatchObject([{ message: 'The item “Adrift” has no number (wp:post_id).' }])
  })
})
