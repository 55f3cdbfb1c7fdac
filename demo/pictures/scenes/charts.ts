import { land, ridgeline, sky, stars, sun } from '../kit'
import { HEIGHT, mix, move, type Plate, type Point, range, smooth, WIDTH } from '../plate'
import { crowd, path, person } from '../props'
import { type SceneDrawer } from './drawer'

/** A coast as the sea leaves it: every edge broken again and again. */
function jagged(s: Plate, points: readonly Point[], times: number): Point[] {
  if (times === 0) return [...points]
  return jagged(s, points.flatMap((a, i): Point[] => { const b = points[(i + 1) % points.length] ?? a; const k = s.between(-0.22, 0.22); return [a, [(a[0] + b[0]) / 2 + (b[1] - a[1]) * k, (a[1] + b[1]) / 2 - (b[0] - a[0]) * k]] }), times - 1)
}

/** Land and sea of no real country: a coast, contours, a river, a route. */
const map: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow, haze, sky: tone } = s.ink
  const layout = s.layout(3)
  const blob = (cx: number, cy: number, r: number, n: number, rough: number) => range(n, (i): Point => { const turn = (i / n) * Math.PI * 2; const k = r * (1 + s.between(-rough, rough)); return [cx + Math.cos(turn) * k * 1.25, cy + Math.sin(turn) * k] })
  const grid = range(9, (i) => s.stroke([[i * 200, -10], [i * 200, HEIGHT + 10]], near, 2, 'stroke-dasharray="3 13"')).join('') + range(6, (i) => s.stroke([[-10, 60 + i * 200], [WIDTH + 10, 60 + i * 200]], near, 2, 'stroke-dasharray="3 13"')).join('')
  const pin = (x: number, y: number, k = 1) => move(x, y, `<path fill="${ink}" d="M6 6Q-50 -60 -34 -104A44 44 0 0 1 50 -104Q62 -60 6 6Z"/><path fill="${accent}" d="M0 0Q-54 -66 -40 -108A43 43 0 0 1 40 -108Q54 -66 0 0Z"/><circle cy="-94" r="17" fill="${pale}"/>`, k)
  if (layout === 0) {
    const coast = jagged(s, blob(760, 560, 450, 13, 0.2), 3)
    const waves = range(4, (i) => `<path fill="none" stroke="${tone}" stroke-width="${9 - i * 2}" stroke-opacity="${0.8 - i * 0.17}" d="${smooth(coast.filter((_, at) => at % 4 === 0).map(([x, y]): Point => [mix(760, x, 1.07 + i * 0.07), mix(560, y, 1.07 + i * 0.07)]), true)}"/>`).join('')
    const outline = `M${coast.map(([x, y]) => `${x.toFixed(0)} ${y.toFixed(0)}`).join('L')}Z`
    const regions = range(3, (i) => s.poly(jagged(s, blob(480 + i * 290, 430 + (i % 2) * 320, 270, 8, 0.25), 2), [haze, glow, far][i] ?? haze)).join('')
    const rivers = range(2, (i) => s.swing([[620 + i * 260, 240], [700 + i * 120, 420], [620 + i * 190, 600], [760 + i * 60, 780], [700 + i * 60, 1060]], mid, 11)).join('')
    const border = s.swing([[260, 520], [520, 560], [800, 460], [1040, 560], [1330, 480]], ink, 6, 'stroke-dasharray="34 20"')
    return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, mid) + waves + move(12, 14, path(outline, near)) + path(outline, pale) + s.within(outline, regions + rivers + border + s.gouges([200, 200, 1100, 700], mid, { count: 50, length: [30, 80], width: [3, 7], angle: -50, stray: 20 })) + grid + s.swing([[470, 430], [640, 380], [830, 520], [1010, 690]], accent, 8, 'stroke-dasharray="4 22"') + s.disc(470, 430, 17, ink) + pin(1010, 690)
  }
  if (layout === 1) {
    const peaks = [[520, 420, 330], [1120, 700, 300]] as const
    const rings = peaks.map(([cx, cy, r]) => range(9, (i) => { const shape = range(18, (k): Point => { const turn = (k / 18) * Math.PI * 2; const q = (r * (9.6 - i)) / 7; return [cx + Math.cos(turn) * q * (1.3 + Math.sin(turn * 3 + cx + i * 0.16) * 0.16), cy + Math.sin(turn) * q * (1 + Math.cos(turn * 2 + i * 0.14) * 0.17)] }); return `<path fill="${[haze, haze, glow, glow, far, far, mid, mid, near][i] ?? far}" fill-opacity="${i < 4 ? 0.5 : 0.8}" stroke="${near}" stroke-width="${i % 3 ? 2.5 : 5}" d="${smooth(shape, true)}"/>` }).join('')).join('')
    const road = [14, 6].map((w, i) => s.stroke([[-20, 960], [1640, 190]], i ? pale : ink, w + (i ? 0 : 6))).join('')
    return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, pale) + rings + grid + s.swing([[-20, 240], [360, 700], [760, 720], [900, 980], [1000, 1090]], mid, 13) + road + s.stroke([[560, 690], [560, 380]], accent, 7, 'stroke-dasharray="4 20"') + range(4, (i) => s.poly([[380 + i * 300, 818 - i * 139], [400 + i * 300, 780 - i * 139], [420 + i * 300, 818 - i * 139]], accent)).join('') + pin(1090, 590, 1.1)
  }
  const folds = range(4, (i) => { const x = 150 + i * 330; const d = i % 2 ? 50 : 0; return s.poly([[x, 180 + d], [x + 330, 230 - d], [x + 330, 900 - d], [x, 850 + d]], i % 2 ? haze : pale) }).join('')
  const sheet = 'M150 180L480 230L810 230L810 180L1140 180L1470 230V850L1140 900L810 850L480 900L150 850Z'
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, near) + s.gouges([0, 0, WIDTH, HEIGHT], mid, { count: 70, length: [160, 500], width: [3, 8], angle: 4, stray: 1 }) + move(26, 34, path(sheet, ink)) + folds + s.within(sheet, s.blob(blob(560, 560, 290, 14, 0.24), far) + s.blob(blob(1240, 420, 200, 12, 0.26), glow) + s.swing([[600, 300], [520, 480], [640, 640], [560, 920]], mid, 14) + range(5, (i) => s.swing([[900, 960 - i * 40], [1100, 880 - i * 40], [1500, 900 - i * 40]], mid, 4)).join('') + grid + `<g opacity=".16">${s.poly([[480, 180], [810, 180], [810, 920], [480, 920]], ink)}${s.poly([[1140, 180], [1480, 180], [1480, 920], [1140, 920]], ink)}</g>`) + s.swing([[480, 660], [700, 520], [1000, 560], [1210, 430]], accent, 9, 'stroke-dasharray="4 24"') + pin(1210, 430) + s.disc(480, 660, 18, ink) + move(1100, 850, s.poly([[0, 0], [40, -14], [420, -14], [420, 14], [40, 14]], glow) + s.poly([[0, 0], [40, -14], [40, 14]], ink) + s.rect(390, -14, 60, 28, accent), 1, -24)
}

