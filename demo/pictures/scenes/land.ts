import { birds, cloud, flanks, furrows, hill, land, moon, rain, ridgeline, sky, snow, stars, streaks, sun } from '../kit'
import { HEIGHT, mix, type Plate, type Point, range, smooth, WIDTH } from '../plate'
import { cypress, path, person, roundTree } from '../props'
import { type SceneDrawer } from './drawer'

/** A mountain with its shadow flank, its snow and the cuts that follow its slope. */
function massif(s: Plate, y: number, height: number, fill: string, shade: string, peaks: readonly number[], white = 0): string {
  const line = ridgeline(s, y, height, 0.13, peaks)
  const cuts = s.gouges([-40, y - height * 0.5, WIDTH + 80, height * 0.9], shade, { count: 60, length: [40, 150], width: [2, 6], angle: 58, stray: 8 })
  return land(s, line, fill, cuts + flanks(s, line, height * 0.85, shade) + (white ? snow(s, line, height * white) : ''))
}

function village(s: Plate, x: number, y: number, fill: string, lit: string): string {
  return range(7, (i) => {
    const [hx, hy, w] = [x + i * 44 + s.between(-12, 12), y + s.between(-16, 26), s.between(34, 58)]
    return s.rect(hx, hy - w * 0.7, w, w * 0.7, fill) + s.boxes([[hx + w * 0.2, hy - w * 0.45, w * 0.16, w * 0.22], [hx + w * 0.6, hy - w * 0.45, w * 0.16, w * 0.22]], lit)
  }).join('')
}

const mountains: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow } = s.ink
  const layout = s.layout(3)
  const light: Point = [s.between(380, 560), 260]
  const back = sky(s, { horizon: 760, light }) + (layout === 2 ? moon(s, light[0], 240, 66) + stars(s, 60, 330, s.ink.carve) : sun(s, light[0], light[1], layout === 1 ? 62 : 98))
  if (layout === 0) return back + massif(s, 720, 480, far, haze, [0.2, 0.62, 0.9]) + massif(s, 860, 500, mid, near, [0.08, 0.52, 0.8], 0.26) + hill(s, 850, 50, near, s.gouges([0, 860, WIDTH, 160], mid, { count: 50, length: [60, 190], width: [3, 7], angle: 8 })) + hill(s, 960, 30, ink) + range(9, (i) => cypress(s, i * 200 + s.between(-60, 60), 1030, s.between(100, 230), ink)).join('') + person(1010, 985, 90, accent, 'man')
  if (layout === 1) return back + massif(s, 700, 380, far, haze, [0.16, 0.4, 0.86]) + massif(s, 1000, 830, mid, near, [0.64], 0.3) + cloud(s, 180, 650, 560, haze, far) + cloud(s, 900, 730, 640, haze, far) + hill(s, 900, 60, near) + village(s, 420, 900, ink, glow) + hill(s, 1000, 24, ink) + s.poly([[1090, 1000], [1150, 890], [1210, 1000]], accent) + s.poly([[1150, 890], [1210, 1000], [1170, 1000]], ink)
  const slopes = range(38, () => { const [x, y] = [s.between(0, WIDTH), s.between(800, 1040)]; return cypress(s, x, y, mix(50, 170, (y - 800) / 240), ink) }).join('')
  return back + massif(s, 680, 330, far, mid, [0.12, 0.34, 0.58, 0.92]) + massif(s, 830, 390, mid, near, [0.28, 0.74], 0.16) + land(s, ridgeline(s, 850, 130, 0.16), near, s.gouges([0, 800, WIDTH, 260], mid, { count: 70, length: [50, 140], width: [2, 5], angle: 30 })) + slopes + s.boxes([[1040, 878, 60, 38]], ink) + s.poly([[1028, 880], [1070, 848], [1112, 880]], accent) + s.boxes([[1062, 892, 16, 24]], glow)
}

