import { validateXML } from 'xmllint-wasm'

/** WordPress's export format as its importer reads it (WXR 1.2), in the order that WordPress itself writes. */
const WP = 'http://wordpress.org/export/1.2/'

const schema = (namespace: string, content: string) =>
  `<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}" xmlns="${namespace}" elementFormDefault="qualified">${content}</xs:schema>`
const text = (name: string) => `<xs:element name="${name}" type="xs:string"/>`
const restricted = (name: string, base: string, facets: string) => `<xs:element name="${name}"><xs:simpleType><xs:restriction base="xs:${base}">${facets}</xs:restriction></xs:simpleType></xs:element>`
const oneOf = (name: string, values: string[]) => restricted(name, 'string', values.map((value) => `<xs:enumeration value="${value}"/>`).join(''))
const date = (name: string) => restricted(name, 'string', '<xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}"/>')
const group = (name: string, parts: string) => `<xs:element name="${name}"><xs:complexType><xs:sequence>${parts}</xs:sequence></xs:complexType></xs:element>`
const id = (name: string) => `<xs:element name="${name}" type="xs:positiveInteger"/>`
const number = (name: string) => `<xs:element name="${name}" type="xs:nonNegativeInteger"/>`
const slug = (name: string) => restricted(name, 'string', '<xs:minLength value="1"/><xs:maxLength value="200"/>')
const optional = (part: string) => part.replace('<xs:element ', '<xs:element minOccurs="0" ')

const wordpress = schema(WP, [
  restricted('wxr_version', 'string', '<xs:enumeration value="1.2"/>'),
  ...['base_site_url', 'base_blog_url', 'attachment_url'].map((name) => restricted(name, 'anyURI', '<xs:pattern value="https?://.+"/>')),
  group('author', [id('author_id'), restricted('author_login', 'string', '<xs:pattern value="[a-z0-9-]{1,60}"/>'), ...['author_email', 'author_display_name', 'author_first_name', 'author_last_name'].map(text)].join('')),
  group('category', [id('term_id'), slug('category_nicename'), text('category_parent'), slug('cat_name'), optional(text('category_description'))].join('')),
  group('tag', [id('term_id'), slug('tag_slug'), slug('tag_name'), optional(text('tag_description'))].join('')),
  group('term', [id('term_id'), oneOf('term_taxonomy', ['author', 'nav_menu']), slug('term_slug'), text('term_parent'), slug('term_name'), optional(text('term_description'))].join('')),
  id('post_id'),
  ...['post_date', 'post_date_gmt', 'post_modified', 'post_modified_gmt'].map(date),
  oneOf('comment_status', ['closed']),
  oneOf('ping_status', ['closed']),
  text('post_name'),
  oneOf('status', ['publish', 'future', 'draft', 'inherit']),
  number('post_parent'),
  number('menu_order'),
  oneOf('post_type', ['post', 'page', 'attachment', 'guest-author', 'nav_menu_item']),
  text('post_password'),
  restricted('is_sticky', 'string', '<xs:enumeration value="0"/><xs:enumeration value="1"/>'),
  group('postmeta', slug('meta_key') + text('meta_value')),
].join(''))

const ref = (name: string, times = '') => `<xs:element ref="${name}" ${times}/>`
const any = 'minOccurs="0" maxOccurs="unbounded"'

const rss = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:wp="${WP}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="${WP}excerpt/">
  <xs:import namespace="${WP}" schemaLocation="wp.xsd"/>
  <xs:import namespace="http://purl.org/dc/elements/1.1/" schemaLocation="dc.xsd"/>
  <xs:import namespace="http://purl.org/rss/1.0/modules/content/" schemaLocation="content.xsd"/>
  <xs:import namespace="${WP}excerpt/" schemaLocation="excerpt.xsd"/>
  <xs:element name="rss"><xs:complexType><xs:sequence>${group('channel', [
    text('title'), '<xs:element name="link" type="xs:anyURI"/>', text('description'), text('pubDate'), text('language'),
    ref('wp:wxr_version'), ref('wp:base_site_url'), ref('wp:base_blog_url'), text('generator'),
    ref('wp:author', any), ref('wp:category', any),
    `<xs:choice ${any}>${ref('wp:tag')}${ref('wp:term')}</xs:choice>`,
    group('item', [
      text('title'), '<xs:element name="link" type="xs:anyURI"/>',
      restricted('pubDate', 'string', '<xs:pattern value="[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} \\+0000"/>'),
      ref('dc:creator'),
      '<xs:element name="guid"><xs:complexType><xs:simpleContent><xs:extension base="xs:anyURI"><xs:attribute name="isPermaLink" fixed="false" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>',
      text('description'), ref('content:encoded'), ref('excerpt:encoded'),
      ...['post_id', 'post_date', 'post_date_gmt', 'post_modified', 'post_modified_gmt', 'comment_status', 'ping_status', 'post_name', 'status', 'post_parent', 'menu_order', 'post_type', 'post_password', 'is_sticky'].map((name) => ref(`wp:${name}`)),
      ref('wp:attachment_url', 'minOccurs="0"'),
      `<xs:element name="category" ${any}><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="domain" use="required"/><xs:attribute name="nicename" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>`,
      ref('wp:postmeta', any),
    ].join('')).replace('<xs:element name="item"', `<xs:element name="item" ${any}`),
  ].join(''))}</xs:sequence><xs:attribute name="version" fixed="2.0" use="required"/></xs:complexType></xs:element>
</xs:schema>`

/** What is wrong with a file for WordPress. */
export async function findWxrErrors(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'export.xml', contents: xml }],
    schema: [{ fileName: 'rss.xsd', contents: rss }],
    preload: [
      { fileName: 'wp.xsd', contents: wordpress },
      { fileName: 'dc.xsd', contents: schema('http://purl.org/dc/elements/1.1/', text('creator')) },
      { fileName: 'content.xsd', contents: schema('http://purl.org/rss/1.0/modules/content/', text('encoded')) },
      { fileName: 'excerpt.xsd', contents: schema(`${WP}excerpt/`, text('encoded')) },
    ],
  })
  return errors.map(({ message }) => message)
}