const globe: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow, haze } = s.ink
  const layout = s.layout(2)
  const [cx, cy, r] = layout ? [800, 480, 350] : [820, 760, 620]
  const disc = `M${cx - r} ${cy}A${r} ${r} 0 1 1 ${cx + r} ${cy}A${r} ${r} 0 1 1 ${cx - r} ${cy}Z`
  const lands = range(6, (i) => { const [x, y] = [cx + r * (-0.55 + (i % 3) * 0.5) + s.between(-30, 30), cy + r * (-0.5 + Math.floor(i / 2) * 0.42)]; return s.poly(jagged(s, range(8, (k): Point => { const turn = (k / 8) * 6.283; const q = r * [0.36, 0.2, 0.28, 0.3, 0.18, 0.24][i]! * s.between(0.6, 1.4); return [x + Math.cos(turn) * q, y + Math.sin(turn) * q * 1.1] }), 3), i === 3 ? glow : pale) }).join('')
  const lines = range(4, (i) => `<ellipse cx="${cx}" cy="${cy}" rx="${(r * (i + 0.4)) / 4}" ry="${r}" fill="none" stroke="${haze}" stroke-width="3" stroke-opacity=".6"/>`).join('') + range(7, (i) => { const y = cy + r * (-0.84 + i * 0.28); const half = Math.sqrt(Math.max(0, r * r - (y - cy) ** 2)); return s.swing([[cx - half, y], [cx, y + r * 0.09], [cx + half, y]], haze, 3, 'stroke-opacity=".6"') }).join('')
  const shade = path(`M${cx + r * 0.2} ${cy - r}A${r} ${r} 0 0 1 ${cx + r * 0.2} ${cy + r}L${cx + r * 1.1} ${cy + r}V${cy - r}ZM${cx + r * 0.2} ${cy - r}Q${cx + r * 0.95} ${cy} ${cx + r * 0.2} ${cy + r}Z`, near)
  const ball = path(disc, mid) + s.within(disc, lands + `<g opacity=".45">${shade}</g>` + s.gouges([cx + r * 0.3, cy - r, r * 0.7, r * 2], near, { count: 60, length: [60, 200], width: [3, 8], angle: 78, stray: 6 }) + lines)
  if (layout === 1) return sky(s, { horizon: 900, light: [800, 480], style: 'rings' }) + s.rect(-10, 920, WIDTH + 20, 170, near) + s.gouges([0, 940, WIDTH, 120], mid, { count: 40, length: [120, 340], width: [3, 8], stray: 0.5 }) + ball + `<g transform="rotate(23 800 480)"><path fill="none" stroke="${ink}" stroke-width="22" d="M800 96A384 384 0 0 1 800 864"/>${s.rect(788, 60, 24, 70, ink)}${s.rect(788, 830, 24, 70, ink)}</g>` + s.poly([[770, 850], [830, 850], [850, 950], [1000, 980], [1000, 1006], [600, 1006], [600, 980], [750, 950]], ink) + s.disc(690, 330, 18, accent) + s.disc(960, 560, 18, accent) + s.swing([[690, 330], [850, 370], [960, 560]], accent, 8, 'stroke-dasharray="4 20"')
  const arc = (a: Point, b: Point, lift: number) => s.swing([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - lift], b], accent, 7) + s.disc(...a, 15, accent) + s.disc(...b, 15, accent) + s.disc(...a, 6, pale) + s.disc(...b, 6, pale)
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, s.ink.high) + s.rays(cx, cy, r * 1.06, r * 1.9, 90, s.ink.carve, 6) + stars(s, 40, 400, glow) + s.disc(cx, cy, r * 1.04, haze) + ball + arc([520, 560], [930, 420], 150) + arc([930, 420], [1180, 760], 120) + arc([520, 560], [760, 880], -60) + s.disc(330, 210, 58, far)
}

