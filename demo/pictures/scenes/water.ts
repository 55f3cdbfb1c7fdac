import { birds, cloud, hill, land, moon, rain, ridgeline, sky, streaks, sun, water } from '../kit'
import { HEIGHT, mix, move, type Plate, type Point, range, smooth, WIDTH } from '../plate'
import { crowd, palm, path, person, roofs, roundTree, sailboat } from '../props'
import { type SceneDrawer } from './drawer'

const wake = (s: Plate, x: number, y: number, w: number, fill: string) => s.gouges([x - w / 2, y, w, w * 0.12], fill, { count: 14, length: [w * 0.15, w * 0.45], width: [3, 7], stray: 0.5 })

function crane(s: Plate, x: number, y: number, h: number, fill: string): string {
  const leg = (dx: number) => s.stroke([[x + dx, y], [x + dx * 0.8, y - h * 0.62]], fill, h * 0.03)
  return leg(-h * 0.16) + leg(h * 0.16) + s.stroke([[x - h * 0.15, y - h * 0.3], [x + h * 0.15, y - h * 0.3]], fill, h * 0.022) + s.stroke([[x - h * 0.3, y - h * 0.62], [x + h * 0.72, y - h * 0.62]], fill, h * 0.035) + s.stroke([[x - h * 0.28, y - h * 0.62], [x - h * 0.02, y - h], [x + h * 0.68, y - h * 0.62], [x - h * 0.02, y - h], [x - h * 0.02, y - h * 0.62]], fill, h * 0.014) + s.rect(x + h * 0.1, y - h * 0.62, h * 0.08, h * 0.07, fill) + s.stroke([[x + h * 0.5, y - h * 0.6], [x + h * 0.5, y - h * 0.4]], fill, 3)
}

function freighter(s: Plate, x: number, y: number, w: number, hull: string, stack = true): string {
  const { ink, near, mid, far, pale, accent, glow } = s.ink
  const h = w * 0.13
  const boxes = stack ? range(5, (row) => range(12 - (row > 2 ? 2 : 0), (i) => (s.chance(0.9) ? s.rect(x + w * (0.22 + i * 0.058), y - h - (row + 1) * w * 0.034, w * 0.054, w * 0.031, s.pick([accent, near, mid, far, glow, pale, accent]), 0.6) : '')).join('')).join('') : ''
  const bridge = s.rect(x + w * 0.06, y - h - w * 0.19, w * 0.12, w * 0.2, pale) + s.rect(x + w * 0.15, y - h - w * 0.19, w * 0.03, w * 0.2, far) + s.boxes(range(4, (i) => [x + w * 0.07, y - h - w * (0.175 - i * 0.04), w * 0.07, w * 0.012] as const), ink) + s.rect(x + w * 0.09, y - h - w * 0.25, w * 0.04, w * 0.07, accent)
  return boxes + bridge + s.poly([[x, y - h], [x + w * 0.94, y - h], [x + w * 1.02, y - h * 1.35], [x + w * 0.95, y + h * 0.3], [x + w * 0.05, y + h * 0.3]], hull) + s.poly([[x + w * 0.03, y + h * 0.02], [x + w * 0.965, y + h * 0.02], [x + w * 0.95, y + h * 0.3], [x + w * 0.05, y + h * 0.3]], hull === accent ? ink : accent) + s.gouges([x + w * 0.1, y - h * 0.85, w * 0.75, h * 0.6], near === hull ? mid : near, { count: 18, length: [w * 0.04, w * 0.14], width: [2, 4], stray: 1 })
}

