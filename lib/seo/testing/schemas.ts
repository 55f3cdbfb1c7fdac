import { readFileSync } from 'node:fs'
import { validateXML } from 'xmllint-wasm'

/** The sitemaps.org schema as a package of others carries it; it allows elements of other namespaces where their schema is known. */
const core = readFileSync('node_modules/sitemap/schema/sitemap.xsd', 'utf8')

const schema = (namespace: string, types: string) => `<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}" xmlns="${namespace}" elementFormDefault="qualified">${types}</xs:schema>`

/** Google's news sitemap, after its documentation: what is required, in its order; the retired elements are not allowed. */
const news = schema(
  'http://www.google.com/schemas/sitemap-news/0.9',
  `<xs:element name="news"><xs:complexType><xs:sequence>
    <xs:element name="publication"><xs:complexType><xs:sequence>
      <xs:element name="name"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:pattern value="[^()]*"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="language"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[a-z]{2,3}|zh-cn|zh-tw"/></xs:restriction></xs:simpleType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="publication_date"><xs:simpleType><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType></xs:element>
    <xs:element name="title"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction></xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element>`,
)

/** Google's image extension, of which only the address is still used. */
const image = schema('http://www.google.com/schemas/sitemap-image/1.1', '<xs:element name="image"><xs:complexType><xs:sequence><xs:element name="loc" type="xs:anyURI"/></xs:sequence></xs:complexType></xs:element>')

const xhtml = schema(
  'http://www.w3.org/1999/xhtml',
  '<xs:element name="link"><xs:complexType><xs:attribute name="rel" use="required" fixed="alternate"/><xs:attribute name="hreflang" type="xs:string" use="required"/><xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType></xs:element>',
)

const all = `<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="news.xsd"/>
  <xs:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="image.xsd"/>
  <xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="xhtml.xsd"/></xs:schema>`

/** What a schema finds wrong with a sitemap. */
export async function findSitemapErrors(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [{ fileName: 'all.xsd', contents: all }],
    preload: [
      { fileName: 'sitemap.xsd', contents: core },
      { fileName: 'news.xsd', contents: news },
      { fileName: 'image.xsd', contents: image },
      { fileName: 'xhtml.xsd', contents: xhtml },
    ],
  })
  return errors.map(({ message }) => message)
}

/** The same for an index, which has a schema of its own at sitemaps.org: addresses and W3C dates, and nothing else. */
export async function findIndexErrors(xml: string): Promise<string[]> {
  const index = `<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
    <xs:element name="sitemapindex"><xs:complexType><xs:sequence maxOccurs="50000"><xs:element name="sitemap"><xs:complexType><xs:sequence>
    <xs:element name="loc" type="xs:anyURI"/><xs:element name="lastmod" minOccurs="0"><xs:simpleType><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType></xs:element>
    </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>`
  const { errors } = await validateXML({ xml: [{ fileName: 'index.xml', contents: xml }], schema: [{ fileName: 'index.xsd', contents: index }] })
  return errors.map(({ message }) => message)
}