const bankNotes: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow, haze } = s.ink
  const layout = s.layout(2)
  const rosette = (x: number, y: number, r: number, fill: string) => range(12, (i) => `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${(r * 0.34).toFixed(0)}" fill="none" stroke="${fill}" stroke-width="2.6" transform="rotate(${i * 15} ${x} ${y})"/>`).join('')
  const note = (x: number, y: number, turn: number, face: string, k = 1) => move(x, y, s.rect(-280, -136, 580, 300, ink) + s.rect(-290, -150, 580, 300, face) + s.rect(-270, -130, 540, 260, pale) + s.rect(-262, -122, 524, 244, face) + s.gouges([-255, -115, 510, 230], pale, { count: 26, length: [60, 160], width: [2, 3.5], stray: 2 }) + s.disc(-120, 0, 96, pale) + rosette(-120, 0, 84, near) + s.disc(-120, 0, 26, accent) + s.rect(60, -84, 150, 34, near) + s.boxes(range(4, (i) => [60, -26 + i * 26, 170 - i * 24, 9] as const), near) + s.disc(224, 92, 22, accent), k, turn)
  if (layout === 0) return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + s.rays(800, 1160, 300, 1300, 70, haze, 8) + range(5, (i) => note(800 + (i - 2) * 190, 560 + Math.abs(i - 2) * 50, (i - 2) * 15 - 62, [mid, glow, haze, glow, mid][i] ?? mid, 1.18)).join('') + s.blob([[520, 1120], [560, 930], [700, 850], [900, 850], [1040, 930], [1090, 1120]], ink) + range(4, (i) => s.disc(640 + i * 104, 868, 56, ink, 74)).join('')
  const coins = (x: number, y: number, n: number, fill: string) => range(n, (i) => s.rect(x - 86, y - i * 32 - 30, 172, 30, fill) + s.boxes(range(11, (k) => [x - 78 + k * 15, y - i * 32 - 26, 4, 22] as const), near)).join('') + s.disc(x, y - n * 32, 88, fill, 26) + s.disc(x, y - n * 32, 62, haze, 17)
  return sky(s, { horizon: 800, light: [430, 280], style: 'rays' }) + sun(s, 430, 280, 90) + s.rect(-10, 780, WIDTH + 20, 310, near) + s.gouges([0, 800, WIDTH, 260], mid, { count: 50, length: [120, 340], width: [3, 8], stray: 0.5 }) + range(7, (i) => s.rect(880 + (i % 2) * 14, 800 - i * 40, 500, 36, i === 3 ? accent : i % 2 ? far : pale) + s.rect(1090 + (i % 2) * 14, 800 - i * 40, 70, 36, i === 3 ? ink : glow)).join('') + s.rect(872, 836, 520, 20, ink) + coins(330, 860, 5, glow) + coins(540, 890, 9, glow) + coins(750, 870, 13, glow) + note(980, 970, -5, mid, 0.7) + person(1180, 560, 120, ink)
}

