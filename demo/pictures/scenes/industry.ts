import { birds, cloud, furrows, hill, land, moon, ridgeline, room, sky, stars, streaks, sun, water } from '../kit'
import { HEIGHT, mix, move, type Plate, type Point, range, smooth, WIDTH } from '../plate'
import { crowd, lattice, path, person, roofs, roundTree } from '../props'
import { type SceneDrawer } from './drawer'

function plume(s: Plate, x: number, y: number, k: number, fill: string, shade: string): string {
  const puffs = range(8, (i) => { const t = i / 7; return s.disc(x + t * 300 * k + s.between(-10, 10), y - 30 * k - Math.sqrt(t) * 190 * k, mix(26, 92, t) * k * s.between(0.9, 1.1), fill, mix(24, 70, t) * k) }).join('')
  return puffs + s.gouges([x, y - 230 * k, 320 * k, 190 * k], shade, { count: 16, length: [40 * k, 110 * k], width: [3, 7], angle: -24, stray: 10 })
}

const factory: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const back = sky(s, { horizon: 720, light: [430, 300] }) + sun(s, 430, 320, 110, glow)
  const stack = (x: number, y: number, h: number, w: number) => s.poly([[x - w / 2, y], [x - w * 0.34, y - h], [x + w * 0.34, y - h], [x + w / 2, y]], near) + s.poly([[x + w * 0.1, y], [x + w * 0.08, y - h], [x + w * 0.34, y - h], [x + w / 2, y]], ink) + s.boxes([[x - w * 0.37, y - h * 0.9, w * 0.74, h * 0.05], [x - w * 0.38, y - h * 0.79, w * 0.76, h * 0.05]], accent) + plume(s, x, y - h, w / 56, pale, haze)
  if (s.layout(2) === 0) {
    const shed = range(6, (i) => s.poly([[200 + i * 210, 800], [200 + i * 210, 590], [410 + i * 210, 680], [410 + i * 210, 800]], near) + s.poly([[200 + i * 210, 590], [200 + i * 210, 690], [226 + i * 210, 700], [226 + i * 210, 602]], glow)).join('') + s.rect(200, 700, 1260, 190, ink) + s.boxes(range(17, (i) => [236 + i * 72, 760, 40, 56] as const), glow)
    return back + roofs(s, 740, 40, 160, far, [60, 140]) + stack(1090, 760, 520, 92) + stack(1270, 760, 430, 80) + stack(930, 760, 360, 70) + shed + s.rect(-10, 880, WIDTH + 20, 210, near) + s.gouges([0, 900, WIDTH, 170], mid, { count: 50, length: [80, 260], width: [3, 8], stray: 0.6 }) + crowd(s, 260, 900, 970, 150, ink, 9, 5) + birds(s, 640, 200, 5, ink)
  }
  const tower = (x: number, y: number, h: number) => path(`M${x - h * 0.4} ${y}Q${x - h * 0.2} ${y - h * 0.55} ${x - h * 0.27} ${y - h}H${x + h * 0.27}Q${x + h * 0.2} ${y - h * 0.55} ${x + h * 0.4} ${y}Z`, mid) + path(`M${x + h * 0.06} ${y}Q${x + h * 0.04} ${y - h * 0.55} ${x + h * 0.08} ${y - h}H${x + h * 0.27}Q${x + h * 0.2} ${y - h * 0.55} ${x + h * 0.4} ${y}Z`, near) + s.gouges([x - h * 0.22, y - h * 0.95, h * 0.2, h * 0.9], far, { count: 20, length: [40, 130], width: [3, 7], angle: 90, stray: 3 }) + plume(s, x - h * 0.1, y - h, h / 330, pale, haze)
  return back + tower(980, 760, 480) + tower(1330, 760, 400) + s.rect(300, 640, 420, 140, near) + stack(380, 660, 340, 60) + s.stroke([[700, 700], [840, 700], [840, 640]], ink, 16) + s.rect(-10, 750, WIDTH + 20, 50, ink) + s.boxes(range(12, (i) => [320 + i * 32, 670, 18, 30] as const), glow) + water(s, 800, HEIGHT, mid, { glint: far, road: 430 }) + s.gouges([700, 810, 800, 120], near, { count: 40, length: [60, 220], width: [5, 11], stray: 0.4 }) + s.poly([[-20, 1090], [-20, 960], [560, 1030], [700, 1090]], ink) + person(330, 1010, 150, accent)
}