const harbour: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow } = s.ink
  const layout = s.layout(3)
  const x = s.between(560, 1000)
  const back = sky(s, { horizon: 560, light: [x, 380] }) + sun(s, x, layout === 1 ? 260 : 420, layout === 1 ? 78 : 120, layout === 2 ? glow : undefined) + land(s, ridgeline(s, 580, 150, 0.1), far)
  const lead = (bx: number, y: number, h: number, red: boolean) => sailboat(s, bx, y, h, red ? ink : accent, red ? accent : pale) + wake(s, bx, y + 20, h, near)
  if (layout === 0) return back + water(s, 570, HEIGHT, mid, { road: x }) + range(5, (i) => sailboat(s, 180 + i * 310 + s.between(-60, 60), 610 + (i % 3) * 26, 80 + (i % 3) * 22, near, pale)).join('') + lead(s.between(480, 760), s.between(800, 880), s.between(320, 470), s.chance(0.6)) + sailboat(s, 1150, 760, 240, ink, pale) + wake(s, 1150, 772, 240, near) + s.poly([[-20, 1090], [-20, 990], [420, 1010], [700, 1090]], ink) + birds(s, 900, 230, 7, ink)
  if (layout === 1) {
    const dhow = (dx: number, y: number, k: number, fill: string) => move(dx, y, path('M-210 -60Q-120 0 0 0Q140 0 250 -96Q150 -50 0 -50Q-120 -50 -210 -60Z', fill) + s.poly([[-30, -380], [240, -110], [-150, -80]], pale) + s.stroke([[-170, -70], [-20, -395]], ink, 9) + s.rect(-4, -300, 9, 270, ink) + s.poly([[-210, -60], [-150, -56], [-150, -104], [-200, -108]], fill), k)
    return back + roofs(s, 580, 20, 90, near, [50, 120], { ink: glow, odds: 0.25 }) + water(s, 580, HEIGHT, mid, { road: x }) + dhow(420, 720, 0.62, near) + dhow(1230, 700, 0.5, near) + dhow(790, 880, 1.25, ink) + path(smooth([[530, 815], [790, 860], [1090, 770], [1080, 790], [790, 884], [545, 835]], true), accent) + wake(s, 790, 890, 640, near)
  }
  const quay = s.poly([[-20, 1090], [-20, 900], [1620, 820], [1620, 1090]], ink) + s.poly([[-20, 900], [1620, 820], [1620, 838], [-20, 922]], near) + range(6, (i) => s.rect(180 + i * 250, 866 - i * 12, 34, 34, accent)).join('')
  return back + water(s, 570, HEIGHT, mid, { road: x }) + crane(s, 250, 640, 280, near) + crane(s, 1330, 640, 330, near) + freighter(s, 460, 740, 760, ink) + wake(s, 860, 770, 800, near) + quay + crowd(s, 380, 820, 940, 130, glow, 3, 1)
}

const containerPort: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow, haze } = s.ink
  const layout = s.layout(2)
  const back = sky(s, { horizon: 620, light: [500, 260] }) + sun(s, 500, 260, 80, layout ? undefined : glow)
  const stack = (x: number, y: number, columns: number, high: number, w: number) => range(columns, (c) => range(Math.max(1, high - s.int(0, 2)), (r) => {
    const fill = s.pick([accent, mid, near, far, pale, glow])
    return s.rect(x + c * w * 1.04, y - (r + 1) * w * 0.43, w, w * 0.41, fill, 0.8) + s.boxes(range(7, (i) => [x + c * w * 1.04 + w * (0.1 + i * 0.12), y - (r + 1) * w * 0.43 + w * 0.05, w * 0.022, w * 0.31] as const), ink)
  }).join('')).join('')
  if (layout === 0) return back + range(4, (i) => crane(s, 250 + i * 330, 720, 560 - (i % 2) * 40, i % 2 ? near : mid)).join('') + s.rect(-10, 700, WIDTH + 20, 60, mid) + freighter(s, 200, 800, 1150, ink) + water(s, 830, HEIGHT, mid, { glint: far }) + wake(s, 800, 850, 1200, near)
  const giant = s.poly([[300, 1090], [340, 120], [400, 120], [380, 1090]], ink) + s.poly([[1180, 1090], [1160, 120], [1220, 120], [1260, 1090]], ink) + s.rect(160, 96, 1280, 62, ink) + s.stroke([[360, 640], [1200, 640]], ink, 22) + s.stroke([[380, 600], [780, 160], [1180, 600]], ink, 10) + s.rect(690, 150, 150, 50, near) + s.stroke([[710, 200], [710, 330]], ink, 5) + s.stroke([[820, 200], [820, 330]], ink, 5) + s.rect(620, 330, 290, 118, accent) + s.boxes(range(9, (i) => [648 + i * 29, 346, 7, 86] as const), ink)
  return back + range(3, (i) => crane(s, 120 + i * 600, 720, 330, far)).join('') + s.rect(-10, 720, WIDTH + 20, 360, haze) + stack(-60, 800, 12, 4, 148) + giant + stack(40, 1010, 8, 3, 208) + s.rect(-10, 1008, WIDTH + 20, 80, ink) + person(790, 1014, 120, ink, 'man')
}

