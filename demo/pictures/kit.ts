import { HEIGHT, mix, move, type Plate, type Point, range, WIDTH } from './plate'

/** Sky, land, water and weather, all cut on a Plate. */

type SkyStyle = 'bands' | 'rays' | 'rings' | 'plain'

interface SkyPlan {
  horizon: number
  light?: Point
  style?: SkyStyle
}

/** A split-fountain sky (the roller carried two inks) with the light carved out of it. */
export function sky(s: Plate, { horizon, light = [1060, 300], style = s.pick(['bands', 'rays', 'rings']) }: SkyPlan): string {
  const id = s.id()
  const stops = [[0, s.ink.high], [0.55, s.ink.sky], [1, s.ink.haze]] as const
  const roll = `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map(([at, ink]) => `<stop offset="${at}" stop-color="${ink}"/>`).join('')}</linearGradient><rect width="${WIDTH}" height="${horizon + 60}" fill="url(#${id})"/>`
  return roll + carvedSky(s, horizon, light, style)
}

function carvedSky(s: Plate, horizon: number, [x, y]: Point, style: SkyStyle): string {
  if (style === 'plain') return ''
  if (style === 'rays') return s.rays(x, y, 130, 1150, 84, s.ink.carve, 5)
  if (style === 'rings') {
    return range(13, (i) => {
      const dashes = range(8, () => s.int(30, 190)).map((dash, at) => (at % 2 ? Math.round(dash * 0.45) : dash))
      return `<circle cx="${x}" cy="${y}" r="${150 + i * 62}" fill="none" stroke="${s.ink.carve}" stroke-width="${s.between(2.5, 6).toFixed(1)}" stroke-linecap="round" stroke-dasharray="${dashes.join(' ')}"/>`
    }).join('')
  }
  const band = horizon / 5
  return range(5, (i) => s.gouges([-60, i * band, WIDTH + 120, band], s.ink.carve, { count: 12 + i * 9, length: [80, 330 - i * 30], width: [2.5, 6], stray: 0.7 })).join('')
}

/** A disc printed a little off its ground, with a bite of texture. */
export function sun(s: Plate, x: number, y: number, r: number, fill = s.ink.accent): string {
  const ground = s.disc(x - r * 0.06, y + r * 0.05, r * 1.03, s.ink.glow)
  return ground + s.disc(x, y, r, fill) + s.gouges([x - r * 0.8, y + r * 0.25, r * 1.6, r * 0.55], s.ink.glow, { count: 9, length: [r * 0.3, r * 0.9], width: [1.5, 3.5], stray: 1 })
}

export function moon(s: Plate, x: number, y: number, r: number, crescent = false): string {
  const disc = s.disc(x, y, r, s.ink.pale)
  if (crescent) return `<path fill="${s.ink.pale}" d="M${x} ${y - r}A${r} ${r} 0 1 1 ${x - r} ${y}A${r * 0.8} ${r * 0.8} 0 0 0 ${x} ${y - r}Z"/>`
  return disc + s.disc(x - r * 0.3, y - r * 0.2, r * 0.2, s.ink.haze) + s.disc(x + r * 0.25, y + r * 0.3, r * 0.27, s.ink.haze) + s.disc(x + r * 0.3, y - r * 0.35, r * 0.12, s.ink.haze)
}

export function stars(s: Plate, count: number, depth: number, fill = s.ink.pale): string {
  const points = range(count, () => {
    const [x, y, r] = [s.between(0, WIDTH), s.random() * depth, s.between(1.5, 5) * s.between(0.5, 1)]
    return `M${x.toFixed(0)} ${(y - r * 1.5).toFixed(0)}l${r.toFixed(1)} ${(r * 1.5).toFixed(1)}l${(-r).toFixed(1)} ${(r * 1.5).toFixed(1)}l${(-r).toFixed(1)} ${(-r * 1.5).toFixed(1)}z`
  })
  return `<path fill="${fill}" d="${points.join('')}"/>`
}