const powerLines: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow } = s.ink
  const layout = s.layout(2)
  const x = layout ? 1100 : 500
  const arms = (px: number, y: number, h: number, weight: number) => lattice(s, px, y, h, h * 0.13, h * 0.018, ink, weight, 8) + [0.68, 0.8, 0.92].map((t, i) => { const half = h * (0.24 - i * 0.045); return s.poly([[px - half, y - h * t], [px, y - h * (t + 0.045)], [px + half, y - h * t], [px, y - h * (t - 0.01)]], ink) + s.boxes([[px - half, y - h * t, weight * 0.7, h * 0.035], [px + half - weight * 0.7, y - h * t, weight * 0.7, h * 0.035]], accent) }).join('')
  const wires = (a: readonly [number, number, number], b: readonly [number, number, number]) => [0.68, 0.8, 0.92].flatMap((t, i) => [-1, 1].map((side) => { const half = 0.24 - i * 0.045; const [p, q]: Point[] = [[a[0] + side * half * a[2], a[1] - a[2] * (t - 0.035)], [b[0] + side * half * b[2], b[1] - b[2] * (t - 0.035)]]; return p && q ? s.swing([p, [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2 + Math.abs(p[0] - q[0]) * 0.07], q], ink, 2.6) : '' })).join('')
  const back = sky(s, { horizon: 760, light: [x, 420] }) + sun(s, x, layout ? 330 : 470, layout ? 100 : 140, layout ? glow : accent) + land(s, ridgeline(s, 760, 230, 0.1), far)
  if (layout === 0) {
    const posts = [[1830, 1330, 1560], [1180, 960, 830], [820, 850, 430], [640, 810, 230], [550, 790, 130]] as const
    return back + hill(s, 790, 22, mid) + hill(s, 900, 24, near, s.gouges([0, 880, WIDTH, 180], mid, { count: 80, length: [60, 200], width: [3, 8], angle: -6, stray: 4 })) + posts.slice(1).map((post, i) => wires(posts[i] ?? post, post)).join('') + posts.slice(1).reverse().map(([px, y, h]) => arms(px, y, h, h * 0.011 + 1.5)).join('') + range(5, (i) => roundTree(s, 60 + i * 140, 930 + (i % 2) * 20, 90, ink, near)).join('') + birds(s, 560, 300, 7, ink) + hill(s, 1010, 20, ink)
  }
  const town = roofs(s, 830, 20, 110, near, [60, 130], { ink: glow, odds: 0.4 })
  return back + town + s.rect(-10, 820, WIDTH + 20, 270, ink) + arms(560, 1000, 860, 10) + wires([560, 1000, 860], [1380, 860, 480]) + wires([560, 1000, 860], [-500, 1180, 1300]) + arms(1380, 860, 480, 6) + range(2, (i) => person(900 + i * 70, 930, 120, haze, 'man')).join('') + s.rect(830, 880, 40, 50, glow)
}

