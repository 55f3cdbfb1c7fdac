/**
 * A page's data, as React streams it to its own scripts (react-server-dom's rows, one "id:value" a line), without what
 * the HTML says already. Only a few components of a page live in the browser; whatever holds none of them never changes
 * there, and React need not be told its words again: it takes such an element as it stands.
 */

/** Rows that carry their length and no line's end, other than text. */
const BINARY = new Set([...'AOoUSsLlGgMmV'])
/** Values that would need rows of their own. Reader pages have none; a page that has is sent as it is. */
const UNKNOWN = /^\$[WKhFiB][0-9a-f]/
/** A row by its id: plainly or as something lazy (L), promised (@) or a map (Q); or what stands in it at a path. */
const REFERENCE = /^\$([L@Q])?([0-9a-f]+)((?::[^:]+)*)$/
/** React hoists or looks into these itself, wherever they stand. */
const OWN_RULES = new Set(['title', 'meta', 'link', 'style', 'base', 'script', 'select', 'textarea', 'option', 'template'])
const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr'])
const DOCUMENT = new Set(['html', 'head', 'body'])
const TAKEN_AS_IT_STANDS = { dangerouslySetInnerHTML: { __html: '' }, suppressHydrationWarning: true }

/** The data, shorter; or as it was, where it holds anything unknown. */
function withoutStill(data) {
  const rows = readRows(data)
  if (rows === null || !rows.models.has('0')) return data
  try {
    return write(rows)
  } catch (error) {
    if (error instanceof Unknown) return data
    throw error
  }
}

class Unknown extends Error {}

function readRows(data) {
  const bytes = Buffer.from(data, 'utf8')
  const models = new Map()
  const texts = new Map()
  /** Rows that are sent as they came: components, symbols, ends of streams. */
  const others = []
  for (let at = 0; at < bytes.length; ) {
    const colon = bytes.indexOf(':', at)
    if (colon === -1) return null
    const id = bytes.toString('utf8', at, colon)
    const tag = String.fromCharCode(bytes[colon + 1])
    if (BINARY.has(tag)) return null
    if (tag === 'T') {
      const comma = bytes.indexOf(',', colon)
      const end = comma + 1 + Number.parseInt(bytes.toString('utf8', colon + 2, comma), 16)
      texts.set(id, bytes.toString('utf8', comma + 1, end))
      at = end
      continue
    }
    const line = bytes.indexOf('\n', colon)
    const end = line === -1 ? bytes.length : line
    const value = bytes.toString('utf8', colon + 1, end)
    if (/^[A-Z]/.test(value)) {
      // Hints of what to fetch early: the HTML has given them.
      if (tag !== 'H') others.push({ id, value })
    } else models.set(id, JSON.parse(value))
    at = end + 1
  }
  return { models, texts, others }
}

function write({ models, texts, others }) {
  /** Rows that stay rows: promises and maps. */
  const apart = new Set()
  const isSymbol = (id) => typeof models.get(id) === 'string'

  /** What stands where a path leads: "a:props:children:0". */
  function follow(id, path) {
    let value = models.get(id)
    for (const step of path.split(':').slice(1)) {
      const reference = typeof value === 'string' ? REFERENCE.exec(value) : null
      if (reference) value = follow(reference[2], reference[3])
      value = isElement(value) ? value[{ type: 1, key: 2, props: 3 }[step]] : value?.[step]
      if (value === undefined) throw new Unknown()
    }
    return value
  }

  /** A value with the rows it names written into it. */
  function whole(value) {
    if (Array.isArray(value)) return value.map(whole)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, whole(one)]))
    if (typeof value !== 'string' || !value.startsWith('$')) return value
    if (UNKNOWN.test(value)) throw new Unknown()
    const [, kind, id, path] = REFERENCE.exec(value) ?? []
    if (id === undefined) return value
    if (kind === '@' || kind === 'Q') {
      apart.add(id)
      return value
    }
    if (texts.has(id)) return texts.get(id).replace(/^\$/, '$$$$')
    return path === '' && (isSymbol(id) || !models.has(id)) ? value : whole(follow(id, path))
  }

  /** Whether anything in it is left to a row of its own: a component of the browser, or something promised. */
  function livesInBrowser(value) {
    if (typeof value === 'string') {
      const [, , id] = REFERENCE.exec(value) ?? []
      return id !== undefined && !isSymbol(id)
    }
    return typeof value === 'object' && value !== null && Object.values(value).some(livesInBrowser)
  }

  function still(value) {
    if (isElement(value)) return stillElement(value)
    if (Array.isArray(value)) return value.map(still)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, still(one)]))
    return value
  }

  function stillElement([mark, type, key, props, ...rest]) {
    const element = (kept) => [mark, type, key, kept, ...rest]
    if (!type.startsWith('$')) {
      // Nothing in it changes. And what waits for a script there has React lose its place, and find the body changed.
      if (type === 'head') return element({ ...props, children: null })
      if (standsInHead(type, props)) return null
      if (type === 'script' && props.dangerouslySetInnerHTML) return element({ ...props, dangerouslySetInnerHTML: { __html: '' } })
      if (OWN_RULES.has(type) || VOID.has(type)) return element(props)
      if (!DOCUMENT.has(type) && !livesInBrowser(props)) return element(TAKEN_AS_IT_STANDS)
    }
    // A component's other properties may be shown later, when there is no HTML to take them from.
    const kept = { ...props }
    for (const name of ['children', 'notFound']) if (name in kept) kept[name] = still(kept[name])
    return element(kept)
  }

  const row = (id) => `${id}:${JSON.stringify(still(whole(models.get(id))))}`
  const page = row('0')
  const lines = others.map(({ id, value }) => `${id}:${value}`)
  // Writing one may name more; a set is walked to its growing end.
  for (const id of apart) if (models.has(id)) lines.push(row(id))
  lines.push(page)
  const named = new Set(lines.flatMap((line) => [...line.matchAll(/"\$L?([0-9a-f]+)"/g)].map(([, id]) => id)))
  const symbols = [...named].filter(isSymbol).map((id) => `${id}:${JSON.stringify(models.get(id))}`)
  return `${[...symbols, ...lines].join('\n')}\n`
}

/** What React moves to the head wherever it is written, and does not look for when it wakes. Styles it counts. */
const standsInHead = (type, props) => !('itemProp' in props) && (type === 'title' || type === 'meta' || (type === 'link' && props.rel !== 'stylesheet'))

const isElement = (value) => Array.isArray(value) && value[0] === '$' && value.length >= 4

module.exports = { withoutStill }
