/** Longer than any page takes; one that broke is not waited for. */
const GIVEN_UP_MS = 10_000
/** Pauses between refreshes, as many times as long as the last of them took: they get a quarter of the time. */
const PAUSE = 3

/**
 * Pages that are to be refreshed behind their readers, one after another. What stands beside every story changes with each
 * publication: made anew as they are asked for, hundreds of pages at once would leave a busy process no time for readers.
 */
class Refreshes {
  #begun = null
  #notBefore = 0

  constructor(now = Date.now) {
    this.now = now
  }

  /** Whether this page may be made anew now; readers get it as it is otherwise. */
  begin(key) {
    const now = this.now()
    if (now < this.#notBefore || (this.#begun !== null && now - this.#begun.at < GIVEN_UP_MS)) return false
    this.#begun = { key, at: now }
    return true
  }

  end(key) {
    if (this.#begun?.key !== key) return
    this.#notBefore = this.now() + PAUSE * (this.now() - this.#begun.at)
    this.#begun = null
  }
}

module.exports = { Refreshes }