const solarField: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const layout = s.layout(2)
  const x = s.between(480, 700)
  const back = sky(s, { horizon: 500, light: [x, 250], style: 'rays' }) + sun(s, x, 250, 104, layout ? glow : accent)
  if (layout === 0) {
    const rows = range(6, (r) => {
      const t = Math.pow((r + 1) / 6, 1.7)
      const [y, h, w] = [mix(530, 960, t), mix(18, 170, t), mix(70, 470, t)]
      return range(Math.ceil(1900 / (w * 1.06)) + 1, (i) => { const px = -140 - (r % 2) * w * 0.5 + i * w * 1.08; const panel: Point[] = [[px + w * 0.14, y - h], [px + w * 1.02, y - h], [px + w * 0.88, y], [px, y]]; return s.rect(px + w * 0.45, y - h * 0.4, w * 0.04, h * 0.62, ink) + s.filled(panel, r > 3 ? near : mid, range(5, (k) => s.stroke([[px + w * (0.14 + k * 0.18), y - h], [px + w * k * 0.18, y]], haze, mix(1, 3.4, t))).join('') + s.stroke([[px, y - h / 2], [px + w * 1.1, y - h / 2]], haze, mix(1, 3.4, t)) + s.poly([[px + w * 0.24, y - h], [px + w * 0.5, y - h], [px + w * 0.2, y], [px - w * 0.06, y]], far)) }).join('')
    }).join('')
    return back + land(s, ridgeline(s, 510, 170, 0.1), far) + s.rect(-10, 505, WIDTH + 20, 580, haze) + s.gouges([0, 520, WIDTH, 540], far, { count: 60, length: [60, 200], width: [3, 7], stray: 1 }) + rows + person(1010, 1010, 210, ink) + s.disc(1010, 812, 24, accent, 13)
  }
  const roof = (y: number, k: number, fill: string) => range(Math.ceil(5 / k), (i) => { const px = -100 + i * 400 * k; const h = 150 * k + (i % 3) * 40 * k; return s.rect(px, y - h, 370 * k, 900, i % 2 ? fill : near) + range(3, (j) => s.filled([[px + (40 + j * 100) * k, y - h - 66 * k], [px + (124 + j * 100) * k, y - h - 66 * k], [px + (104 + j * 100) * k, y - h - 4 * k], [px + (14 + j * 100) * k, y - h - 4 * k]], ink, s.gouges([px, y - h - 70 * k, 370 * k, 70 * k], mid, { count: 10, length: [20, 80], width: [2, 4], angle: 112 }))).join('') + s.boxes([[px + 70 * k, y - h + 50 * k, 50 * k, 64 * k], [px + 210 * k, y - h + 50 * k, 50 * k, 64 * k]], j(i) ? glow : ink) }).join('')
  const j = (i: number) => i % 2 === 0
  return back + land(s, ridgeline(s, 560, 260, 0.1), far) + roofs(s, 600, 30, 120, far, [60, 120]) + roof(680, 0.42, mid) + roof(800, 0.7, mid) + roof(1030, 1.25, mid) + person(760, 852, 170, ink) + s.stroke([[1180, 845], [1480, 800]], ink, 3) + range(4, (i) => s.rect(1210 + i * 64, 838 - i * 10, 44, 60, [accent, pale, glow, pale][i] ?? pale)).join('')
}

const windTurbines: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, pale, glow } = s.ink
  const turbine = (x: number, y: number, h: number, fill: string, tip = fill) => {
    const turn = s.between(0, 120)
    const blade = (i: number) => `<g transform="translate(${x.toFixed(0)} ${(y - h).toFixed(0)}) rotate(${(turn + i * 120).toFixed(0)})"><path fill="${fill}" d="M0 0Q${h * 0.055} ${-h * 0.1} ${h * 0.01} ${-h * 0.6}L${-h * 0.006} ${-h * 0.6}Q${-h * 0.018} ${-h * 0.2} ${-h * 0.014} 0Z"/><path fill="${tip}" d="M${h * 0.022} ${-h * 0.46}L${h * 0.01} ${-h * 0.6}L${-h * 0.006} ${-h * 0.6}L${-h * 0.012} ${-h * 0.46}Z"/></g>`
    return s.poly([[x - h * 0.024, y], [x - h * 0.01, y - h], [x + h * 0.01, y - h], [x + h * 0.024, y]], fill) + range(3, blade).join('') + s.disc(x, y - h, h * 0.026, fill)
  }
  const layout = s.layout(3)
  const back = sky(s, { horizon: 720, light: [1080, 330] })
  if (layout === 0) return back + sun(s, 1080, 340, 120) + land(s, ridgeline(s, 720, 240, 0.1), far) + hill(s, 720, 40, mid) + range(5, (i) => turbine(240 + i * 190, 720 - (i % 2) * 26, s.between(150, 230), haze)).join('') + hill(s, 850, 50, near, s.gouges([0, 840, WIDTH, 200], mid, { count: 70, length: [60, 220], width: [3, 8], angle: 6, stray: 4 })) + turbine(560, 930, 620, pale, accent) + turbine(1240, 900, 380, pale, accent) + hill(s, 960, 30, ink) + range(12, (i) => s.disc(760 + i * 34 + s.between(-8, 8), 975 - (i % 3) * 7, 13, pale, 9)).join('') + person(1210, 980, 110, ink, 'woman')
  if (layout === 1) return back + sun(s, 480, 430, 130, glow) + streaks(s, 250, 120, haze, 4) + water(s, 640, HEIGHT, mid, { road: 480 }) + range(6, (i) => turbine(140 + i * 260, 648, 170, near)).join('') + range(3, (i) => turbine(520 + i * 330, 700 + i * 70, 330 + i * 120, i === 2 ? pale : haze, accent) + s.gouges([480 + i * 330, 700 + i * 70, 90, 16], pale, { count: 8, length: [30, 100], width: [3, 5], stray: 1 })).join('') + s.poly([[300, 880], [560, 872], [530, 920], [330, 922]], ink) + s.rect(360, 830, 70, 50, accent)
  return back + cloud(s, 200, 340, 380, haze) + cloud(s, 1080, 250, 300, haze) + turbine(880, 1180, 860, pale, accent) + turbine(330, 980, 330, haze, accent) + hill(s, 880, 40, mid) + furrows(s, [430, 850], 1110, 13, far, 3, 0.2) + hill(s, 1000, 30, near) + s.rect(1080, 880, 190, 110, ink) + s.poly([[1056, 884], [1175, 810], [1294, 884]], accent) + roundTree(s, 1340, 1000, 190, ink, near) + roundTree(s, 1010, 1004, 120, ink, near)
}