const ship: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, haze, glow } = s.ink
  const layout = s.layout(3)
  const back = sky(s, { horizon: 640, light: [1130, 300] })
  const swell = (y: number, k: number, fill: string, edge: string) => land(s, range(33, (i): Point => [-60 + i * 54, y + (i % 4 === 0 ? -34 : i % 4 === 1 ? 6 : i % 4 === 2 ? 22 : 10) * k + s.between(-6, 6)]), fill, s.gouges([0, y, WIDTH, 160], edge, { count: 50, length: [60, 180], width: [3, 7], stray: 8 }))
  if (layout === 0) return back + moon(s, 1130, 280, 80) + streaks(s, 300, 120, haze, 4) + water(s, 650, HEIGHT, mid, { road: 1130 }) + freighter(s, 260, 720, 820, ink, false) + s.swing([[370, 500], [300, 420], [380, 340], [240, 260], [120, 250]], near, 30) + wake(s, 650, 752, 900, near) + swell(930, 1, near, mid) + swell(1010, 1.2, ink, near)
  if (layout === 1) {
    const bow = path('M560 960L500 330Q800 300 1100 330L1040 960Q800 1010 560 960Z', ink) + s.poly([[800, 318], [1100, 330], [1040, 960], [800, 985]], near) + s.poly([[574, 830], [1026, 830], [1040, 960], [800, 990], [560, 960]], accent) + s.stroke([[800, 320], [800, 980]], ink, 8) + s.rect(640, 210, 320, 116, pale) + s.boxes(range(6, (i) => [660 + i * 49, 234, 34, 32] as const), ink) + s.rect(770, 90, 60, 122, near) + s.stroke([[700, 150], [900, 150]], ink, 8) + s.rect(610, 420, 60, 54, near) + s.rect(930, 420, 60, 54, ink)
    return back + sun(s, 1130, 280, 100, glow) + water(s, 640, HEIGHT, mid, { glint: far }) + bow + path(smooth([[380, 1010], [520, 900], [640, 950], [800, 1000], [960, 950], [1080, 900], [1220, 1010], [800, 1100]], true), pale) + swell(990, 1, near, mid)
  }
  return back + sun(s, 1130, 300, 110) + range(3, (i) => cloud(s, 120 + i * 420, 240 + i * 60, 260, haze)).join('') + water(s, 640, HEIGHT, far, { glint: pale }) + freighter(s, 300, 690, 420, ink) + wake(s, 520, 704, 420, near) + swell(770, 0.8, mid, far) + sailboat(s, 1080, 830, 250, ink, pale) + swell(850, 1, near, mid) + swell(980, 1.3, ink, near) + birds(s, 620, 380, 6, ink)
}