const glacier: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, pale, accent } = s.ink
  const back = sky(s, { horizon: 520, light: [1120, 210] }) + s.disc(1120, 210, 66, s.ink.glow)
  const wall = massif(s, 640, 460, mid, near, [0.14, 0.46, 0.78, 1], 0.3)
  if (s.layout(2) === 0) {
    const edge: Point[] = [[700, 400], [640, 500], [660, 590], [540, 690], [420, 800], [330, 930], [240, 1090], [1390, 1090], [1290, 930], [1230, 810], [1080, 700], [960, 600], [980, 500], [900, 400]]
    const flow = range(7, (i) => { const t = (i + 0.5) / 7; return s.swing([[mix(700, 900, t), 400], [mix(650, 975, t), 500], [mix(655, 965, t), 590], [mix(430, 1220, t), 800], [mix(250, 1380, t), 1080]], i % 3 === 1 ? mid : far, i % 3 === 1 ? 13 : 6) }).join('')
    const cracks = range(12, (i) => { const y = 560 + i * 16 + i * i * 2.6; const half = mix(110, 460, i / 12); return `<path fill="${i % 3 ? far : near}" d="${range(6, (k) => { const t = (k - 2.5) / 3 + s.between(-0.12, 0.12); return s.sliver(800 + t * half, y - t * t * 40 + s.between(-8, 8), half * s.between(0.22, 0.5), mix(5, 17, i / 12) * s.between(0.5, 1.1), -t * 22 + s.between(-4, 4)) }).join('')}"/>` }).join('')
    const walls = s.poly([[-20, 560], [180, 620], [360, 700], [470, 770], [360, 900], [260, 1090], [-20, 1090]], near, 7) + s.poly([[1620, 500], [1440, 600], [1260, 700], [1160, 760], [1260, 900], [1370, 1090], [1620, 1090]], ink, 7) + s.gouges([-20, 640, 330, 420], mid, { count: 50, length: [50, 150], width: [3, 8], angle: 40, stray: 8 }) + s.gouges([1340, 640, 280, 420], near, { count: 36, length: [50, 150], width: [3, 8], angle: 140, stray: 8 })
    return back + wall + s.filled(edge, pale, flow + cracks) + walls + range(3, (i) => person(700 + i * 76, 960 - i * 14, 100, i === 0 ? accent : ink)).join('') + s.stroke([[706, 904], [776, 896], [850, 880]], ink, 3)
  }
  const cliff = range(15, (i) => { const x = -40 + i * 120; const top = 520 + s.between(-55, 55); return s.poly([[x, top + 20], [x + 50, top - s.between(10, 50)], [x + 122, top + 20], [x + 122, 790], [x, 790]], i % 3 ? pale : haze) + s.poly([[x + 78, top], [x + 122, top + 22], [x + 122, 790], [x + 92, 790]], far) + s.gouges([x + 10, top + 60, 70, 150], far, { count: 6, length: [40, 140], width: [3, 7], angle: 88, stray: 5 }) }).join('')
  const floe = (x: number, y: number, w: number) => s.poly([[x, y], [x + w * 0.3, y - w * 0.22], [x + w * 0.7, y - w * 0.16], [x + w, y], [x + w * 0.6, y + w * 0.06]], pale) + s.poly([[x + w * 0.5, y - w * 0.18], [x + w * 0.7, y - w * 0.16], [x + w, y], [x + w * 0.6, y + w * 0.06]], far)
  const lake = s.rect(-10, 780, WIDTH + 20, 300, near) + s.gouges([0, 790, WIDTH, 260], mid, { count: 80, length: [60, 240], width: [3, 8], stray: 0.5, recede: 0.3 })
  return back + wall + cliff + lake + floe(260, 860, 190) + floe(1050, 840, 130) + floe(620, 960, 280) + floe(1230, 980, 240) + s.poly([[860, 870], [1010, 866], [986, 890], [884, 892]], accent) + person(930, 876, 54, ink, 'seated')
}

