const { createHash } = require('node:crypto')

const INLINE = /<script([^>]*)>([\s\S]*?)<\/script>/g
const STYLE_ATTRIBUTE = / style="([^"]*)"/g
const STYLE_ELEMENT = /<style[^>]*>([\s\S]*?)<\/style>/g

const digest = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
const unique = (sources) => [...new Set(sources)].join(' ')
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const decode = (text) => text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name) => ENTITIES[name])

/** Whether a browser runs a script element's own text: it has no address and is not data, such as JSON-LD. */
const runs = (attributes) => !/ src=/.test(attributes) && !/ type="(?!module|text\/javascript)/.test(attributes)

/**
 * What a finished page may do, as a Content-Security-Policy: run the inline scripts and use the inline styles that
 * it was made with, known by their digests, and nothing that somebody slipped in; load from this site alone; frame
 * what readers ask for (embeds). Text inside scripts and styles counts letter by letter: make the policy last.
 */
function policyOf(html) {
  const scripts = [...html.matchAll(INLINE)].filter(([, attributes]) => runs(attributes)).map(([, , text]) => digest(text))
  const styles = [...html.matchAll(STYLE_ELEMENT)].map(([, text]) => digest(text))
  const attributes = [...html.matchAll(STYLE_ATTRIBUTE)].map(([, text]) => digest(decode(text)))
  return writePolicy({
    script: /<script/.test(html) ? `'self' ${unique(scripts)}`.trim() : "'none'",
    style: `${/<link rel="stylesheet"/.test(html) ? "'self' " : ''}${unique(styles)}`.trim() || "'none'",
    styleAttribute: attributes.length > 0 ? `'unsafe-hashes' ${unique(attributes)}` : "'none'",
  })
}

/** The policy of a reader's page, with the sources that its own inline scripts and styles are known by. */
function writePolicy({ script, style, styleAttribute }) {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    `style-src-attr ${styleAttribute}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    'frame-src https:',
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}

module.exports = { policyOf, writePolicy, digest }
