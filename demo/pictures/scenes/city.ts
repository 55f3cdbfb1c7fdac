import { birds, cloud, furrows, land, moon, rain, ridgeline, sky, stars, streaks, sun, water } from '../kit'
import { HEIGHT, mix, type Plate, type Point, range, WIDTH } from '../plate'
import { building, crowd, dome, minaret, path, person, roofs, roundTree } from '../props'
import { type SceneDrawer } from './drawer'

const hills = (s: Plate, y: number, h: number, fill = s.ink.far) => land(s, ridgeline(s, y, h, 0.1), fill)

function domes(s: Plate, x: number, y: number, k: number): string {
  const { mid, near } = s.ink
  return minaret(s, x - 190 * k, y, 330 * k, near, mid) + minaret(s, x + 190 * k, y, 330 * k, near, mid) + s.rect(x - 150 * k, y - 90 * k, 300 * k, 100 * k, near) + path(dome(x, y - 88 * k, 190 * k, 150 * k), near) + path(dome(x - 105 * k, y - 88 * k, 80 * k, 64 * k) + dome(x + 105 * k, y - 88 * k, 80 * k, 64 * k), near)
    + s.gouges([x - 70 * k, y - 200 * k, 50 * k, 100 * k], s.ink.far, { count: 10, length: [20 * k, 60 * k], width: [2, 4], angle: -72 })
}

function rooftop(s: Plate): string {
  const { ink, near, accent, pale } = s.ink
  const kite = (x: number, y: number, k: number, fill: string) => s.poly([[x, y - 40 * k], [x + 30 * k, y], [x, y + 44 * k], [x - 30 * k, y]], fill)
  const rail = range(30, (i) => [i * 56 - 20, 880, 26, 46] as const)
  return s.rect(-10, 926, WIDTH + 20, 160, ink) + s.boxes(rail, ink) + s.rect(-10, 868, WIDTH + 20, 18, ink) + s.rect(1130, 700, 200, 180, ink) + s.rect(1160, 610, 130, 96, near) + s.disc(1225, 612, 66, near, 16)
    + s.swing([[420, 870], [470, 620], [640, 420], [700, 250]], ink, 2.5) + kite(705, 230, 1.5, accent) + kite(960, 170, 0.8, pale) + person(410, 930, 250, ink, 'man') + s.stroke([[420, 736], [432, 690]], ink, 10)
}

const skyline: SceneDrawer = (s) => {
  const layout = s.layout(3)
  const { far, mid, near, ink, glow } = s.ink
  const horizon = [720, 640, 560][layout] ?? 700
  const sunX = s.between(560, 1080)
  const back = sky(s, { horizon, light: [sunX, horizon - 190] }) + sun(s, sunX, horizon - s.between(150, 260), s.between(85, 140), layout === 1 ? glow : undefined) + hills(s, horizon, 210)
  if (layout === 1) return back + roofs(s, 700, 60, 190, mid, [60, 130]) + domes(s, 980, 760, 0.9) + roofs(s, 800, 30, 130, near, [90, 190], { ink: glow, odds: 0.16 }) + rooftop(s)
  const x = s.pick([480, 1120])
  const town = roofs(s, horizon + 20, 60, 200, mid, [46, 110]) + range(2, (i) => building(s, (x > 800 ? 330 : 1000) + i * 130, horizon + 60, 96, s.between(330, 460), near, ink, { dark: mid, lit: glow, odds: 0.3 })).join('') + domes(s, x, horizon + 50, 1.15)
  if (layout === 2) return back + town + roofs(s, horizon + 60, 20, 70, near, [70, 150]) + water(s, horizon + 60, HEIGHT, mid, { glint: far, road: sunX }) + river(s, horizon)
  return back + town + roofs(s, 830, 30, 130, near, [70, 170], { ink: glow, odds: 0.2 }) + range(7, (i) => roundTree(s, -20 + i * 275 + s.between(-60, 60), 1000, s.between(150, 260), ink, near)).join('') + s.rect(-10, 985, WIDTH + 20, 90, ink) + birds(s, 700, 250, 7, ink)
}