const desertRoad: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, pale, glow } = s.ink
  const layout = s.layout(2)
  const x = s.between(560, 1040)
  const back = sky(s, { horizon: 560, light: [x, 400] }) + sun(s, x, layout ? 300 : 420, layout ? 80 : 130) + massif(s, 600, 200, far, mid, [0.1, 0.3, 0.72, 0.92])
  const scrub = range(26, () => { const t = Math.pow(s.random(), 1.4); const [bx, by] = [s.chance(0.5) ? s.between(-20, 560) : s.between(1080, 1620), mix(610, 1040, t)]; return s.gouges([bx - 20, by - 10, 40, 12], near, { count: 7, length: [mix(14, 70, t), mix(24, 110, t)], width: [3, 6], angle: -90, stray: 42 }) }).join('')
  if (layout === 0) {
    const sand = s.rect(-10, 590, WIDTH + 20, 500, mid) + s.gouges([0, 600, WIDTH, 460], far, { count: 90, length: [60, 260], width: [3, 9], stray: 1.5, recede: 0.25 })
    const road = s.poly([[792, 588], [808, 588], [1330, 1090], [200, 1090]], ink) + range(7, (i) => { const [a, b] = [Math.pow(i / 7, 2), Math.pow((i + 0.5) / 7, 2)]; return s.poly([[mix(800, 771, a), mix(592, 1090, a)], [mix(801, 791, a), mix(592, 1090, a)], [mix(801, 791, b), mix(592, 1090, b)], [mix(800, 771, b), mix(592, 1090, b)]], pale) }).join('')
    const truck = s.rect(842, 620, 74, 96, accent) + s.rect(842, 640, 74, 30, glow) + s.boxes([[848, 716, 18, 16], [892, 716, 18, 16]], ink) + s.boxes([[834, 606, 90, 16]], near)
    return back + sand + road + truck + scrub + range(6, (i) => { const t = Math.pow((i + 1) / 6, 1.7); const px = mix(760, 30, t); return s.rect(px, mix(590, 1000, t) - mix(30, 620, t), mix(3, 16, t), mix(30, 620, t), ink) + s.rect(px - mix(10, 60, t), mix(590, 1000, t) - mix(28, 570, t), mix(22, 136, t), mix(2, 12, t), ink) }).join('')
  }
  const dune = (y: number, fill: string, shade: string) => { const cx = s.between(500, 1100); return s.blob([[-300, y + 500], [-100, y + 60], [cx * 0.5, y - 20], [cx, y - 130], [cx + 330, y + 40], [1700, y + 20], [1900, y + 500]], fill) + s.blob([[cx, y - 128], [cx + 130, y - 20], [cx + 120, y + 130], [cx + 320, y + 420], [cx + 700, y + 400], [1700, y + 90], [cx + 340, y + 48]], shade) }
  const bend = path(smooth([[1180, 600], [900, 640], [640, 700], [860, 790], [1180, 900], [900, 1100], [280, 1100], [720, 900], [600, 790], [480, 690], [860, 630], [1160, 596]], true), ink)
  return back + s.rect(-10, 590, WIDTH + 20, 500, haze) + dune(660, far, mid) + dune(830, far, mid) + s.gouges([0, 700, WIDTH, 360], haze, { count: 60, length: [120, 380], width: [2, 6], angle: 6, stray: 5 }) + bend + range(5, (i) => person(420 + i * 92, 690 - i * 9, 62, i === 1 ? accent : ink, i % 2 ? 'woman' : 'man')).join('') + scrub
}

const wheatField: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const low = s.layout(2) === 0
  const light: Point = [s.between(480, 1100), low ? 440 : 300]
  const back = sky(s, { horizon: 600, light }) + sun(s, light[0], light[1], low ? 150 : 90, low ? accent : undefined) + hill(s, 590, 22, far) + range(9, (i) => roundTree(s, i * 190 + s.between(0, 90), 600, s.between(50, 110), mid, far)).join('')
  const ear = (x: number, y: number, k: number, lean: number, fill: string) => { const tip: Point = [x + lean * k, y - 330 * k]; return s.swing([[x, y], [x + lean * 0.2 * k, y - 180 * k], tip], fill, 5 * k) + path(range(7, (i) => s.sliver(tip[0] + (i % 2 ? 9 : -9) * k + lean * 0.12 * (i - 3) * k, tip[1] - (i - 3) * 19 * k, 40 * k, 13 * k, (i % 2 ? -58 : -122) + lean * 0.12)).join(''), fill) }
  if (low) {
    const rows = range(5, (i) => hill(s, 620 + i * 62, 10, [glow, far, glow, far, mid][i] ?? far, s.gouges([0, 600 + i * 62, WIDTH, 150], [far, mid, mid, near, near][i] ?? near, { count: 120, length: [20 + i * 10, 60 + i * 16], width: [2, 3 + i], angle: -68, stray: 9 }))).join('')
    return back + rows + range(34, (i) => ear(-40 + i * 50 + s.between(-20, 20), 1110, s.between(0.9, 1.35), s.between(50, 110), i % 3 ? ink : near)).join('')
  }
  const field = s.rect(-10, 600, WIDTH + 20, 490, glow) + furrows(s, [light[0], 596], 1100, 17, far, 3.2, 0.26) + s.gouges([0, 620, WIDTH, 450], mid, { count: 170, length: [20, 70], width: [2, 6], angle: -80, stray: 14, recede: 0.25 })
  const harvester = s.rect(980, 560, 150, 110, accent) + s.rect(1090, 520, 70, 80, ink) + s.rect(1100, 532, 40, 36, pale) + s.disc(1020, 676, 44, ink) + s.disc(1130, 684, 32, ink) + s.poly([[900, 640], [990, 620], [990, 690], [890, 700]], near)
  return back + field + harvester + cloud(s, 1010, 530, 240, haze) + range(3, (i) => person(360 + i * 140, 900 + i * 20, 210, ink, i === 1 ? 'woman' : 'man')).join('') + s.gouges([0, 960, WIDTH, 110], ink, { count: 120, length: [60, 150], width: [4, 8], angle: -82, stray: 16 }) + s.rect(-10, 1040, WIDTH + 20, 40, ink)
}

