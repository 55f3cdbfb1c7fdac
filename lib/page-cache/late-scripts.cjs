const SCRIPT = /<script src="(\/_next\/static\/[^"]+\.js)"([^>]*) async=""><\/script>/g
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g

/**
 * Runs in the browser: fetches the scripts once, when the reader first does anything, comes back to the tab, or
 * has had the page open for a minute (so that the date and the weather go on).
 */
function loader(sources) {
  let begun = false
  const begin = () => {
    if (begun) return
    begun = true
    for (const source of sources) {
      const script = document.createElement('script')
      script.src = source
      script.async = true
      document.head.append(script)
    }
  }
  for (const event of ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'scroll', 'wheel']) {
    addEventListener(event, begin, { once: true, passive: true, capture: true })
  }
  document.addEventListener('visibilitychange', begin, { once: true })
  setTimeout(begin, 60_000)
}

/**
 * A page's HTML with its framework scripts taken out of the way of the first look: every page reads and navigates
 * without them, so they are fetched when the reader first does something. The page's data stays where it is.
 * A page without such scripts is left as it is.
 */
function lateScripts(html) {
  const sources = [...html.matchAll(SCRIPT)].map((match) => match[1])
  if (sources.length === 0 || !html.includes('</body>')) return html
  const inline = `<script>(${loader})(${JSON.stringify([...new Set(sources)])})</script>`
  return html.replace(SCRIPT, '').replace(PRELOAD, '').replace('</body>', () => `${inline}</body>`)
}

module.exports = { lateScripts }
