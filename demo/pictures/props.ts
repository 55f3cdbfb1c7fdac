import { move, type Plate, type Point, range } from './plate'

/** People, trees, buildings and boats small enough to be used everywhere. All stand on (x, y). */

export type Figure = 'man' | 'woman' | 'child' | 'porter' | 'umbrella' | 'seated'

const bodies: Record<Figure, string> = {
  man: 'M-6-93a6.6 7.6 0 1 1 13.2 0a6.6 7.6 0 1 1-13.2 0M-3-89H4L5-84Q13-82 15-73L18-44L14-42L11-62L13-26L10-26L11-3L15 0L4 0L1-26L-2-26L-4 0L-15 0L-10-3L-10-26L-13-26L-11-62L-14-42L-18-44L-14-73Q-12-82-4-84Z',
  woman: 'M0-102Q8-101 9-91Q9-84 13-79Q18-70 17-46L15-34L20-2L12 0L-12 0L-18-2L-14-34L-17-46Q-18-70-12-79Q-8-84-8-91Q-8-101 0-102Z',
  child: 'M-6.4-62a6.6 7.4 0 1 1 13.2 0a6.6 7.4 0 1 1-13.2 0M-3-57H3L4-53Q10-51 11-45L14-27L11-26L8-38L10-17L8-17L8-2L11 0L3 0L1-17L-1-17L-3 0L-11 0L-8-2L-8-17L-10-17L-8-38L-11-26L-14-27L-11-45Q-10-51-4-53Z',
  porter: 'M-22-124H24V-100H-22ZM-6-92a6.6 8 0 1 1 13.2 0a6.6 8 0 1 1-13.2 0M-3-88H4L5-83L13-86L19-102L23-98L18-78L13-70L14-28L11 0L2 0L0-26L-5 0L-12 0L-13-28L-14-72Q-12-82-5-83Z',
  umbrella: 'M2-132Q44-128 52-98Q40-106 28-97Q16-106 3-98L3-60L-1-60L-1-98Q-14-106-25-97Q-38-106-48-98Q-40-128 2-132ZM-16-88a7.5 8 0 1 1 15 0a7.5 8 0 1 1-15 0M-14-79L-4-79L4-68L4-28L2 0L-5 0L-8-26L-12 0L-19 0L-20-28L-22-68Z',
  seated: 'M-8-66a7.5 8 0 1 1 15 0a7.5 8 0 1 1-15 0M-6-57L5-57Q13-55 14-46L16-26L34-25L36 0L28 0L26-14L-14-12L-16-46Q-14-55-6-57Z',
}

export function person(x: number, y: number, height: number, fill: string, kind: Figure = 'man', flip = false): string {
  const k = height / 100
  return `<path fill="${fill}" transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${(flip ? -k : k).toFixed(3)} ${k.toFixed(3)})" d="${bodies[kind]}"/>`
}

/** A loose line of people; one of them, by default, wears the red. */
export function crowd(s: Plate, from: number, to: number, y: number, height: number, fill: string, count: number, redAt = Math.floor(count / 2)): string {
  const step = (to - from) / count
  return range(count, (i) => person(from + step * (i + s.between(0.2, 0.8)), y + s.between(-0.03, 0.06) * height, height * s.between(0.9, 1.06), i === redAt ? s.ink.accent : fill, s.pick<Figure>(['man', 'woman', 'man', 'woman', 'child']), s.chance(0.5))).join('')
}

export function roundTree(s: Plate, x: number, y: number, h: number, fill: string, light: string): string {
  const r = h * 0.36
  const crown = range(11, (i): Point => {
    const turn = (i / 11) * Math.PI * 2
    const k = s.between(0.82, 1.16)
    return [x + Math.cos(turn) * r * k * 1.08, y - h * 0.64 + Math.sin(turn) * r * k]
  })
  const trunk = s.poly([[x - h * 0.035, y], [x - h * 0.02, y - h * 0.5], [x + h * 0.025, y - h * 0.5], [x + h * 0.04, y]], fill)
  return trunk + s.blob(crown, fill) + s.gouges([x - r * 0.75, y - h * 0.92, r * 1.1, r * 1.2], light, { count: Math.round(Math.min(24, 6 + h / 12)), length: [h * 0.05, h * 0.14], width: [1.5, 1.5 + h * 0.012], angle: -38, stray: 25 })
}