const textile: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  if (s.layout(2) === 1) {
    const star = (x: number, y: number, r: number, fill: string, heart: string) => [0, 45].map((turn) => move(x, y, s.rect(-r * 0.72, -r * 0.72, r * 1.44, r * 1.44, fill), 1, turn)).join('') + s.disc(x, y, r * 0.42, heart) + s.disc(x, y, r * 0.16, fill)
    const leaf = (x: number, y: number, turn: number, fill: string) => move(x, y, `<path fill="${fill}" d="M0 0Q30 -34 0 -92Q-30 -34 0 0Z"/>`, 1, turn)
    const grounds = [near, haze, mid, accent, ink] as const
    return range(6, (r) => { const y = r * 196 - 30; const ground = grounds[r % 5] ?? near; return s.rect(-10, y, WIDTH + 20, 204, ground) + (r % 2 === 0 ? range(8, (i) => star(100 + i * 200, y + 100, 74, i % 2 ? glow : pale, i % 2 ? accent : mid)).join('') : range(17, (i) => leaf(i * 100, y + 178, 26, r === 3 ? glow : near) + leaf(i * 100, y + 178, -26, r === 3 ? pale : mid) + s.disc(i * 100 + 50, y + 60, 15, r === 3 ? ink : accent)).join('')) + s.rect(-10, y - 7, WIDTH + 20, 14, ink) + s.gouges([0, y, WIDTH, 190], ground === haze ? far : mid, { count: 40, length: [16, 60], width: [2, 3.5], angle: 90, stray: 2 }) }).join('')
  }
  const threads = range(54, (i) => s.stroke([[320 + i * 18, 150], [250 + i * 20.6, 880]], i % 6 === 2 ? accent : i % 3 ? pale : glow, 5)).join('')
  const woven = s.filled([[276, 620], [1330, 620], [1352, 880], [250, 880]], near, range(6, (r) => range(13, (i) => { const [x, y] = [290 + i * 88, 640 + r * 46]; return s.poly([[x, y + 22], [x + 38, y], [x + 76, y + 22], [x + 38, y + 44]], r % 3 === 1 ? accent : i % 2 ? glow : far) }).join('')).join(''))
  const frame = s.rect(200, 100, 1210, 52, ink) + s.rect(180, 870, 1250, 60, ink) + s.poly([[220, 90], [290, 90], [230, 1000], [140, 1000]], near) + s.poly([[1320, 90], [1390, 90], [1470, 1000], [1380, 1000]], near)
  const weaver = s.blob([[620, 1100], [640, 900], [740, 820], [880, 820], [970, 900], [1000, 1100]], ink) + s.blob([[730, 830], [720, 720], [806, 660], [896, 720], [886, 830]], ink) + s.stroke([[680, 890], [560, 800], [620, 740]], ink, 44) + s.stroke([[940, 890], [1040, 800], [980, 740]], ink, 44)
  return room(s, 900, far, mid) + threads + woven + frame + weaver + range(4, (i) => s.disc(1330 + (i % 2) * 90, 1020 - Math.floor(i / 2) * 70, 48, [accent, glow, pale, near][i] ?? pale) + s.gouges([1300 + (i % 2) * 90, 990 - Math.floor(i / 2) * 70, 60, 60], ink, { count: 6, length: [30, 70], width: [2, 4], angle: 30 })).join('')
}