function river(s: Plate, horizon: number): string {
  const { near, ink, accent, pale } = s.ink
  const boat = (x: number, y: number, k: number, fill: string) => s.poly([[x - 130 * k, y - 28 * k], [x + 130 * k, y - 34 * k], [x + 88 * k, y + 10 * k], [x - 90 * k, y + 10 * k]], fill) + person(x + 40 * k, y - 18 * k, 105 * k, ink, 'man') + s.stroke([[x + 60 * k, y - 110 * k], [x + 118 * k, y + 50 * k]], ink, 5 * k)
  return s.gouges([-40, horizon + 70, WIDTH + 80, 60], near, { count: 60, length: [60, 200], width: [5, 12], stray: 0.5 }) + boat(560, 860, 1.3, accent) + boat(1120, 720, 0.6, ink) + s.gouges([420, 878, 280, 20], pale, { count: 6, length: [60, 160], width: [3, 5], stray: 0.5 })
}

const cityNight: SceneDrawer = (s) => {
  const { ink, near, mid, far, glow, accent, haze } = s.ink
  const layout = s.layout(3)
  const back = sky(s, { horizon: 700, style: 'plain' }) + stars(s, 90, 420, s.ink.carve) + moon(s, s.between(380, 620), 230, 74, s.chance(0.5))
  const tower = (x: number, w: number, h: number, foot: number) => building(s, x, foot, w, h, near, ink, { dark: mid, lit: glow, odds: 0.42 })
  if (layout === 0) {
    const row = range(9, (i) => tower(-30 + i * 185 + s.between(-20, 20), s.between(120, 175), mix(260, 620, Math.sin((i / 8) * Math.PI)) * s.between(0.75, 1.1), 860)).join('')
    const road = s.poly([[-20, 850], [WIDTH + 20, 850], [WIDTH + 20, 1090], [-20, 1090]], ink) + s.gouges([-50, 900, 1700, 26], glow, { count: 26, length: [80, 260], width: [3, 6], stray: 0.4 }) + s.gouges([-50, 965, 1700, 40], accent, { count: 26, length: [120, 330], width: [4, 8], stray: 0.4 })
    return back + roofs(s, 700, 140, 380, far, [50, 120], { ink: haze, odds: 0.12 }) + row + road
  }
  if (layout === 1) {
    const street = furrows(s, [800, 560], 1100, 1, ink, 1.1, 0.5)
    const wall = (side: 1 | -1) => range(5, (i) => {
      const [a, b] = [mix(60, 780, i / 5), mix(60, 780, (i + 0.92) / 5)]
      const [ha, hb] = [mix(820, 120, i / 5) * s.between(0.8, 1.1), mix(820, 120, (i + 0.92) / 5)]
      const at = (t: number) => 800 + side * (800 - t + 40)
      const foot = (t: number) => mix(1060, 570, t / 780)
      const lights = range(14, () => { const t = s.between(a + 8, b - 8); const k = mix(1, 0.25, t / 780); return [at(t), foot(t) - s.between(40, 560) * k, 15 * k, 26 * k] as const })
      return s.poly([[at(a), foot(a)], [at(a), foot(a) - ha], [at(b), foot(b) - ha * 0.72], [at(b), foot(b)]], i % 2 ? ink : near) + s.boxes(lights, glow) + s.rect(at(b) - 8, foot(b) - hb * 0.3, mix(70, 14, i / 5) * side, mix(44, 12, i / 5), i === 1 ? accent : mid)
    }).join('')
    return back + roofs(s, 620, 60, 240, mid, [30, 70], { ink: glow, odds: 0.2 }) + s.rect(-10, 560, WIDTH + 20, 520, near) + street + s.rays(800, 570, 30, 620, 40, glow, 4) + wall(-1) + wall(1) + crowd(s, 620, 1000, 960, 120, ink, 5, 2)
  }
  const window = s.boxes([[-10, -10, 190, HEIGHT + 20], [1420, -10, 220, HEIGHT + 20], [780, -10, 34, HEIGHT + 20], [-10, 880, WIDTH + 20, 210], [-10, -10, WIDTH + 20, 60], [180, 380, 1250, 18]], ink) + s.poly([[60, 30], [330, 30], [250, 500], [130, 890], [60, 890]], near) + s.gouges([80, 80, 150, 760], mid, { count: 22, length: [120, 300], width: [4, 9], angle: 96, stray: 3 })
  return back + roofs(s, 760, 160, 420, mid, [60, 130], { ink: glow, odds: 0.24 }) + roofs(s, 900, 120, 330, near, [90, 170], { ink: glow, odds: 0.34 }) + window + s.rays(1085, 770, 120, 420, 34, glow, 5) + s.boxes([[1078, 760, 14, 120], [1030, 868, 110, 14]], ink) + s.poly([[1030, 630], [1140, 630], [1200, 770], [970, 770]], accent) + s.rect(978, 762, 214, 14, glow) + s.poly([[820, 884], [1350, 884], [1500, 960], [700, 960]], glow) + s.rect(460, 848, 190, 34, mid) + s.rect(440, 818, 170, 30, near) + s.rect(470, 790, 150, 28, glow)
}