const riverDelta: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow} = s.ink
  if (s.layout(2) === 0) {
    const channels: string[] = []
    const banks: string[] = []
    const branch = (x: number, y: number, angle: number, w: number, depth: number): void => {
      const length = s.between(150, 230) * (depth > 2 ? 1 : 0.85)
      const end: Point = [x + Math.sin(angle) * length, y + Math.cos(angle) * length]
      banks.push(s.swing([[x, y], [x + Math.sin(angle - 0.35) * length * 0.5, y + Math.cos(angle - 0.35) * length * 0.5], end], haze, w * 1.3 + 12))
      channels.push(s.swing([[x, y], [x + Math.sin(angle - 0.35) * length * 0.5, y + Math.cos(angle - 0.35) * length * 0.5], end], near, w))
      if (depth === 0 || end[1] > 1100) return
      branch(...end, Math.min(0.95, angle + s.between(0.16, 0.5)), w * 0.74, depth - 1)
      if (s.chance(0.86)) branch(...end, Math.max(-0.95, angle - s.between(0.16, 0.5)), w * 0.66, depth - 1)
    }
    branch(820, -60, -0.1, 78, 6)
    const fields = s.gouges([0, 0, WIDTH, HEIGHT], haze, { count: 220, length: [30, 120], width: [4, 11], angle: 62, stray: 40 }) + s.gouges([0, 0, WIDTH, HEIGHT], mid, { count: 120, length: [30, 90], width: [3, 8], angle: 62, stray: 40 })
    return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + fields + banks.join('') + channels.join('') + move(880, 330, s.poly([[-46, 0], [46, -6], [26, 20], [-30, 20]], ink) + s.poly([[0, -96], [40, -14], [0, -10]], accent) + s.rect(-3, -100, 6, 100, ink)) + range(5, (i) => s.rect(300 + i * 46 + s.between(-8, 8), 360 + s.between(-30, 30), 30, 26, i === 2 ? accent : ink)).join('') + path(smooth([[-80, 880], [260, 900], [560, 960], [900, 985], [1240, 940], [1700, 860], [1700, 1200], [-80, 1200]], true), near) + s.gouges([0, 990, WIDTH, 80], far, { count: 26, length: [100, 300], width: [3, 7], stray: 1 })
  }
  const x = s.between(620, 960)
  const meander = path(smooth([[x, 452], [x + 70, 500], [x - 190, 560], [x + 60, 640], [x + 420, 720], [x - 80, 830], [x - 420, 1120], [x + 330, 1120], [x + 300, 860], [x + 720, 730], [x + 250, 620], [x - 40, 556], [x + 130, 496], [x + 12, 452]], true), haze)
  const islands = range(7, () => { const [ix, iy] = [s.between(120, 1480), s.between(560, 980)]; return s.gouges([ix - 70, iy - 20, 140, 40], near, { count: 22, length: [30, 80], width: [4, 8], angle: -86, stray: 20 }) }).join('')
  return sky(s, { horizon: 460, light: [x, 300] }) + sun(s, x + 40, 320, 100) + s.rect(-10, 450, WIDTH + 20, 640, mid) + s.gouges([0, 460, WIDTH, 600], near, { count: 130, length: [60, 220], width: [4, 11], stray: 3, recede: 0.2 }) + meander + s.gouges([x - 150, 840, 380, 210], glow, { count: 22, length: [60, 180], width: [3, 6], stray: 1 }) + islands + s.poly([[x - 40, 900], [x + 130, 890], [x + 100, 924], [x - 20, 928]], ink) + person(x + 60, 906, 110, accent, 'man') + s.stroke([[x + 80, 780], [x + 40, 960]], ink, 6) + birds(s, 420, 240, 9, ink)
}