const pot = (s: Plate, x: number, y: number, w: number, h: number, fill: string, shade: string, band: string, neck = 0.34): string => {
  const right: Point[] = [[w * 0.26, 0], [w * 0.44, -h * 0.22], [w * 0.5, -h * 0.46], [w * 0.38, -h * 0.7], [w * neck * 0.6, -h * 0.84], [w * neck * 0.62, -h * 0.92], [w * neck * 0.8, -h]]
  const outline = smooth([...right.map(([dx, dy]): Point => [x + dx, y + dy]), ...[...right].reverse().map(([dx, dy]): Point => [x - dx, y + dy])], true)
  const petals = range(9, (i) => s.disc(x - w * 0.5 + (i * w) / 8, y - h * 0.47, w * 0.045, band)).join('')
  return path(outline, fill) + s.within(outline, s.blob([[x + w * 0.12, y + 10], [x + w * 0.3, y - h * 0.4], [x + w * 0.06, y - h * 0.9], [x + w, y - h], [x + w, y + 10]], shade) + s.rect(x - w, y - h * 0.6, w * 2, h * 0.035, band) + s.rect(x - w, y - h * 0.37, w * 2, h * 0.035, band) + petals + s.gouges([x - w * 0.46, y - h * 0.9, w * 0.4, h * 0.85], s.ink.pale, { count: 10, length: [h * 0.05, h * 0.14], width: [2, 5], angle: 80, stray: 8 }))
}

const pottery: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const layout = s.layout(3)
  if (layout === 0) return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + s.poly([[880, -10], [1620, -10], [1620, 830], [480, 830]], haze) + s.gouges([500, 40, 1050, 740], far, { count: 50, length: [80, 260], width: [3, 8], angle: 118, stray: 2 }) + s.rect(-10, 830, WIDTH + 20, 260, near) + s.gouges([0, 850, WIDTH, 200], mid, { count: 40, length: [120, 380], width: [3, 8], stray: 0.5 }) + pot(s, 470, 860, 330, 480, near, ink, glow) + pot(s, 820, 870, 420, 640, accent, near, pale, 0.3) + pot(s, 1170, 862, 310, 400, mid, near, glow, 0.6)
  if (layout === 1) {
    const shelves = range(2, (r) => s.rect(220, 300 + r * 190, 480, 18, ink) + range(5, (i) => s.blob([[238 + i * 92, 240 + r * 190], [312 + i * 92, 240 + r * 190], [296 + i * 92, 298 + r * 190], [254 + i * 92, 298 + r * 190]], [mid, glow, near, pale, mid][(i + r) % 5] ?? mid)).join('')).join('')
    const hands = s.stroke([[480, 1000], [560, 800], [770, 680]], ink, 70) + s.stroke([[1360, 1000], [1260, 800], [1060, 680]], ink, 70) + s.disc(790, 670, 46, ink, 34) + s.disc(1040, 670, 46, ink, 34)
    return room(s, 900, far, near, haze) + shelves + s.poly([[860, 1090], [884, 880], [946, 880], [970, 1090]], ink) + s.disc(915, 850, 350, ink, 60) + s.disc(915, 832, 340, mid, 52) + s.disc(915, 826, 210, near, 28) + pot(s, 915, 830, 320, 480, accent, near, glow, 0.4) + `<g opacity=".6">${s.gouges([640, 800, 540, 60], haze, { count: 16, length: [100, 260], width: [3, 6], stray: 2 })}</g>` + hands
  }
  const shelf = (y: number, items: string) => items + s.rect(-10, y, WIDTH + 20, 34, ink) + s.rect(-10, y + 34, WIDTH + 20, 14, near)
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, haze) + s.gouges([0, 0, WIDTH, HEIGHT], far, { count: 90, length: [60, 240], width: [3, 8], angle: 24, stray: 3 }) + shelf(420, range(6, (i) => pot(s, 130 + i * 270, 424, 190, 200 + (i % 3) * 50, i === 4 ? accent : i % 2 ? mid : far, near, haze, 0.3 + (i % 3) * 0.14)).join('')) + shelf(930, range(5, (i) => pot(s, 130 + i * 340, 934, 260, 270 + ((i + 1) % 3) * 70, i === 1 ? glow : i % 2 ? near : mid, i === 1 ? far : ink, pale, 0.44 - (i % 3) * 0.1)).join(''))
}