const bridge: SceneDrawer = (s) => {
  const { ink, near, far, mid, accent } = s.ink
  const layout = s.layout(3)
  const light: Point = [s.between(420, 640), 330]
  const back = sky(s, { horizon: 640, light }) + sun(s, light[0], light[1], 95, s.ink.glow) + hills(s, 650, 330) + hills(s, 680, 170, mid) + water(s, 670, HEIGHT, mid, { glint: far, road: light[0] })
  if (layout === 0) {
    const deck = 560
    const cables = [420, 1180].map((x) => range(17, (i) => s.stroke([[x, deck - 400], [x + (i - 8) * 46, deck]], ink, 2.5)).join('') + s.poly([[x - 34, 860], [x - 13, deck - 430], [x + 13, deck - 430], [x + 34, 860]], ink)).join('')
    return back + cables + s.rect(-20, deck, WIDTH + 40, 30, ink) + s.rect(-20, deck + 30, WIDTH + 40, 8, near) + s.boxes([[700, deck - 36, 84, 34], [792, deck - 28, 22, 26]], accent) + birds(s, 830, 260, 5, ink)
  }
  if (layout === 1) {
    const span = (i: number) => { const x = -60 + i * 345; return s.poly([[x + 300, 1000], [x + 312, 520], [x + 372, 520], [x + 384, 1000]], ink) + path(`M${x - 10} 520H${x + 350}V640Q${x + 300} 556 ${x + 170} 552Q${x + 40} 556 ${x - 10} 640Z`, near) }
    return back + range(6, span).join('') + s.rect(-20, 470, WIDTH + 40, 56, ink) + s.boxes(range(40, (i) => [i * 42, 440, 8, 34] as const), ink) + s.rect(-20, 432, WIDTH + 40, 9, ink) + crowd(s, 300, 1300, 472, 92, ink, 9, 4)
  }
  const truss = range(9, (i) => { const x = 60 + i * 185; return s.stroke([[x - 100, 760], [x, 470 - Math.sin((i / 8) * Math.PI) * 130], [x + 100, 760]], ink, 15) }).join('')
  const bow = s.swing(range(13, (i): Point => [-30 + i * 138, 490 - Math.sin((i / 12) * Math.PI) * 160]), ink, 20)
  return back + truss + bow + s.rect(-20, 745, WIDTH + 40, 36, ink) + s.boxes([[330, 660, 190, 82], [540, 660, 190, 82], [750, 660, 190, 82]], near) + s.boxes([[960, 650, 170, 92]], accent) + s.boxes(range(15, (i) => [350 + i * 39, 680, 20, 22] as const), s.ink.glow) + s.poly([[260, 1090], [290, 770], [380, 770], [410, 1090]], ink) + s.poly([[1190, 1090], [1220, 770], [1310, 770], [1340, 1090]], ink)
}

