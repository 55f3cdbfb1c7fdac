const { withoutStill } = require('./still.cjs')

const SCRIPT = /<script src="(\/_next\/static\/[^"]+\.js)"([^>]*) async=""><\/script>/g
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g

/** The page's data as Next streams it: many small scripts, of which a finished page needs one. */
const DATA = /<script>(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(([\s\S]*?)\)<\/script>/g

/**
 * Runs in the browser: fetches the scripts once, when the reader first does anything, comes back to the tab, or
 * has had the page open for a minute (so that the date and the weather go on); at once where the page is of another day.
 * Somebody who saves data is shown the way to the lite edition, and gets scripts for a touch or a key only. Where an
 * extension or a translator has changed the page under React's hands, React makes it anew, and knows only what lives in
 * the browser (./still.cjs): then the page as it stood is put back; it is whole, and reads and navigates without scripts.
 */
function loader(sources) {
  const page = [...document.body.childNodes]
  const main = document.querySelector('main')
  const saves = navigator.connection?.saveData === true
  if (saves) document.documentElement.dataset.saveData = ''
  let begun = false
  const begin = () => {
    if (begun) return
    begun = true
    new MutationObserver((_, observer) => {
      if (main === null || main.isConnected) return
      observer.disconnect()
      document.body.replaceChildren(...page)
    }).observe(document.body, { childList: true })
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
  // A page that is left is hidden, too.
  document.addEventListener('visibilitychange', () => document.hidden || begin())
  const date = document.querySelector('time[data-until]')
  const isOver = date !== null && Date.now() >= Number(date.dataset.until)
  setTimeout(begin, isOver ? 0 : 60_000)
}

/**
 * A page's HTML with its framework scripts taken out of the way of the first look: every page reads and navigates
 * without them, so they are fetched when the reader first does something. The page's data moves to its end in one
 * piece. A page without such scripts is left as it is.
 */
function lateScripts(html) {
  const sources = [...html.matchAll(SCRIPT)].map((match) => match[1])
  if (sources.length === 0 || !html.includes('</body>')) return html
  const data = shorten([...html.matchAll(DATA)].map(([, entry]) => entry))
  const inline = `<script>${data && `(self.__next_f=self.__next_f||[]).push(${data});`}(${loader})(${JSON.stringify([...new Set(sources)])})</script>`
  const bare = html.replace(SCRIPT, '').replace(PRELOAD, '').replace(DATA, '')
  return bare.replace('</body>', () => `${inline}</body>`)
}

const TEXT = 1

/** Next's entries, [kind, value] each, with the page's own text in one and nothing in it that the HTML says already. */
function shorten(entries) {
  const parsed = entries.map((entry) => JSON.parse(entry))
  const text = parsed.filter(([kind]) => kind === TEXT).map(([, value]) => value).join('')
  const others = entries.filter((_, i) => parsed[i][0] !== TEXT)
  // What stands in a script must not end it (and the two line ends that JSON knows and old scripts do not).
  const written = (value) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [...others, ...(text === '' ? [] : [written([TEXT, withoutStill(text)])])].join(',')
}

module.exports = { lateScripts }