export function cypress(s: Plate, x: number, y: number, h: number, fill: string, light?: string): string {
  const w = h * 0.12
  const shape = s.blob([[x, y - h], [x + w * 0.6, y - h * 0.66], [x + w, y - h * 0.28], [x + w * 0.5, y - h * 0.03], [x - w * 0.5, y - h * 0.03], [x - w, y - h * 0.28], [x - w * 0.6, y - h * 0.66]], fill)
  return s.rect(x - h * 0.015, y - h * 0.06, h * 0.03, h * 0.07, fill) + shape + (light ? s.gouges([x - w * 0.5, y - h * 0.75, w * 0.7, h * 0.62], light, { count: 8, length: [h * 0.06, h * 0.16], width: [1.5, 3], angle: -84, stray: 8 }) : '')
}

export function palm(s: Plate, x: number, y: number, h: number, fill: string): string {
  const lean = s.between(-0.16, 0.16) * h
  const top: Point = [x + lean, y - h]
  const trunk = s.swing([[x, y], [x + lean * 0.35, y - h * 0.5], top], fill, Math.max(3, h * 0.035))
  const fronds = range(9, (i) => {
    const turn = Math.PI * (1.08 + (i / 8) * 0.84 + s.between(-0.05, 0.05)) + (i % 2 ? 0.35 : 0) * (i < 4 ? -1 : 1)
    const [ex, ey] = [top[0] + Math.cos(turn) * h * 0.36, top[1] + Math.sin(turn) * h * 0.2 + h * 0.13]
    const [cx, cy] = [top[0] + Math.cos(turn) * h * 0.22, top[1] + Math.sin(turn) * h * 0.24]
    return `M${top[0].toFixed(0)} ${top[1].toFixed(0)}Q${cx.toFixed(0)} ${(cy - h * 0.05).toFixed(0)} ${ex.toFixed(0)} ${ey.toFixed(0)}Q${cx.toFixed(0)} ${(cy + h * 0.04).toFixed(0)} ${top[0].toFixed(0)} ${top[1].toFixed(0)}Z`
  }).join('')
  return `${trunk}<path fill="${fill}" d="${fronds}"/>`
}

/** A flat-roofed building with a lit side and rows of windows, some alight. */
export function building(s: Plate, x: number, y: number, w: number, h: number, body: string, shade: string, windows: { dark: string; lit: string; odds: number }): string {
  const side = w * s.between(0.24, 0.36)
  const [columns, rows] = [Math.max(2, Math.round((w - side) / 34)), Math.max(2, Math.round(h / 46))]
  const [dx, dy] = [(w - side) / columns, (h - 14) / rows]
  const cells = range(columns * rows, (i) => ({ box: [x + (i % columns) * dx + dx * 0.27, y - h + 12 + Math.floor(i / columns) * dy + dy * 0.2, dx * 0.46, dy * 0.52] as const, lit: s.chance(windows.odds) }))
  const roof = s.chance(0.6) ? s.rect(x + w * s.between(0.1, 0.5), y - h - 22, w * 0.2, 24, shade) : s.rect(x + w * 0.3, y - h - 46, 4, 48, shade)
  return roof + s.rect(x, y - h, w, h, body) + s.rect(x + w - side, y - h, side, h, shade) + s.boxes(cells.filter((cell) => !cell.lit).map((cell) => cell.box), windows.dark) + s.boxes(cells.filter((cell) => cell.lit).map((cell) => cell.box), windows.lit)
}

/** A row of roofs seen against the light. */
export function roofs(s: Plate, y: number, low: number, high: number, fill: string, widths: readonly [number, number], lit?: { ink: string; odds: number }): string {
  const points: Point[] = [[-30, y + 400]]
  const windows: [number, number, number, number][] = []
  let x = -30
  while (x < 1640) {
    const [w, h] = [s.between(...widths), s.between(low, high)]
    points.push([x, y - h], ...(s.chance(0.18) ? ([[x + w * 0.45, y - h], [x + w * 0.45, y - h - 40], [x + w * 0.5, y - h - 40], [x + w * 0.5, y - h]] as Point[]) : []), [x + w, y - h])
    if (lit) for (let wx = x + 12; wx < x + w - 14; wx += 24) for (let wy = y - h + 16; wy < y - 10; wy += 30) if (s.chance(lit.odds)) windows.push([wx, wy, 9, 14])
    x += w
  }
  return s.poly([...points, [x, y + 400]], fill, 0.8) + (lit ? s.boxes(windows, lit.ink) : '')
}