const printingPress: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, pale, glow } = s.ink
  const lines = (x: number, y: number, w: number, h: number) => s.rect(x + w * 0.08, y + h * 0.06, w * 0.84, h * 0.12, ink) + s.rect(x + w * 0.08, y + h * 0.24, w * 0.4, h * 0.3, mid) + s.boxes(range(8, (i) => [x + w * 0.54, y + h * (0.25 + i * 0.085), w * 0.36, h * 0.025] as const), ink) + s.boxes(range(4, (i) => [x + w * 0.08, y + h * (0.62 + i * 0.085), w * 0.4, h * 0.025] as const), ink)
  if (s.layout(2) === 0) {
    const roller = (x: number, y: number, r: number, fill: string) => s.disc(x, y, r, ink) + s.disc(x, y, r * 0.86, fill) + s.disc(x, y, r * 0.24, ink) + s.gouges([x - r * 0.6, y - r * 0.6, r * 0.9, r * 0.9], haze, { count: 10, length: [r * 0.2, r * 0.5], width: [2, 5], angle: -45, stray: 6 })
    const web = path(smooth([[-60, 330], [220, 300], [420, 200], [560, 300], [640, 520], [800, 560], [960, 420], [1080, 250], [1240, 300], [1330, 560], [1660, 700]], false) + 'L1660 760L1300 640L1180 380L1090 330L1000 480L800 640L590 580L500 350L420 280L240 360L-60 390Z', pale)
    return room(s, 880, far, near, haze) + s.rect(200, 160, 1200, 740, mid) + s.boxes([[200, 160, 1200, 40], [200, 860, 1200, 60]], ink) + s.gouges([220, 210, 1160, 640], near, { count: 70, length: [80, 240], width: [3, 8], angle: 90, stray: 1 }) + roller(420, 390, 140, near) + roller(800, 380, 150, accent) + roller(1110, 480, 140, near) + roller(570, 720, 130, near) + roller(960, 730, 130, near) + roller(1290, 760, 100, accent) + web + range(5, (i) => s.rect(120 + i * 8, 960 - i * 26, 330, 24, i % 2 ? haze : pale)).join('') + person(1330, 1040, 400, ink)
  }
  const posts = s.rect(400, 90, 90, 900, ink) + s.rect(1110, 90, 90, 900, ink) + s.rect(340, 60, 920, 110, ink) + s.rect(360, 560, 880, 60, near)
  const screw = s.rect(760, 170, 80, 230, near) + range(6, (i) => s.poly([[750, 190 + i * 34], [850, 176 + i * 34], [850, 190 + i * 34], [750, 204 + i * 34]], far)).join('') + s.stroke([[560, 300], [1340, 250]], ink, 26) + s.disc(1350, 248, 32, accent) + s.rect(560, 400, 480, 60, ink)
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + s.rays(800, 430, 200, 1000, 60, haze, 6) + s.rect(-10, 940, WIDTH + 20, 150, near) + posts + screw + s.rect(440, 620, 720, 70, mid) + s.poly([[540, 610], [1060, 610], [1130, 720], [470, 720]], pale) + s.rect(300, 720, 1000, 60, ink) + s.poly([[350, 780], [420, 780], [380, 980], [310, 980]], ink) + s.poly([[1180, 780], [1250, 780], [1290, 980], [1220, 980]], ink) + move(620, 790, s.rect(0, 0, 300, 250, pale) + lines(0, 0, 300, 250)) + s.disc(250, 880, 90, ink) + s.disc(250, 868, 70, accent, 58) + s.rect(232, 690, 36, 130, glow)
}