const streetRain: SceneDrawer = (s) => {
  const { ink, near, mid, far, glow, accent, pale } = s.ink
  const back = sky(s, { horizon: 620, style: 'plain' }) + streaks(s, 180, 120, s.ink.high, 7) + roofs(s, 650, 120, 330, far, [70, 150]) + roofs(s, 690, 60, 220, mid, [80, 170], { ink: glow, odds: 0.3 })
  const wet = s.rect(-10, 690, WIDTH + 20, 390, near) + s.gouges([0, 700, WIDTH, 360], mid, { count: 70, length: [80, 260], width: [4, 10], stray: 0.5, recede: 0.3 }) + s.gouges([420, 720, 760, 340], glow, { count: 34, length: [30, 150], width: [4, 9], stray: 0.5, recede: 0.3 })
  const walker = (x: number, y: number, h: number, fill: string) => person(x, y, h, fill, 'umbrella') + s.gouges([x - h * 0.2, y + 6, h * 0.4, h * 0.5], fill, { count: 9, length: [h * 0.2, h * 0.5], width: [3, 8], stray: 0.4 })
  if (s.layout(2) === 0) return back + wet + walker(420, 780, 170, ink) + walker(1130, 820, 210, ink) + walker(720, 940, 430, ink) + path('M735 372Q916 390 950 520Q896 482 846 520Q795 482 740 518Q682 482 628 520Q584 482 534 516Q566 390 735 372Z', accent) + rain(s, 170, pale)
  const rickshaw = path('M560 860V690Q570 600 700 590H900Q960 600 985 700L1060 730Q1090 760 1084 860Z', ink) + path('M610 700Q620 640 700 634H760V720H612ZM800 634H890Q920 650 938 720H800Z', glow) + path('M560 790H1086V822H560Z', accent) + s.disc(660, 862, 58, ink) + s.disc(1010, 862, 58, ink) + s.disc(660, 862, 24, mid) + s.disc(1010, 862, 24, mid) + s.poly([[1080, 770], [1500, 850], [1500, 960], [1080, 800]], glow)
  return back + wet + walker(330, 800, 190, ink) + rickshaw + s.gouges([540, 925, 540, 90], ink, { count: 26, length: [120, 300], width: [6, 12], stray: 0.4 }) + rain(s, 190, pale) + walker(1260, 980, 360, ink)
}

const bazaarLane: SceneDrawer = (s) => {
  const { ink, near, mid, far, glow, accent, haze, pale } = s.ink
  const evening = s.layout(2) === 1
  const vanish: Point = [s.between(740, 880), 520]
  const at = (side: number, depth: number, y: number): Point => [vanish[0] + side * mix(900, 70, depth), mix(y, vanish[1] + (y - 520) * 0.08, depth)]
  const fronts = [-1, 1].map((side) => range(6, (i) => {
    const [a, b] = [Math.pow(i / 6, 0.62), Math.pow((i + 1) / 6, 0.62)]
    const wall = s.poly([at(side, a, -200), at(side, b, -200), at(side, b, 1150), at(side, a, 1150)], i % 2 ? near : mid)
    const shop = s.poly([at(side, a + 0.03, 560), at(side, b - 0.03, 560), at(side, b - 0.03, 1040), at(side, a + 0.03, 1040)], evening ? glow : ink)
    const goods = s.poly([at(side, a + 0.03, 860), at(side, b - 0.03, 860), at(side * 0.86, b, 1150), at(side * 0.86, a, 1150)], i % 3 === 0 ? far : ink)
    const hatch = s.poly([at(side, a + 0.06, 120), at(side, b - 0.07, 120), at(side, b - 0.07, 390), at(side, a + 0.06, 390)], ink)
    const awning = s.poly([at(side, a, 470), at(side, b, 470), at(side * 0.66, b - 0.02, 600), at(side * 0.66, a + 0.02, 600)], (i + (side > 0 ? 1 : 0)) % 3 === 0 ? accent : i % 2 ? pale : haze)
    return [wall + hatch + shop + goods, awning] as const
  }).reverse()).flatMap((side) => [side.map(([wall]) => wall).join(''), side.map(([, awning]) => awning).join('')]).join('')
  const ground = s.rect(-10, 520, WIDTH + 20, 560, haze) + furrows(s, [vanish[0], 560], 1100, 3, far, 1.2, 0.12) + s.gouges([100, 720, 1400, 340], far, { count: 40, length: [50, 170], width: [3, 6], stray: 1, recede: 0.3 })
  const lamps = evening ? range(5, (i) => { const x = vanish[0] + (i % 2 ? 1 : -1) * mix(70, 430, i / 4); const y = mix(480, 330, i / 4); const r = mix(9, 34, i / 4); return s.stroke([[x, -10], [x, y]], ink, 3) + s.rays(x, y, r * 1.3, r * 3, 14, glow, 3) + s.disc(x, y, r, glow) }).join('') : range(3, (i) => s.swing([[vanish[0] - 760 + i * 150, 90 + i * 90], [vanish[0], 190 + i * 90], [vanish[0] + 760 - i * 150, 70 + i * 100]], ink, 3)).join('')
  const shaft = evening ? '' : `<g opacity=".5">${s.poly([[vanish[0] - 40, 0], [vanish[0] + 240, 0], [vanish[0] - 60, 1080], [vanish[0] - 420, 1080]], s.ink.glow)}</g>`
  return sky(s, { horizon: 560, style: 'plain' }) + path(dome(vanish[0], 420, 150, 120), far) + ground + fronts + shaft + crowd(s, vanish[0] - 90, vanish[0] + 90, 640, 100, near, 4, 9) + lamps + crowd(s, vanish[0] - 260, vanish[0] + 260, 800, 230, ink, 4, 2)
}

