/** A line that tells how far a long step is: done, of how many, how many a second, and how long it will still take. */
export interface Meter {
  (step: string, done: number, of: number, note?: string): void
  end: () => void
}

const EVERY_MS = 500

export function meter(out: NodeJS.WriteStream = process.stdout): Meter {
  let step = ''
  let began = 0
  let first = 0
  let shown = 0
  let last = ''
  const clear = () => {
    if (last !== '' && out.isTTY) out.write('\n')
    else if (last !== '') out.write(`${last}\n`)
    last = ''
  }
  const show = (name: string, done: number, of: number, note = '') => {
    const now = performance.now()
    if (name !== step) {
      clear()
      step = name
      began = now
      first = done
    } else if (now - shown < EVERY_MS && done < of) return
    shown = now
    last = line(name, done, of, (done - first) / Math.max(0.001, (now - began) / 1000), note)
    if (out.isTTY) out.write(`\r\x1b[2K${last}`)
  }
  return Object.assign(show, { end: clear })
}

function line(step: string, done: number, of: number, rate: number, note: string): string {
  const share = of > 0 ? ` ${Math.floor((done / of) * 100)} %` : ''
  const isBytes = of > 1_000_000 && step.startsWith('Reading')
  const amount = isBytes ? `${Math.round(done / 1e6)} of ${Math.round(of / 1e6)} MB` : `${done.toLocaleString('en')} of ${of.toLocaleString('en')}`
  const speed = rate > 0 ? `, ${isBytes ? `${(rate / 1e6).toFixed(1)} MB` : Math.round(rate).toLocaleString('en')} a second` : ''
  const left = rate > 0 && done < of ? `, ${duration((of - done) / rate)} left` : ''
  return `  ${step}:${share} (${amount}${note === '' ? '' : `, ${note}`}${speed}${left})`
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