const orchard: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent } = s.ink
  const fruits = (x: number, y: number, h: number) => range(9, () => s.disc(x + s.between(-0.3, 0.3) * h, y - h * s.between(0.42, 0.88), h * 0.032, accent)).join('')
  const tree = (x: number, y: number, h: number) => s.blob([[x - h * 0.5, y], [x, y - h * 0.03], [x + h * 0.5, y], [x, y + h * 0.04]], mid) + roundTree(s, x, y, h, h > 300 ? ink : near, mid) + fruits(x, y, h)
  const back = sky(s, { horizon: 520, light: [480, 250] }) + sun(s, 480, 250, 74, s.ink.glow) + massif(s, 540, 240, far, haze, [0.18, 0.5, 0.86], 0.2)
  if (s.layout(2) === 0) {
    const ground = s.rect(-10, 520, WIDTH + 20, 560, haze) + furrows(s, [820, 516], 1100, 11, far, 3, 0.22)
    const rows = range(5, (r) => { const t = Math.pow((r + 1) / 5, 1.6); return range(6, (i) => tree(820 + (i - 2.5) * mix(120, 560, t), mix(545, 1020, t), mix(70, 420, t))).join('') }).join('')
    return back + ground + rows + person(800, 1000, 250, ink, 'porter')
  }
  const bough = s.swing([[-40, 160], [300, 210], [640, 170], [1000, 250], [1340, 200]], ink, 26) + s.swing([[420, 195], [560, 320], [640, 430]], ink, 12) + s.swing([[900, 225], [1010, 360], [1130, 420]], ink, 12)
  const leaf = range(70, () => { const t = s.random(); return s.sliver(mix(-40, 1420, t), s.between(60, 420), s.between(80, 150), s.between(22, 38), s.between(20, 110)) }).join('')
  const apples = [[360, 340], [650, 500], [760, 330], [1130, 480], [1000, 420], [480, 250]].map(([x = 0, y = 0], i) => s.disc(x, y, 56, accent) + s.gouges([x - 34, y - 30, 30, 50], s.ink.glow, { count: 5, length: [14, 34], width: [3, 5], angle: -60 }) + s.stroke([[x, y - 52], [x + (i % 2 ? 6 : -6), y - 86]], ink, 7)).join('')
  return back + s.rect(-10, 530, WIDTH + 20, 550, haze) + furrows(s, [800, 540], 1100, 9, far, 3, 0.24) + range(7, (i) => tree(120 + i * 230, 660 + (i % 2) * 30, 150)).join('') + hill(s, 960, 16, near) + person(980, 980, 260, ink, 'woman') + bough + path(leaf, near) + apples
}

