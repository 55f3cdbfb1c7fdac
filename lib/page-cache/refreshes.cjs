const { performance } = require('node:perf_hooks')

/** Longer than any page takes; one that broke is not waited for. */
const GIVEN_UP_MS = 10_000
/** Of a process that readers keep busy altogether, refreshes still get a quarter of the time. */
const LEAST_SHARE = 1 / 4
/** How busy a process may become by refreshes. */
const BUSY_AT_MOST = 0.9

/**
 * Pages that are to be refreshed behind their readers, one after another. What stands beside every story changes with each
 * publication: made anew as they are asked for, hundreds of pages at once would leave a busy process no time for readers.
 * Between two of them readers have a pause, the longer the busier they keep the process.
 */
class Refreshes {
  #begun = null
  #notBefore = 0
  #lastEnd
  #busy = 1

  constructor(now = Date.now, eventLoopUtilization = performance.eventLoopUtilization.bind(performance)) {
    this.now = now
    this.eventLoopUtilization = eventLoopUtilization
    this.#lastEnd = eventLoopUtilization()
  }

  /** Whether this page may be made anew now; readers get it as it is otherwise. */
  begin(key) {
    const now = this.now()
    if (now < this.#notBefore || (this.#begun !== null && now - this.#begun.at < GIVEN_UP_MS)) return false
    this.#busy = this.eventLoopUtilization(this.#lastEnd).utilization
    this.#begun = { key, at: now }
    return true
  }

  end(key) {
    if (this.#begun?.key !== key) return
    const share = Math.max(LEAST_SHARE, BUSY_AT_MOST - this.#busy)
    this.#notBefore = this.now() + (1 / share - 1) * (this.now() - this.#begun.at)
    this.#begun = null
    this.#lastEnd = this.eventLoopUtilization()
  }
}

module.exports = { Refreshes }