const market: SceneDrawer = (s) => {
  const { ink, near, mid, far, glow, accent, pale } = s.ink
  const layout = s.layout(2)
  const back = sky(s, { horizon: 560 }) + cloud(s, 240, 250, 330, s.ink.haze) + roofs(s, 560, 60, 220, far, [80, 160]) + s.rect(-10, 540, WIDTH + 20, 540, s.ink.haze) + crowd(s, 60, 1540, 640, 120, mid, 16, 99)
  const stall = (x: number, y: number, w: number, fill: string) => {
    const stripes = range(6, (i) => s.poly([[x + w * 0.06 + (w * 0.88 * i) / 6, y - w * 0.62], [x + w * 0.06 + (w * 0.88 * (i + 0.5)) / 6, y - w * 0.62], [x + (w * (i + 0.5)) / 6, y - w * 0.4], [x + (w * i) / 6, y - w * 0.4]], pale)).join('')
    const heaps = range(4, (i) => s.blob([[x + (w * (i + 0.06)) / 4, y - w * 0.12], [x + (w * (i + 0.5)) / 4, y - w * s.between(0.22, 0.27)], [x + (w * (i + 0.94)) / 4, y - w * 0.12]], [accent, glow, far, mid][(i + Math.round(x)) % 4] ?? glow)).join('')
    return s.rect(x + w * 0.04, y - w * 0.42, w * 0.92, w * 0.4, ink) + s.boxes([[x + w * 0.03, y - w * 0.5, w * 0.02, w * 0.5], [x + w * 0.95, y - w * 0.5, w * 0.02, w * 0.5]], ink) + s.poly([[x + w * 0.06, y - w * 0.62], [x + w * 0.94, y - w * 0.62], [x + w, y - w * 0.4], [x, y - w * 0.4]], fill) + stripes + person(x + w * 0.5, y - w * 0.02, w * 0.42, near, 'man') + heaps + s.rect(x, y - w * 0.13, w, w * 0.13, near) + s.gouges([x + 10, y - w * 0.11, w - 20, w * 0.1], mid, { count: 12, length: [30, 90], width: [2, 4], angle: 90 })
  }
  if (layout === 0) return back + stall(120, 780, 330, mid) + stall(1130, 770, 330, mid) + stall(540, 850, 500, accent) + person(470, 1000, 330, ink, 'woman') + person(1140, 1010, 340, ink, 'porter') + s.rect(-10, 1010, WIDTH + 20, 80, ink)
  const sacks = range(5, (i) => { const x = 180 + i * 300; return s.blob([[x - 120, 1090], [x - 140, 930], [x - 80, 850], [x + 80, 850], [x + 140, 930], [x + 120, 1090]], i % 2 ? near : ink) + s.disc(x, 858, 98, [glow, accent, far, pale, mid][i] ?? glow, 30) + s.blob([[x - 80, 850], [x, 790], [x + 80, 850]], [glow, accent, far, pale, mid][i] ?? glow) }).join('')
  return back + range(4, (i) => stall(-40 + i * 440, 780 + (i % 2) * 20, 380, i % 2 ? accent : mid)).join('') + sacks
}

export const cityScenes = { skyline, 'city-night': cityNight, bridge, 'street-rain': streetRain, 'bazaar-lane': bazaarLane, market } satisfies Record<string, SceneDrawer>
