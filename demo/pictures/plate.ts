import { type Inks } from './palettes'

/** The sheet every scene is cut on; other sizes are cropped from its middle. */
export const WIDTH = 1600
export const HEIGHT = 1067

export type Point = readonly [x: number, y: number]
export type Box = readonly [x: number, y: number, w: number, h: number]

interface Gouging {
  count: number
  length: readonly [number, number]
  width: readonly [number, number]
  angle?: number
  /** Degrees by which a cut may stray from `angle`. */
  stray?: number
  /** How small the cuts are at the top of the box: 1 for all alike, 0.2 for ground that recedes. */
  recede?: number
}

const round = (value: number) => Math.round(value)
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** FNV-1a, then mulberry32: the same words always give the same hand. */
function randomFrom(words: string): () => number {
  let state = 2166136261
  for (const letter of words) state = Math.imul(state ^ letter.charCodeAt(0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One sheet being printed: its inks, its seeded randomness and the few cuts everything else is made of. */
export class Plate {
  readonly random: () => number
  private ids = 0

  constructor(
    readonly ink: Inks,
    readonly variant: number,
    seed: string,
  ) {
    this.random = randomFrom(seed)
    for (let i = 0; i < 4; i++) this.random()
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.random()
  }

  int(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1))
  }

  chance(odds: number): boolean {
    return this.random() < odds
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.random() * list.length)] ?? list[0]
  }

  /** Which of a scene's compositions this variant is; neighbouring variants never share one. */
  layout(count: number): number {
    return ((this.variant % count) + count) % count
  }

  id(): string {
    this.ids += 1
    return `p${this.ids}`
  }

  /** A polygon with the slight waver of a hand-held knife. */
  poly(points: readonly Point[], fill: string, waver = 1.4): string {
    return `<path fill="${fill}" d="${this.outline(points, waver)}"/>`
  }

  outline(points: readonly Point[], waver = 1.4): string {
    const cut: string[] = []
    points.forEach(([x, y], index) => {
      const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y]
      const steps = Math.min(6, Math.max(1, Math.floor(Math.hypot(nextX - x, nextY - y) / 90)))
      for (let step = 0; step < steps; step++) {
        const along = step / steps
        cut.push(`${(x + (nextX - x) * along + this.between(-waver, waver)).toFixed(1)} ${(y + (nextY - y) * along + this.between(-waver, waver)).toFixed(1)}`)
      }
    })
    return `M${cut.join('L')}Z`
  }

  rect(x: number, y: number, w: number, h: number, fill: string, waver = 1.2): string {
    return this.poly([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], fill, waver)
  }

  /** Many small plain rectangles as one path. */
  boxes(list: readonly Box[], fill: string): string {
    if (list.length === 0) return ''
    return `<path fill="${fill}" d="${list.map(([x, y, w, h]) => `M${round(x)} ${round(y)}h${w.toFixed(1)}v${h.toFixed(1)}h${(-w).toFixed(1)}z`).join('')}"/>`
  }

  disc(x: number, y: number, r: number, fill: string, ry = r): string {
    if (Math.max(r, ry) < 16) return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${r.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${fill}"/>`
    const count = Math.max(10, Math.min(40, round(r / 6) + 8))
    const points = Array.from({ length: count }, (_, i): Point => {
      const turn = (i / count) * Math.PI * 2
      const wobble = 1 + this.between(-0.006, 0.006)
      return [x + Math.cos(turn) * r * wobble, y + Math.sin(turn) * ry * wobble]
    })
    return `<path fill="${fill}" d="${smooth(points, true)}"/>`
  }

  /** A closed soft shape through the given points. */
  blob(points: readonly Point[], fill: string): string {
    return `<path fill="${fill}" d="${smooth(points, true)}"/>`
  }

  stroke(points: readonly Point[], colour: string, width: number, extra = ''): string {
    return `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra} d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}"/>`
  }

  swing(points: readonly Point[], colour: string, width: number, extra = ''): string {
    return `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" ${extra} d="${smooth(points, false)}"/>`
  }

  /** One tapered cut of the gouge. */
  sliver(x: number, y: number, length: number, width: number, angle: number): string {
    const dx = Math.cos(radians(angle)) * length
    const dy = Math.sin(radians(angle)) * length
    const nx = -Math.sin(radians(angle)) * width
    const ny = Math.cos(radians(angle)) * width
    const half = (side: number, way: number) => `${((dx / 2) * way + nx * side).toFixed(1)} ${((dy / 2) * way + ny * side).toFixed(1)} ${(dx * way).toFixed(1)} ${(dy * way).toFixed(1)}`
    return `M${(x - dx / 2).toFixed(0)} ${(y - dy / 2).toFixed(0)}q${half(1, 1)}q${half(-1, -1)}z`
  }

  /** A patch of gouge marks: the texture this whole hand is known by. */
  gouges([x, y, w, h]: Box, fill: string, cut: Gouging): string {
    const { angle = 0, stray = 4, recede = 1 } = cut
    let path = ''
    for (let i = 0; i < cut.count; i++) {
      const down = Math.pow(this.random(), recede < 1 ? 0.8 : 1)
      const scale = recede + (1 - recede) * down
      path += this.sliver(x + this.random() * w, y + down * h, this.between(...cut.length) * scale, this.between(...cut.width) * scale, angle + this.between(-stray, stray))
    }
    return `<path fill="${fill}" d="${path}"/>`
  }

  /** Tapered cuts standing around a point: light as a woodcutter shows it. */
  rays(x: number, y: number, from: number, to: number, count: number, fill: string, width = 7): string {
    let path = ''
    for (let i = 0; i < count; i++) {
      const turn = ((i + this.between(-0.3, 0.3)) / count) * 360
      const start = from * this.between(1, 1.25)
      const length = (to - from) * this.between(0.3, 1)
      const middle = start + length / 2
      path += this.sliver(x + Math.cos(radians(turn)) * middle, y + Math.sin(radians(turn)) * middle, length, width * this.between(0.6, 1.2), turn)
    }
    return `<path fill="${fill}" d="${path}"/>`
  }

  /** Anything, printed only inside an outline (path data). */
  within(outline: string, content: string): string {
    const id = this.id()
    return `<clipPath id="${id}"><path d="${outline}"/></clipPath><g clip-path="url(#${id})">${content}</g>`
  }

  /** A shape in a flat ink with more cut inside it. */
  filled(points: readonly Point[], fill: string, inside: string): string {
    const outline = this.outline(points)
    return `<path fill="${fill}" d="${outline}"/>${this.within(outline, inside)}`
  }
}

export const move = (x: number, y: number, content: string, scale = 1, turn = 0) =>
  `<g transform="translate(${round(x)} ${round(y)})${turn ? ` rotate(${turn.toFixed(1)})` : ''}${scale === 1 ? '' : ` scale(${scale.toFixed(3)})`}">${content}</g>`

export const range = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) => make(index))

export const mix = (from: number, to: number, along: number) => from + (to - from) * along

/** Path data of a Catmull-Rom curve through points. */
export function smooth(points: readonly Point[], closed: boolean): string {
  const at = (index: number): Point => {
    const last = points.length - 1
    return (closed ? points[(index + points.length) % points.length] : points[Math.max(0, Math.min(last, index))]) ?? [0, 0]
  }
  const [startX, startY] = at(0)
  let path = `M${startX.toFixed(1)} ${startY.toFixed(1)}`
  for (let i = 0; i < (closed ? points.length : points.length - 1); i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const controls = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6, c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6, c[0], c[1]]
    path += `C${controls.map((value) => value.toFixed(1)).join(' ')}`
  }
  return closed ? `${path}Z` : path
}
