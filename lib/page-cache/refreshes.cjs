const { performance } = require('node:perf_hooks')

/** Longer than any page takes; one that broke is not waited for. */
const GIVEN_UP_MS = 10_000
/** A pause, by the time that the page before it took. What is urgent leaves readers little of it; all else leaves them nearly as they were. */
const PAUSE = 3
const URGENT_PAUSE = 1 / 2

/**
 * Pages that are to be refreshed behind their readers, one after another. What stands beside every story changes with each
 * publication: made anew as they are asked for, hundreds of pages at once would leave a busy process no time for readers.
 * One by one they take of what readers leave: the busier those keep the process, the longer a page takes beside them, and
 * the longer is the pause after it. Of the time that is left, a quarter goes to refreshes, or two thirds where they are urgent.
 */
class Refreshes {
  #begun = null
  #notBefore = 0

  constructor(now = () => performance.now()) {
    this.now = now
  }

  /** Whether this page may be made anew now; readers get it as it is otherwise. */
  begin(key, isUrgent = false) {
    const now = this.now()
    if (now < this.#notBefore || (this.#begun !== null && now - this.#begun.at < GIVEN_UP_MS)) return false
    this.#begun = { key, at: now, pause: isUrgent ? URGENT_PAUSE : PAUSE }
    return true
  }

  end(key) {
    if (this.#begun?.key !== key) return
    this.#notBefore = this.now() + (this.now() - this.#begun.at) * this.#begun.pause
    this.#begun = null
  }
}

module.exports = { Refreshes }