const flood: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, pale, glow } = s.ink
  const layout = s.layout(2)
  const back = sky(s, { horizon: 600, style: 'bands' }) + cloud(s, -60, 260, 700, s.ink.high) + cloud(s, 760, 330, 820, s.ink.high, far) + hill(s, 560, 20, far) + water(s, 570, HEIGHT, mid, { glint: haze, count: 130 })
  const drowned = (x: number, y: number, w: number, body: string, roof: string) => s.rect(x, y - w * 0.4, w, w * 0.4, body) + s.poly([[x - w * 0.1, y - w * 0.38], [x + w * 0.28, y - w * 0.68], [x + w * 0.8, y - w * 0.68], [x + w * 1.1, y - w * 0.38]], roof) + s.boxes([[x + w * 0.16, y - w * 0.24, w * 0.16, w * 0.2], [x + w * 0.62, y - w * 0.24, w * 0.16, w * 0.2]], ink) + wake(s, x + w / 2, y - 6, w * 1.3, pale) + wake(s, x + w / 2, y + 10, w, near)
  const boat = (x: number, y: number, k: number) => range(4, (i) => person(x + (-70 + i * 48) * k, y - 14 * k, 130 * k, i === 1 ? accent : ink, i % 2 ? 'woman' : 'seated')).join('') + path(`M${x - 160 * k} ${y - 44 * k}Q${x} ${y + 10 * k} ${x + 170 * k} ${y - 54 * k}Q${x + 120 * k} ${y + 34 * k} ${x} ${y + 34 * k}Q${x - 120 * k} ${y + 34 * k} ${x - 160 * k} ${y - 44 * k}Z`, ink) + wake(s, x, y + 30 * k, 380 * k, pale)
  if (layout === 0) return back + range(8, (i) => roundTree(s, 90 + i * 220 + s.between(-50, 50), 640 + s.between(-10, 30), s.between(90, 150), near, mid)).join('') + drowned(960, 800, 330, near, accent) + drowned(250, 720, 210, near, far) + boat(620, 900, 1.5) + range(4, (i) => s.rect(1330 - i * 300, 640 - 190, 8, 200, ink)).join('')
  const posts = range(5, (i) => { const t = i / 4; const x = mix(1340, 260, t); const y = mix(650, 1000, t); const h = mix(150, 560, t); return s.rect(x, y - h, mix(7, 20, t), h, ink) + s.rect(x - mix(26, 90, t), y - h * 0.92, mix(60, 200, t), mix(5, 14, t), ink) + wake(s, x, y - 4, mix(60, 170, t), pale) }).join('')
  return back + drowned(420, 680, 160, near, near) + drowned(980, 690, 150, near, far) + drowned(640, 830, 380, near, far) + range(3, (i) => person(760 + i * 66, 574, 130, i === 1 ? accent : ink, i === 1 ? 'woman' : 'man')).join('') + posts + rain(s, 110, pale, 103) + s.gouges([500, 920, 700, 100], glow, { count: 14, length: [80, 220], width: [4, 7], stray: 1 })
}