const lineChart: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow, haze } = s.ink
  const layout = s.layout(3)
  const walk = (from: number, to: number, rough: number, n = 15) => range(n, (i): Point => [mix(180, 1420, i / (n - 1)), mix(from, to, i / (n - 1)) + s.between(-rough, rough)])
  const under = (line: readonly Point[], fill: string, inside = '') => { const [first, last] = [line[0] ?? [0, 0], line[line.length - 1] ?? [0, 0]]; return s.filled([...line, [last[0], 900], [first[0], 900]], fill, inside) }
  const rules = range(6, (i) => s.stroke([[180, 250 + i * 130], [1420, 250 + i * 130]], far, 2.5)).join('')
  const axes = s.rect(170, 900, 1270, 9, ink) + range(11, (i) => s.rect(180 + i * 124, 909, 5, 18, ink)).join('')
  if (layout === 0) {
    const main = walk(760, 330, 70)
    const end = main[main.length - 1] ?? [0, 0]
    return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, pale) + rules + under(walk(640, 560, 40), haze) + under(walk(820, 640, 40), far, s.gouges([160, 500, 1300, 420], mid, { count: 120, length: [40, 120], width: [3, 6], angle: -58, stray: 3 })) + s.stroke(walk(700, 520, 50), mid, 9) + s.stroke(main, ink, 19) + s.stroke(main, accent, 13) + main.filter((_, i) => i % 4 === 2).map((p) => s.disc(...p, 15, pale) + s.disc(...p, 9, ink)).join('') + s.disc(...end, 34, ink) + s.disc(...end, 26, accent) + axes
  }
  if (layout === 1) {
    const ridge = range(34, (i): Point => [-40 + i * 52, mix(820, 300, Math.pow(i / 33, 1.4)) + s.between(-46, 46)])
    const [px, py] = ridge[20] ?? [1000, 500]
    return sky(s, { horizon: 800, light: [460, 300] }) + sun(s, 460, 300, 100, glow) + range(7, (i) => s.stroke([[-10, 200 + i * 120], [WIDTH + 10, 200 + i * 120]], s.ink.carve, 3)).join('') + land(s, ridgeline(s, 720, 160, 0.12), far) + land(s, ridge, near, s.gouges([0, 300, WIDTH, 760], mid, { count: 140, length: [60, 180], width: [3, 8], angle: 64, stray: 5 })) + s.stroke(ridge, accent, 12) + person(px, py + 4, 120, ink) + land(s, [[-40, 1000], [600, 1020], [1700, 980]], ink)
  }
  const fall = walk(300, 760, 60, 11)
  const screen = s.rect(150, 130, 1300, 760, ink) + s.rect(180, 160, 1240, 700, near) + range(6, (i) => s.stroke([[180, 240 + i * 110], [1420, 240 + i * 110]], mid, 2)).join('') + range(34, (i) => { const [x, y] = [215 + i * 35, mix(330, 640, i / 33) + Math.sin(i * 0.7) * 70 + s.between(-30, 30)]; const up = s.chance(0.42); return s.rect(x + 7, y - 50, 3, 110, haze) + s.rect(x, y - 24, 18, s.between(26, 60), up ? glow : accent) }).join('') + s.swing(fall, pale, 6)
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + s.gouges([0, 0, WIDTH, HEIGHT], mid, { count: 60, length: [120, 340], width: [3, 7], stray: 1 }) + screen + s.rect(-10, 960, WIDTH + 20, 130, ink) + crowd(s, 240, 1360, 1110, 430, ink, 6, 9)
}