/** A flat-bottomed bank of cloud, with its shade carved along the foot. */
export function cloud(s: Plate, x: number, y: number, w: number, fill: string, shade?: string): string {
  const lumps = s.int(4, 6)
  const puffs = range(lumps, (i) => {
    const along = (i + 0.5) / lumps
    const r = w * (0.08 + 0.13 * Math.sin(along * Math.PI)) * s.between(0.85, 1.15)
    return s.disc(x + w * mix(0.1, 0.9, along), y - r * 0.5, r * 1.15, fill, r)
  }).join('')
  const foot = w * 0.05
  const base = s.poly([[x + w * 0.05, y - foot * 0.7], [x + w * 0.14, y - foot * 1.8], [x + w * 0.86, y - foot * 1.8], [x + w * 0.95, y - foot * 0.7], [x + w * 0.93, y], [x + w * 0.07, y]], fill, 2)
  const cuts = shade ? s.gouges([x + w * 0.14, y - w * 0.15, w * 0.66, w * 0.14], shade, { count: 12, length: [w * 0.1, w * 0.3], width: [2, 5], stray: 1 }) : ''
  return s.within(`M${(x - w).toFixed(0)} ${(y - w).toFixed(0)}h${(w * 3).toFixed(0)}v${w.toFixed(0)}h${(-w * 3).toFixed(0)}z`, puffs + base) + cuts
}

export function streaks(s: Plate, y: number, spread: number, fill: string, count = 5): string {
  return range(count, () => {
    const [left, at, w] = [s.between(-150, WIDTH - 250), y + s.between(-spread, spread), s.between(260, 720)]
    const h = w * s.between(0.025, 0.05)
    return s.blob([[left, at], [left + w * 0.3, at - h], [left + w * 0.7, at - h * 0.6], [left + w, at + h * 0.2], [left + w * 0.6, at + h * 0.8], [left + w * 0.2, at + h * 0.5]], fill)
  }).join('')
}

/** The points of a skyline of hills between two edges of the sheet, halved and shaken. */
export function ridgeline(s: Plate, y: number, height: number, rough: number, peaks: readonly number[] = []): Point[] {
  const knots: Point[] = [[-40, y - s.between(0.1, 0.6) * height]]
  const tops = peaks.length > 0 ? peaks : range(s.int(3, 5), (i) => (i + s.between(0.2, 0.9)) / 5)
  tops.forEach((at, i) => {
    knots.push([at * WIDTH, y - height * s.between(0.75, 1)])
    const next = tops[i + 1] ?? 1.08
    knots.push([mix(at, next, s.between(0.42, 0.6)) * WIDTH, y - height * s.between(0.12, 0.38)])
  })
  return shake(s, [...knots, [WIDTH + 90, y - height * 0.4]], rough, 4)
}

function shake(s: Plate, points: readonly Point[], rough: number, times: number): Point[] {
  if (times === 0) return [...points]
  const finer = points.flatMap((a, i): Point[] => {
    const b = points[i + 1]
    if (!b || b[0] - a[0] < 14) return [a]
    const span = Math.abs(b[0] - a[0])
    return [a, [mix(a[0], b[0], s.between(0.4, 0.6)), mix(a[1], b[1], s.between(0.4, 0.6)) + s.between(-1, 1) * span * rough]]
  })
  return shake(s, finer, rough, times - 1)
}

export function land(s: Plate, line: readonly Point[], fill: string, inside = '', foot = HEIGHT + 20): string {
  const outline = `M${line.map(([x, y]) => `${x.toFixed(0)} ${y.toFixed(0)}`).join('L')}L${WIDTH + 100} ${foot}L-60 ${foot}Z`
  return `<path fill="${fill}" d="${outline}"/>${inside ? s.within(outline, inside) : ''}`
}

/** Soft rolling ground. */
export function hill(s: Plate, y: number, swell: number, fill: string, inside = ''): string {
  const phase = s.between(0, 6)
  const line = range(22, (i): Point => [-40 + i * 82, y + Math.sin(phase + i * 0.42) * swell + Math.sin(phase * 2 + i * 0.17) * swell * 0.7])
  return land(s, line, fill, inside)
}

/** Where the line turns downwards: its summits. */
export const summits = (line: readonly Point[], reach = 5) =>
  line.filter(([, y], i) => i > reach && i < line.length - reach && line.slice(i - reach, i + reach + 1).every(([, other]) => other >= y))

/** Shadowed flanks falling away from each summit, on the side turned from the light. */
export function flanks(s: Plate, line: readonly Point[], depth: number, fill: string, side: 1 | -1 = 1): string {
  return summits(line).map(([x, y]) => {
    const fall = depth * s.between(0.7, 1.15)
    const zig = range(7, (i): Point => [x + side * fall * (0.02 + i * 0.03) * (i % 2 ? -1.6 : 1.7), y + (fall * (i + 1)) / 7])
    return s.poly([[x, y - 4], ...zig, [x + side * fall * 1.3, y + fall * 1.05]], fill, 3)
  }).join('')
}