const dam: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, pale } = s.ink
  const back = sky(s, { horizon: 480, light: [1080, 230] }) + sun(s, 1080, 220, 80, s.ink.glow)
  if (s.layout(2) === 0) {
    const wall = s.filled([[160, 400], [1440, 400], [1250, 960], [350, 960]], pale, range(16, (i) => s.stroke([[160 + i * 86, 380], [350 + i * 61, 980]], far, 4)).join('') + s.poly([[900, 380], [1460, 380], [1260, 980], [860, 980]], haze) + s.gouges([880, 420, 540, 540], far, { count: 60, length: [80, 240], width: [3, 8], angle: 98, stray: 4 }))
    const spill = range(3, (i) => { const x = 570 + i * 165; return s.poly([[x, 450], [x + 90, 450], [x + 104, 950], [x - 10, 950]], mid) + s.gouges([x + 8, 480, 74, 440], pale, { count: 16, length: [80, 220], width: [3, 7], angle: 90, stray: 1 }) + s.rect(x - 8, 380, 106, 74, ink) }).join('')
    const gorge = s.poly([[-20, 250], [130, 330], [260, 520], [380, 1090], [-20, 1090]], near, 8) + s.poly([[1620, 220], [1480, 320], [1350, 520], [1230, 1090], [1620, 1090]], ink, 8) + s.gouges([0, 320, 240, 700], mid, { count: 40, length: [60, 180], width: [4, 9], angle: 66, stray: 10 })
    return back + land(s, ridgeline(s, 480, 240, 0.12), far) + wall + spill + s.rect(110, 372, 1380, 34, ink) + s.boxes([[440, 330, 60, 42], [1080, 342, 46, 30]], accent) + gorge + s.blob([[300, 1100], [420, 940], [560, 900], [700, 945], [860, 895], [1000, 940], [1160, 920], [1300, 1100]], pale) + s.rect(-10, 1010, WIDTH + 20, 80, mid) + wake(s, 800, 1010, 1000, pale)
  }
  const arc = (y: number, k: number): Point[] => range(13, (i) => { const t = i / 12; return [mix(180, 1420, t), y + Math.sin(t * Math.PI) * k] })
  const curve = s.filled([...arc(470, 190), ...arc(470, 190).reverse().map(([x, y]): Point => [mix(800, x, 0.72), y + 360])], pale, range(14, (i) => s.stroke([[180 + i * 95, 440], [mix(800, 180 + i * 95, 0.72), 1100]], far, 4)).join('') + s.gouges([180, 560, 520, 460], far, { count: 50, length: [60, 200], width: [3, 7], angle: 72, stray: 6 }))
  return back + land(s, ridgeline(s, 430, 260, 0.12, [0.12, 0.4, 0.9]), far) + water(s, 430, 680, mid, { glint: haze, count: 50 }) + curve + `<path fill="none" stroke="${ink}" stroke-width="26" d="${smooth(arc(466, 190), false)}"/>` + s.poly([[-20, 380], [200, 430], [330, 700], [480, 1090], [-20, 1090]], near, 8) + s.poly([[1620, 340], [1410, 440], [1280, 760], [1160, 1090], [1620, 1090]], ink, 8) + s.rect(770, 590, 46, 64, ink) + s.rect(1000, 560, 60, 38, accent) + water(s, 960, HEIGHT, near, { glint: mid, count: 30 }) + person(330, 640, 90, ink)
}

const coastMangrove: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow } = s.ink
  const layout = s.layout(2)
  const x = s.between(700, 1100)
  const mangrove = (mx: number, y: number, h: number, fill: string) => range(9, (i) => s.swing([[mx + (i - 4) * h * 0.13, y], [mx + (i - 4) * h * 0.1, y - h * 0.2], [mx + (i - 4) * 0.02 * h, y - h * 0.44]], fill, h * 0.022)).join('') + s.swing([[mx, y - h * 0.36], [mx - h * 0.03, y - h * 0.7]], fill, h * 0.06) + range(4, (i) => s.blob(range(9, (j): Point => [mx + (i - 1.5) * h * 0.26 + Math.cos((j / 9) * 6.28) * h * 0.26 * s.between(0.8, 1.2), y - h * (0.72 + (i % 2) * 0.12) + Math.sin((j / 9) * 6.28) * h * 0.15 * s.between(0.8, 1.2)]), fill)).join('') + s.gouges([mx - h * 0.5, y - h * 0.95, h, h * 0.32], mid, { count: 26, length: [h * 0.05, h * 0.13], width: [3, 7], angle: -20, stray: 30 })
  const back = sky(s, { horizon: 560, light: [x, 340] }) + sun(s, x, 380, 110, layout ? glow : undefined) + range(14, (i) => s.disc(i * 125 + s.between(-30, 30), 575, s.between(40, 80), far, 34)).join('') + water(s, 580, HEIGHT, mid, { road: x })
  if (layout === 0) return back + mangrove(1260, 700, 260, near) + mangrove(360, 860, 560, ink) + s.gouges([60, 840, 700, 60], ink, { count: 60, length: [24, 70], width: [4, 8], angle: -90, stray: 6 }) + s.poly([[860, 860], [1160, 850], [1110, 896], [890, 900]], ink) + person(1010, 862, 150, accent, 'man') + s.stroke([[1036, 700], [940, 930]], ink, 6) + wake(s, 1000, 896, 380, near) + birds(s, 560, 240, 6, pale)
  const roots = range(13, (i) => s.swing([[-40 + i * 140, 1110], [20 + i * 130, 880], [300 + i * 84, 700]], ink, s.between(12, 26))).join('')
  return back + mangrove(240, 660, 180, near) + mangrove(1380, 650, 160, near) + sailboat(s, 640, 690, 130, near, pale) + mangrove(820, 860, 640, ink) + roots + s.gouges([0, 960, WIDTH, 100], ink, { count: 120, length: [40, 120], width: [5, 11], angle: -90, stray: 8 }) + range(3, (i) => s.disc(520 + i * 270, 1000 - i * 14, 22, accent, 13)).join('') + palm(s, 1500, 700, 240, near)
}

