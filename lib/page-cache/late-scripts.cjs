const SCRIPT = /<script src="(\/_next\/static\/[^"]+\.js)"([^>]*) async=""><\/script>/g
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g

/** The page's data as Next streams it: many small scripts, of which a finished page needs one. */
const DATA = /<script>((?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\([\s\S]*?\))<\/script>/g

/**
 * Runs in the browser: fetches the scripts once, when the reader first does anything, comes back to the tab, or
 * has had the page open for a minute (so that the date and the weather go on). Somebody who saves data is shown the way
 * to the lite edition, and gets scripts for a touch or a key only.
 */
function loader(sources) {
  const saves = navigator.connection?.saveData === true
  if (saves) document.documentElement.dataset.saveData = ''
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
  for (const event of saves ? ['click', 'keydown'] : ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'scroll', 'wheel']) {
    addEventListener(event, begin, { once: true, passive: true, capture: true })
  }
  if (saves) return
  document.addEventListener('visibilitychange', begin, { once: true })
  setTimeout(begin, 60_000)
}

/**
 * A page's HTML with its framework scripts taken out of the way of the first look: every page reads and navigates
 * without them, so they are fetched when the reader first does something. The page's data moves to its end in one
 * piece. A page without such scripts is left as it is.
 */
function lateScripts(html) {
  const sources = [...html.matchAll(SCRIPT)].map((match) => match[1])
  if (sources.length === 0 || !html.includes('</body>')) return html
  const data = [...html.matchAll(DATA)].map((match) => match[1]).join(';')
  const inline = `<script>${data}${data && ';'}(${loader})(${JSON.stringify([...new Set(sources)])})</script>`
  const bare = html.replace(SCRIPT, '').replace(PRELOAD, '').replace(DATA, '')
  return bare.replace('</body>', () => `${inline}</body>`)
}

module.exports = { lateScripts }