/** Paper left white on the summits, with a torn lower edge. */
export function snow(s: Plate, line: readonly Point[], depth: number, fill = s.ink.pale): string {
  return summits(line).map(([x, y]) => {
    const d = depth * s.between(0.75, 1.2)
    const torn = range(7, (i): Point => [x + d * (0.95 - i * 0.32), y + d * (0.72 + (i % 2 ? -0.26 : 0.1) + s.between(-0.08, 0.08))])
    return s.poly([[x, y - 8], ...torn], fill, 3)
  }).join('')
}

/** Water: a flat ink, cuts that widen towards the viewer, and the light's road across it. */
export function water(s: Plate, from: number, to: number, fill: string, options: { glint?: string; road?: number; count?: number } = {}): string {
  const depth = to - from
  const glint = options.glint ?? s.ink.far
  const cuts = s.gouges([-60, from + 6, WIDTH + 120, depth - 6], glint, { count: options.count ?? 90, length: [60, 230], width: [3, 7], stray: 0.8, recede: 0.25 })
  return s.rect(-20, from, WIDTH + 40, depth + 10, fill) + cuts + (options.road === undefined ? '' : lightRoad(s, options.road, from, to))
}

export function lightRoad(s: Plate, x: number, from: number, to: number, fill = s.ink.glow): string {
  const rows = 26
  const path = range(rows, (i) => {
    const along = i / rows
    const spread = mix(14, 110, along)
    return range(3, () => s.sliver(x + s.between(-1, 1) * spread, mix(from + 6, to, along ** 1.2), mix(30, 150, along) * s.between(0.5, 1.2), mix(2.5, 7, along), s.between(-1, 1))).join('')
  }).join('')
  return `<path fill="${fill}" d="${path}"/>`
}

export function rain(s: Plate, count: number, fill: string, angle = 104, length: readonly [number, number] = [40, 130]): string {
  return s.gouges([-40, -60, WIDTH + 80, HEIGHT + 80], fill, { count, length, width: [1.4, 3.2], angle, stray: 1.5 })
}

/** Rows running to a vanishing point: furrows, desks, panels, boards. */
export function furrows(s: Plate, vanish: Point, foot: number, count: number, fill: string, spread = 2.4, width = 0.34): string {
  const [vx, vy] = vanish
  return range(count, (i) => {
    const at = vx + ((i + 0.5) / count - 0.5) * WIDTH * spread
    const step = (WIDTH * spread) / count
    return s.poly([[vx + (at - vx) * 0.012, vy], [at + step * width, foot], [at - step * width, foot]], fill, 1)
  }).join('')
}

/** A room: wall, floor, and a slant of light thrown from a window. */
export function room(s: Plate, floorAt: number, wall: string, floor: string, light = s.ink.haze): string {
  const lean = s.between(120, 260)
  const beam = s.within(`M0 0H${WIDTH}V${floorAt}H0Z`, range(2, (i) => s.poly([[880 + i * 190, -20], [1040 + i * 190, -20], [1040 + i * 190 - lean * 2.2, floorAt + 20], [840 + i * 190 - lean * 2.2, floorAt + 20]], light, 2)).join(''))
  const boards = s.gouges([-40, floorAt + 14, WIDTH + 80, HEIGHT - floorAt], light, { count: 44, length: [120, 420], width: [2, 5], stray: 0.6, recede: 0.35 })
  return s.rect(-10, -10, WIDTH + 20, floorAt + 20, wall) + `<g opacity=".55">${beam}</g>` + s.rect(-10, floorAt, WIDTH + 20, HEIGHT - floorAt + 20, floor) + `<g opacity=".6">${boards}</g>`
}

export function birds(s: Plate, x: number, y: number, count: number, fill: string, spread = 160): string {
  return range(count, () => {
    const [bx, by, w] = [x + s.between(-spread, spread), y + s.between(-spread, spread) * 0.4, s.between(11, 24)]
    return move(bx, by, `<path fill="${fill}" d="M${-w} ${-w * 0.35}Q${-w * 0.4} ${-w * 0.55} 0 0Q${w * 0.4} ${-w * 0.6} ${w} ${-w * 0.4}Q${w * 0.4} ${-w * 0.25} 0 ${w * 0.22}Q${-w * 0.4} ${-w * 0.2} ${-w} ${-w * 0.35}Z"/>`)
  }).join('')
}