const underseaCable: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, pale, glow, haze } = s.ink
  const layout = s.layout(2)
  const surface = layout ? 330 : 250
  const layers = [mid, near, ink].map((fill, i) => land(s, range(24, (j): Point => [-40 + j * 74, surface + 130 + i * 190 + Math.sin(j * 0.5 + i * 2) * 16]), fill)).join('')
  const fish = (x: number, y: number, k: number, fill: string) => move(x, y, `<path fill="${fill}" d="M-40 0Q-8 -22 30 0L52 -16V16L30 0Q-8 22 -40 0Z"/>`, k)
  const shafts = `<g opacity=".22">${range(5, (i) => s.poly([[500 + i * 130, surface], [560 + i * 130, surface], [300 + i * 260, 1000], [120 + i * 260, 1000]], haze)).join('')}</g>`
  const back = sky(s, { horizon: surface, light: [1150, 150], style: 'bands' }) + s.disc(1150, 150, 60, glow) + s.rect(-10, surface, WIDTH + 20, 800, far) + s.gouges([0, surface + 6, WIDTH, 110], pale, { count: 44, length: [60, 220], width: [3, 6], stray: 0.6 }) + layers + shafts
  const bed = land(s, ridgeline(s, 1010, 110, 0.1), mid, s.gouges([0, 900, WIDTH, 160], far, { count: 60, length: [40, 130], width: [3, 7], stray: 8 }))
  const coral = range(8, (i) => { const x = 60 + i * 210 + s.between(-50, 50); return range(5, (j) => s.swing([[x, 1060], [x + (j - 2) * 16, 1000], [x + (j - 2) * 34, 950 - s.between(0, 60)]], i % 3 ? ink : far, 9)).join('') }).join('')
  if (layout === 1) return back + freighter(s, 380, surface + 10, 560, ink, false) + s.swing([[930, surface - 40], [1010, 520], [940, 780], [780, 900]], accent, 9) + bed + s.swing([[-40, 930], [300, 980], [560, 900], [780, 900], [1100, 990], [1660, 920]], accent, 13) + fish(1130, 560, 1, far) + fish(1200, 610, 0.8, far) + fish(360, 640, 1.1, far) + coral
  const cut = range(3, (i) => s.swing([[-60, 700 - i * 6], [340, 860], [820, 790], [1260, 640], [1680, 700]], [ink, accent, glow][i] ?? ink, [120, 86, 8][i] ?? 8)).join('')
  return back + bed + cut + range(9, (i) => fish(300 + i * 120 + s.between(-40, 40), 480 + s.between(-70, 70), s.between(0.6, 1.1), far)).join('') + s.swing([[-60, 694], [340, 842], [820, 772], [1260, 622], [1680, 684]], haze, 6, 'stroke-dasharray="90 46"') + coral
}

export const waterScenes = { harbour, 'container-port': containerPort, ship, 'river-delta': riverDelta, flood, dam, 'coast-mangrove': coastMangrove, 'undersea-cable': underseaCable } satisfies Record<string, SceneDrawer>