/** A pointed arch as path data: the opening of doors, arcades and windows. */
export const arch = (x: number, y: number, w: number, h: number) =>
  `M${x.toFixed(0)} ${y.toFixed(0)}v${(-h * 0.58).toFixed(0)}c0 ${(-h * 0.22).toFixed(0)} ${(w * 0.28).toFixed(0)} ${(-h * 0.3).toFixed(0)} ${(w / 2).toFixed(0)} ${(-h * 0.42).toFixed(0)}c${(w * 0.22).toFixed(0)} ${(h * 0.12).toFixed(0)} ${(w / 2).toFixed(0)} ${(h * 0.2).toFixed(0)} ${(w / 2).toFixed(0)} ${(h * 0.42).toFixed(0)}v${(h * 0.58).toFixed(0)}z`

/** A swelling dome as path data, its base centred on (x, y). */
export const dome = (x: number, y: number, w: number, h: number) =>
  `M${(x - w * 0.42).toFixed(0)} ${y.toFixed(0)}C${(x - w * 0.62).toFixed(0)} ${(y - h * 0.38).toFixed(0)} ${(x - w * 0.42).toFixed(0)} ${(y - h * 0.66).toFixed(0)} ${(x - w * 0.08).toFixed(0)} ${(y - h * 0.88).toFixed(0)}L${x.toFixed(0)} ${(y - h * 1.14).toFixed(0)}L${(x + w * 0.08).toFixed(0)} ${(y - h * 0.88).toFixed(0)}C${(x + w * 0.42).toFixed(0)} ${(y - h * 0.66).toFixed(0)} ${(x + w * 0.62).toFixed(0)} ${(y - h * 0.38).toFixed(0)} ${(x + w * 0.42).toFixed(0)} ${y.toFixed(0)}Z`

export const path = (d: string, fill: string) => `<path fill="${fill}" d="${d}"/>`

export function minaret(s: Plate, x: number, y: number, h: number, fill: string, shade: string): string {
  const w = h * 0.075
  return s.poly([[x - w * 0.5, y], [x - w * 0.4, y - h * 0.8], [x + w * 0.4, y - h * 0.8], [x + w * 0.5, y]], fill) + s.poly([[x + w * 0.12, y], [x + w * 0.1, y - h * 0.8], [x + w * 0.4, y - h * 0.8], [x + w * 0.5, y]], shade)
    + s.boxes([[x - w * 0.75, y - h * 0.52, w * 1.5, h * 0.018], [x - w * 0.72, y - h * 0.81, w * 1.44, h * 0.02]], fill) + path(dome(x, y - h * 0.86, w * 1.15, h * 0.11), fill) + s.boxes([[x - w * 0.36, y - h * 0.87, w * 0.72, h * 0.07]], shade)
}

/** A lattice mast or pylon leg pair: outline and crossed bracing. */
export function lattice(s: Plate, x: number, y: number, h: number, foot: number, head: number, ink: string, width: number, cells = 7): string {
  const at = (along: number, side: number): Point => [x + side * (foot + (head - foot) * Math.pow(along, 0.7)), y - h * along]
  const levels = range(cells + 1, (i) => 1 - Math.pow(1 - i / cells, 1.25))
  const legs = [-1, 1].map((side) => s.stroke(levels.map((l) => at(l, side)), ink, width)).join('')
  const braces = levels.slice(0, -1).map((l, i) => s.stroke([at(l, -1), at(levels[i + 1] ?? 1, 1), at(levels[i + 1] ?? 1, -1), at(l, 1)], ink, width * 0.55)).join('')
  return legs + braces
}

export function sailboat(s: Plate, x: number, y: number, h: number, hull: string, sail: string): string {
  return move(x, y, s.poly([[-h * 0.42, -h * 0.12], [h * 0.46, -h * 0.16], [h * 0.3, h * 0.04], [-h * 0.3, h * 0.04]], hull) + s.poly([[h * 0.02, -h], [h * 0.42, -h * 0.2], [h * 0.02, -h * 0.22]], sail) + s.poly([[-h * 0.02, -h * 0.9], [-h * 0.02, -h * 0.22], [-h * 0.36, -h * 0.24]], sail) + s.rect(-2, -h * 1.05, 4, h, hull))
}