const dataCentre: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  if (s.layout(2) === 0) {
    const vanish: Point = [800, 500]
    const at = (side: number, t: number, v: number): Point => [vanish[0] + side * mix(960, 110, t), mix(v < 0 ? -160 : 1150, v < 0 ? 420 : 590, t)]
    const rack = (side: number, i: number) => {
      const [a, b] = [Math.pow(i / 7, 0.6), Math.pow((i + 0.94) / 7, 0.6)]
      const [p, q, r, o] = [at(side, a, -1), at(side, b, -1), at(side, b, 1), at(side, a, 1)]
      const shelf = (v: number) => s.stroke([[p[0], mix(p[1], o[1], v)], [q[0], mix(q[1], r[1], v)]], near, mix(6, 2, a))
      const lamps = range(16, () => { const [u, v] = [s.between(0.15, 0.85), (s.int(1, 15) + 0.5) / 16]; const x = mix(p[0], q[0], u); const k = mix(1, 0.22, mix(a, b, u)); return { hot: s.chance(0.14), box: [x, mix(mix(p[1], q[1], u), mix(o[1], r[1], u), v), 34 * k, 10 * k] as const } })
      return s.poly([p, q, r, o], i % 2 ? ink : near) + range(15, (k) => shelf((k + 1) / 16)).join('') + s.boxes(lamps.filter((l) => !l.hot).map((l) => l.box), glow) + s.boxes(lamps.filter((l) => l.hot).map((l) => l.box), accent)
    }
    return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, mid) + s.rect(690, 420, 220, 180, haze) + furrows(s, [800, 590], 1100, 9, far, 1.4, 0.34) + s.poly([[700, 420], [900, 420], [1300, -10], [300, -10]], far) + s.poly([[770, 420], [830, 420], [960, -10], [640, -10]], pale) + [-1, 1].map((side) => range(7, (i) => rack(side, i)).reverse().join('')).join('') + person(850, 760, 260, ink)
  }
  const unit = (x: number) => s.rect(x, 470, 190, 300, pale) + s.rect(x + 130, 470, 60, 300, haze) + s.boxes(range(9, (i) => [x + 20, 500 + i * 27, 96, 9] as const), mid) + s.disc(x + 60, 456, 46, near, 16)
  return sky(s, { horizon: 760, light: [420, 250] }) + (s.variant % 4 > 1 ? stars(s, 60, 400, s.ink.carve) : '') + moon(s, 420, 250, 76) + land(s, ridgeline(s, 760, 260, 0.1), far) + s.rect(380, 520, 1260, 300, near) + s.boxes(range(24, (i) => [400 + i * 52, 540, 26, 260] as const), mid) + s.boxes(range(12, (i) => [404 + i * 104, 780, 18, 18] as const), glow) + range(5, (i) => unit(440 + i * 225)).join('') + s.rect(380, 760, 1260, 70, ink) + lattice(s, 250, 830, 430, 60, 12, ink, 6) + s.swing([[250, 430], [330, 520], [420, 540]], ink, 4) + hill(s, 840, 10, mid) + water(s, 900, HEIGHT, near, { glint: mid }) + s.gouges([460, 910, 900, 100], glow, { count: 18, length: [30, 110], width: [3, 6], stray: 0.5 }) + s.rect(690, 846, 110, 48, accent) + cloud(s, 960, 300, 300, haze)
}

export const industryScenes = { factory, 'power-lines': powerLines, 'solar-field': solarField, 'wind-turbines': windTurbines, textile, pottery, 'printing-press': printingPress, 'data-centre': dataCentre } satisfies Record<string, SceneDrawer>