const barChart: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow, haze } = s.ink
  const layout = s.layout(3)
  const bar = (x: number, y: number, w: number, h: number, face: string, side: string, top: string) => s.poly([[x + w, y], [x + w, y - h], [x + w * 1.32, y - h - w * 0.26], [x + w * 1.32, y - w * 0.26]], side) + s.poly([[x, y - h], [x + w, y - h], [x + w * 1.32, y - h - w * 0.26], [x + w * 0.32, y - h - w * 0.26]], top) + s.rect(x, y - h, w, h, face) + s.gouges([x + 8, y - h + 14, w * 0.5, h - 24], top, { count: Math.max(4, Math.round(h / 26)), length: [20, 70], width: [2, 5], angle: 90, stray: 3 })
  const rules = range(6, (i) => s.stroke([[160, 290 + i * 125], [1460, 290 + i * 125]], far, 2.5)).join('')
  if (layout === 1) return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, pale) + rules + range(9, (i) => { const h = 640 * Math.pow(0.8, i) + s.between(-12, 12); return s.rect(212 + i * 138, 910 - h, 84, h + 4, ink) + s.rect(202 + i * 138, 902 - h, 84, h, i === 0 ? accent : i < 3 ? near : i < 6 ? mid : far) + s.gouges([208 + i * 138, 916 - h, 60, h - 20], i === 0 ? glow : haze, { count: Math.round(h / 34), length: [18, 60], width: [2, 5], angle: 90, stray: 2 }) }).join('') + s.rect(150, 904, 1320, 12, ink)
  if (layout === 0) return sky(s, { horizon: 800, light: [420, 260], style: 'rays' }) + sun(s, 420, 260, 90, glow) + s.rect(-10, 860, WIDTH + 20, 230, near) + s.gouges([0, 880, WIDTH, 180], mid, { count: 40, length: [120, 340], width: [3, 8], stray: 0.5 }) + range(6, (i) => bar(250 + i * 184, 940, 104, 130 + i * 98 + s.between(-30, 30), i === 4 ? accent : mid, ink, i === 4 ? glow : haze)).join('') + person(320, 816 - s.between(0, 1), 116, ink, 'man')
  const heap = (x: number, n: number, fill: string) => range(n, (i) => s.rect(x + s.between(-4, 4), 900 - (i + 1) * 52, 150, 47, i === n - 1 && n === 10 ? accent : fill) + s.gouges([x + 10, 905 - (i + 1) * 52, 120, 34], ink, { count: 3, length: [30, 90], width: [2, 4], stray: 2 })).join('')
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, haze) + rules + [4, 7, 5, 10, 8, 6].map((n, i) => heap(230 + i * 200, n, [mid, far, near, mid, glow, near][i] ?? mid)).join('') + s.rect(-10, 900, WIDTH + 20, 190, ink) + crowd(s, 300, 1300, 905, 130, ink, 3, 9)
}

export const chartScenes = { map, globe, 'bank-notes': bankNotes, 'line-chart': lineChart, 'bar-chart': barChart } satisfies Record<string, SceneDrawer>