const forest: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow } = s.ink
  if (s.layout(2) === 0) {
    const trunks = (count: number, w: number, fill: string, foot: number) => range(count, (i) => { const x = (i + s.between(0.1, 0.9)) * (WIDTH / count); return s.poly([[x, -20], [x + w, -20], [x + w * 1.2, foot], [x - w * 0.3, foot]], fill) + s.gouges([x, 40, w * 0.8, foot - 90], haze, { count: w > 40 ? 16 : 5, length: [20, 90], width: [2, 5], angle: 88 }) }).join('')
    const shafts = `<g opacity=".5">${range(4, (i) => s.poly([[900 + i * 120, -20], [980 + i * 120, -20], [520 + i * 210, 1000], [340 + i * 210, 1000]], glow)).join('')}</g>`
    return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, haze) + s.disc(1080, 300, 100, glow) + trunks(17, 26, far, 720) + shafts + hill(s, 730, 20, far) + trunks(10, 46, mid, 820) + hill(s, 820, 26, mid, s.gouges([0, 830, WIDTH, 100], far, { count: 40, length: [60, 160], width: [3, 6], stray: 8 })) + person(860, 850, 120, accent, 'man') + trunks(4, 96, ink, 1000) + hill(s, 950, 24, near) + s.gouges([0, 930, WIDTH, 130], ink, { count: 140, length: [60, 170], width: [5, 11], angle: -84, stray: 32 })
  }
  const pine = (x: number, y: number, h: number, fill: string) => s.poly([[x, y - h], ...range(5, (i): Point => [x + h * (0.07 + i * 0.038) * (i % 2 ? 0.62 : 1.2), y - h * (0.82 - i * 0.18)]), ...range(5, (i): Point => [x - h * (0.222 - i * 0.038) * ((4 - i) % 2 ? 0.62 : 1.2), y - h * (0.1 + i * 0.18)])], fill, 3) + s.rect(x - h * 0.02, y - h * 0.12, h * 0.04, h * 0.13, fill)
  const rank = (count: number, y: number, h: number, fill: string) => range(count, (i) => pine((i + s.between(0, 1)) * (WIDTH / count), y + s.between(-20, 20), h * s.between(0.75, 1.25), fill)).join('')
  return sky(s, { horizon: 620, light: [1100, 260] }) + sun(s, 1100, 260, 92, glow) + massif(s, 560, 260, far, haze, [0.24, 0.66]) + hill(s, 600, 40, far) + rank(20, 640, 150, mid) + hill(s, 650, 30, mid) + cloud(s, 260, 650, 520, haze) + cloud(s, 940, 700, 560, haze) + rank(12, 830, 300, near) + hill(s, 820, 40, near) + rank(6, 1060, 560, ink) + s.boxes([[760, 842, 120, 70]], ink) + s.poly([[742, 846], [820, 782], [898, 846]], accent) + s.boxes([[808, 866, 24, 24]], glow) + hill(s, 1010, 20, ink)
}

const monsoonSky: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, high, accent, pale } = s.ink
  const layout = s.layout(2)
  const tower = (x: number, y: number, w: number, fill: string, edge: string) => cloud(s, x, y, w, edge) + cloud(s, x + w * 0.06, y + w * 0.03, w * 0.94, fill, edge)
  const back = sky(s, { horizon: 760, style: 'bands' })
  const plain = hill(s, 830, 12, near, s.gouges([0, 830, WIDTH, 230], mid, { count: 80, length: [60, 240], width: [3, 8], stray: 1, recede: 0.3 })) + range(13, (i) => roundTree(s, i * 130 + s.between(-30, 30), 836, s.between(30, 80), ink, near)).join('')
  if (layout === 0) {
    const shower = `<g opacity=".75">${s.poly([[420, 470], [1000, 470], [820, 830], [250, 830]], far)}</g>` + s.gouges([330, 480, 560, 340], haze, { count: 80, length: [60, 190], width: [1.5, 3.5], angle: 116, stray: 1 })
    return back + tower(820, 520, 760, far, haze) + shower + tower(60, 480, 1080, near, high) + tower(-260, 300, 820, ink, mid) + plain + person(1110, 960, 170, ink, 'woman') + person(1180, 964, 110, accent, 'child') + streaks(s, 640, 60, haze, 3)
  }
  const bolt = s.poly([[960, 330], [880, 540], [940, 530], [850, 820], [1030, 480], [960, 492], [1030, 330]], pale, 3)
  return back + tower(-120, 560, 900, far, haze) + bolt + tower(440, 420, 1200, near, far) + tower(-300, 250, 1100, ink, mid) + plain + s.rect(420, 790, 150, 70, ink) + s.poly([[400, 796], [495, 740], [590, 796]], accent) + rain(s, 220, pale, 108) + s.gouges([300, 900, 1000, 110], pale, { count: 20, length: [80, 240], width: [3, 6], stray: 0.6 }) + birds(s, 1180, 640, 6, ink, 120)
}

export const landScenes = { mountains, glacier, 'desert-road': desertRoad, 'wheat-field': wheatField, orchard, forest, 'monsoon-sky': monsoonSky } satisfies Record<string, SceneDrawer>
