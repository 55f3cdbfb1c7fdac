import { birds, cloud, hill, land, ridgeline, sky, streaks, sun } from '../kit'
import { HEIGHT, mix, type Plate, type Point, range, WIDTH } from '../plate'
import { crowd, lattice, path, person, roofs, roundTree } from '../props'
import { type SceneDrawer } from './drawer'

/** Two rails on their sleepers, running to a point. */
function track(s: Plate, vanish: Point, foot: number, width: number): string {
  const { near, ink, pale } = s.ink
  const [vx, vy] = vanish
  const sleepers = range(17, (i) => { const t = Math.pow((i + 1) / 17, 2.1); const y = mix(vy, HEIGHT, t); const x = mix(vx, foot, t); const w = mix(4, width, t); return s.poly([[x - w * 0.78, y], [x + w * 0.78, y], [x + w * 0.84, y + mix(1, 26, t)], [x - w * 0.84, y + mix(1, 26, t)]], near, 1) }).join('')
  const rail = (side: number) => s.poly([[vx + side, vy], [foot + side * width * 0.62, 1090], [foot + side * width * 0.5, 1090]], ink) + s.poly([[vx + side, vy], [foot + side * width * 0.575, 1090], [foot + side * width * 0.545, 1090]], pale)
  return sleepers + rail(-1) + rail(1)
}

function locomotive(s: Plate, x: number, y: number, w: number): string {
  const { ink, near, accent, glow, pale } = s.ink
  return s.poly([[x - w / 2, y], [x - w / 2, y - w * 0.9], [x - w * 0.36, y - w * 1.12], [x + w * 0.36, y - w * 1.12], [x + w / 2, y - w * 0.9], [x + w / 2, y]], accent) + s.boxes([[x - w * 0.36, y - w * 0.86, w * 0.31, w * 0.26], [x + w * 0.05, y - w * 0.86, w * 0.31, w * 0.26]], ink) + s.rect(x - w / 2, y - w * 0.5, w, w * 0.1, pale) + s.disc(x, y - w * 1.0, w * 0.07, glow) + s.disc(x - w * 0.3, y - w * 0.26, w * 0.07, glow) + s.disc(x + w * 0.3, y - w * 0.26, w * 0.07, glow) + s.poly([[x - w * 0.54, y - w * 0.1], [x + w * 0.54, y - w * 0.1], [x + w * 0.4, y + w * 0.12], [x - w * 0.4, y + w * 0.12]], ink) + s.rect(x + w * 0.36, y - w * 0.9, w * 0.14, w * 0.8, near)
}

const railway: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const layout = s.layout(3)
  const light: Point = [1090, 300]
  const back = sky(s, { horizon: 560, light }) + sun(s, light[0], light[1], 92, layout === 1 ? undefined : glow) + land(s, ridgeline(s, 570, 220, 0.1), far)
  if (layout === 0) return back + s.rect(-10, 560, WIDTH + 20, 530, haze) + s.gouges([0, 580, WIDTH, 480], far, { count: 90, length: [50, 190], width: [3, 8], stray: 3, recede: 0.25 }) + track(s, [760, 562], 760, 420) + locomotive(s, 760, 640, 130) + range(5, (i) => { const t = Math.pow((i + 1) / 5, 1.9); const x = mix(820, 1560, t); return s.rect(x, mix(562, 1010, t) - mix(60, 900, t), mix(3, 20, t), mix(60, 900, t), ink) + s.rect(x - mix(36, 420, t), mix(562, 1010, t) - mix(52, 820, t), mix(40, 430, t), mix(2, 11, t), ink) }).join('') + s.rect(300, 560, 12, 420, ink) + s.rect(276, 560, 60, 130, ink) + s.disc(306, 596, 20, accent) + s.disc(306, 650, 20, mid) + s.rect(470, 620, 190, 80, near) + s.poly([[450, 624], [565, 570], [680, 624]], ink) + s.boxes([[490, 642, 34, 34], [550, 642, 34, 34], [608, 642, 34, 34]], glow) + person(400, 960, 180, ink, 'man')
  if (layout === 1) {
    const coach = (x: number, fill: string) => s.rect(x, 610, 300, 128, fill) + s.poly([[x + 4, 612], [x + 22, 592], [x + 278, 592], [x + 296, 612]], near) + s.boxes(range(6, (i) => [x + 22 + i * 45, 640, 30, 40] as const), glow) + s.rect(x, 700, 300, 12, pale) + s.disc(x + 60, 744, 20, ink) + s.disc(x + 240, 744, 20, ink)
    const viaduct = range(9, (i) => path(`M${-80 + i * 200} 762H${130 + i * 200}V1100H${100 + i * 200}V900Q${100 + i * 200} 800 ${25 + i * 200} 800Q${-50 + i * 200} 800 ${-50 + i * 200} 900V1100H${-80 + i * 200}Z`, ink)).join('')
    return back + hill(s, 680, 40, mid) + range(9, (i) => roundTree(s, i * 190 + s.between(-50, 50), 770, s.between(60, 130), near, mid)).join('') + hill(s, 900, 30, mid, s.gouges([0, 900, WIDTH, 160], far, { count: 60, length: [60, 180], width: [3, 8], stray: 3 })) + range(4, (i) => coach(-140 + i * 308, i % 2 ? mid : near)).join('') + s.poly([[1092, 738], [1092, 600], [1330, 600], [1400, 680], [1400, 738]], accent) + s.boxes([[1290, 622, 56, 44]], ink) + s.rect(1092, 690, 308, 12, pale) + s.disc(1160, 744, 20, ink) + s.disc(1330, 744, 20, ink) + viaduct + s.rect(-20, 756, WIDTH + 40, 24, ink) + birds(s, 420, 300, 6, ink)
  }
  const roof = s.poly([[-20, 60], [1620, 240], [1620, 330], [980, 400], [-20, 240]], ink) + range(5, (i) => s.rect(90 + i * 250, 230, mix(30, 14, i / 5), 800 - i * 60, ink)).join('')
  const platform = s.poly([[-20, 1090], [-20, 860], [960, 640], [1020, 640], [700, 1090]], near) + s.poly([[1000, 640], [1020, 640], [730, 1090], [640, 1090]], glow)
  const train = s.poly([[1030, 600], [1620, 420], [1620, 1000], [1060, 660]], mid) + s.poly([[1030, 620], [1620, 780], [1620, 850], [1034, 636]], accent) + range(5, (i) => { const [a, b] = [mix(1090, 1620, i / 5), mix(1090, 1620, (i + 0.7) / 5)]; const y = (x: number, k: number) => 615 + (x - 1030) * k; return s.poly([[a, y(a, -0.2)], [b, y(b, -0.2)], [b, y(b, 0.13)], [a, y(a, 0.13)]], glow) }).join('')
  return back + roofs(s, 600, 40, 130, mid, [60, 130]) + s.rect(-10, 600, WIDTH + 20, 490, ink) + train + platform + roof + crowd(s, 330, 960, 800, 190, ink, 6, 3) + person(430, 1010, 420, ink, 'porter')
}

function airliner(s: Plate, x: number, y: number, w: number, body: string, turn = 0): string {
  const { ink, accent, near } = s.ink
  return `<g transform="translate(${x} ${y}) rotate(${turn})">${s.poly([[-w * 0.1, 0], [w * 0.2, 0], [-w * 0.06, -w * 0.2], [-w * 0.12, -w * 0.2]], near)}${path(`M${-w * 0.5} ${-w * 0.02}L${-w * 0.44} ${-w * 0.05}H${w * 0.36}Q${w * 0.5} ${-w * 0.04} ${w * 0.52} 0Q${w * 0.48} ${w * 0.05} ${w * 0.36} ${w * 0.05}H${-w * 0.24}Z`, body)}${s.poly([[-w * 0.5, -w * 0.03], [-w * 0.54, -w * 0.2], [-w * 0.46, -w * 0.2], [-w * 0.33, -w * 0.04]], accent)}${s.poly([[-w * 0.06, w * 0.02], [w * 0.16, w * 0.02], [-w * 0.16, w * 0.2], [-w * 0.22, w * 0.2]], ink)}${s.boxes(range(16, (i) => [-w * 0.3 + i * w * 0.04, -w * 0.025, w * 0.014, w * 0.02] as const), ink)}</g>`
}

const airport: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const layout = s.layout(2)
  const tower = (x: number, y: number, h: number, fill: string) => s.poly([[x - h * 0.05, y], [x - h * 0.035, y - h * 0.76], [x + h * 0.035, y - h * 0.76], [x + h * 0.05, y]], fill) + s.poly([[x - h * 0.09, y - h * 0.74], [x - h * 0.13, y - h * 0.88], [x + h * 0.13, y - h * 0.88], [x + h * 0.09, y - h * 0.74]], glow) + s.rect(x - h * 0.14, y - h * 0.91, h * 0.28, h * 0.04, fill) + s.rect(x - 3, y - h * 1.05, 6, h * 0.15, fill)
  if (layout === 0) return sky(s, { horizon: 720, light: [1080, 420] }) + sun(s, 1080, 430, 130, accent) + streaks(s, 300, 140, haze, 4) + land(s, ridgeline(s, 720, 180, 0.1), far) + s.rect(700, 660, 900, 70, mid) + s.boxes(range(20, (i) => [720 + i * 44, 676, 30, 24] as const), glow) + tower(1290, 740, 360, near) + s.rect(-10, 720, WIDTH + 20, 370, near) + s.gouges([0, 730, WIDTH, 330], mid, { count: 70, length: [80, 280], width: [3, 8], stray: 0.5, recede: 0.3 }) + s.poly([[590, 724], [640, 724], [1020, 1090], [-180, 1090]], ink) + range(6, (i) => { const [a, b] = [Math.pow(i / 6, 2), Math.pow((i + 0.5) / 6, 2)]; return s.poly([[mix(613, 400, a), mix(726, 1090, a)], [mix(617, 450, a), mix(726, 1090, a)], [mix(617, 450, b), mix(726, 1090, b)], [mix(613, 400, b), mix(726, 1090, b)]], pale) }).join('') + airliner(s, 640, 330, 640, pale, -14)
  const glass = s.boxes([...range(5, (i) => [-10 + i * 402, -10, 26, 830] as const), [-10, 120, WIDTH + 20, 18], [-10, 806, WIDTH + 20, 30]], ink)
  const seats = range(2, (r) => range(9, (i) => s.rect(90 + i * 170 + r * 60, 880 + r * 110, 120, 70, r ? ink : near) + s.rect(90 + i * 170 + r * 60, 940 + r * 110, 120, 20, r ? ink : mid)).join('')).join('')
  return sky(s, { horizon: 640, light: [420, 300] }) + sun(s, 420, 300, 90, glow) + cloud(s, 1050, 300, 280, haze) + land(s, ridgeline(s, 620, 170, 0.1), far) + tower(1330, 650, 330, mid) + s.rect(-10, 630, WIDTH + 20, 200, mid) + s.gouges([0, 650, WIDTH, 150], far, { count: 40, length: [80, 280], width: [3, 6], stray: 0.5 }) + airliner(s, 830, 630, 820, pale) + s.boxes([[700, 670, 14, 44], [1040, 670, 14, 44]], ink) + glass + s.rect(-10, 834, WIDTH + 20, 260, haze) + s.gouges([0, 850, WIDTH, 200], far, { count: 40, length: [120, 380], width: [3, 8], angle: 14, stray: 1 }) + seats + person(560, 1000, 400, ink, 'man') + person(700, 1000, 372, accent, 'woman') + person(800, 1000, 300, ink, 'child') + s.rect(470, 900, 54, 96, ink)
}

const borderPost: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, pale, glow } = s.ink
  const layout = s.layout(2)
  const back = sky(s, { horizon: 620, light: [470, 330] }) + sun(s, 470, 330, 96, glow) + land(s, ridgeline(s, 620, 330, 0.12), far, s.gouges([0, 380, WIDTH, 240], haze, { count: 60, length: [40, 140], width: [2, 5], angle: 60 })) + land(s, ridgeline(s, 660, 150, 0.12), mid)
  const ground = s.rect(-10, 640, WIDTH + 20, 450, haze) + s.gouges([0, 660, WIDTH, 400], far, { count: 80, length: [60, 240], width: [3, 8], stray: 2, recede: 0.25 })
  const bar = (x: number, y: number, w: number, turn: number) => `<g transform="translate(${x} ${y}) rotate(${turn})">${s.rect(0, -17, w, 34, pale)}${range(7, (i) => s.poly([[(w * i) / 7, -17], [(w * (i + 0.5)) / 7, -17], [(w * (i + 0.36)) / 7, 17], [(w * (i - 0.14)) / 7, 17]], accent)).join('')}${s.rect(-110, -24, 110, 48, ink)}</g>`
  if (layout === 0) {
    const hut = s.rect(1120, 560, 240, 330, near) + s.poly([[1070, 566], [1120, 500], [1370, 500], [1420, 566]], ink) + s.boxes([[1150, 610, 90, 100]], glow) + s.rect(1270, 640, 70, 250, ink) + s.rect(1290, 560, 70, 330, ink)
    const fence = range(14, (i) => s.rect(-20 + i * 52, 740, 7, 130, ink)).join('') + range(3, (i) => s.stroke([[-20, 760 + i * 34], [700, 764 + i * 34]], ink, 3)).join('')
    return back + ground + s.poly([[700, 640], [800, 640], [1240, 1090], [180, 1090]], mid) + fence + hut + s.rect(1058, 800, 30, 110, ink) + bar(1060, 812, 720, 180) + range(3, (i) => s.rect(720 + i * 44, 600 - i * 6, 40 + i * 6, 58 + i * 6, [near, accent, ink][i] ?? ink)).join('') + person(960, 960, 260, ink, 'man') + crowd(s, 430, 700, 720, 110, ink, 4, 9)
  }
  const gate = path('M420 900V330H1180V900H1060V540Q1060 440 800 400Q540 440 540 540V900Z', near) + s.rect(380, 290, 840, 56, ink) + s.rect(420, 246, 760, 30, ink) + s.gouges([430, 350, 110, 540], mid, { count: 26, length: [30, 90], width: [3, 7], stray: 2 }) + s.gouges([560, 360, 480, 50], mid, { count: 20, length: [30, 120], width: [3, 6], stray: 2 })
  const flag = (x: number, fill: string, band: string) => s.rect(x, 60, 9, 200, ink) + s.blob([[x + 9, 66], [x + 70, 56], [x + 150, 80], [x + 150, 160], [x + 70, 138], [x + 9, 150]], fill) + s.rect(x + 9, 68, 30, 80, band)
  return back + ground + s.poly([[720, 640], [880, 640], [1200, 1090], [400, 1090]], mid) + gate + flag(500, mid, pale) + flag(1090, accent, glow) + bar(500, 850, 640, 0) + range(10, (i) => s.rect(i < 5 ? -30 + i * 88 : 1220 + (i - 5) * 88, 700, 9, 210, ink)).join('') + range(4, (i) => s.stroke([[-20, 720 + i * 44], [400, 720 + i * 44]], ink, 3) + s.stroke([[1210, 720 + i * 44], [1620, 720 + i * 44]], ink, 3)).join('') + person(360, 1020, 330, ink, 'man')
}

const antennaMast: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, pale, glow } = s.ink
  const layout = s.layout(2)
  const x = s.pick([560, 1040])
  const dish = (dx: number, y: number, r: number) => s.disc(dx, y, r, pale) + s.disc(dx + r * 0.2, y + r * 0.1, r * 0.74, haze) + s.stroke([[dx, y], [dx + r * 0.7, y - r * 0.5]], ink, 5) + s.disc(dx + r * 0.72, y - r * 0.52, r * 0.13, accent)
  const mast = (mx: number, y: number, h: number, w: number, fill: string, weight: number) => lattice(s, mx, y, h, w, w * 0.16, fill, weight, 9) + s.rect(mx - 4, y - h * 1.14, 8, h * 0.16, fill) + s.disc(mx, y - h * 1.14, weight * 1.7, accent)
  if (layout === 0) return sky(s, { horizon: 760, light: [x, 130], style: 'rings' }) + land(s, ridgeline(s, 780, 260, 0.12), far) + hill(s, 800, 40, mid) + mast(x, 880, 690, 110, ink, 9) + dish(x - 46, 480, 52) + dish(x + 44, 560, 44) + dish(x + 20, 360, 30) + s.boxes([[x - 70, 300, 16, 90], [x + 52, 300, 16, 90]], ink) + s.rect(x + 170, 780, 300, 130, near) + s.rect(x + 150, 766, 340, 24, ink) + s.boxes([[x + 210, 820, 56, 44], [x + 360, 820, 56, 44]], glow) + s.rect(x + 292, 820, 46, 90, ink) + s.swing([[x + 100, 840], [x + 140, 800], [x + 200, 780]], ink, 4) + hill(s, 905, 14, ink, s.gouges([0, 920, WIDTH, 140], near, { count: 60, length: [60, 170], width: [3, 7], stray: 4 })) + person(x - 220, 920, 120, ink, 'man')
  const field = range(6, (i) => mast(160 + i * 270 + s.between(-50, 50), 800 + s.between(-30, 40), s.between(220, 420), 36, i % 2 ? near : mid, 4)).join('')
  const bowl = s.disc(800, 520, 330, pale, 240) + s.disc(850, 500, 250, haze, 170) + range(10, (i) => s.stroke([[850, 500], [800 + Math.cos((i / 10) * 6.28) * 318, 520 + Math.sin((i / 10) * 6.28) * 230]], far, 4)).join('') + s.stroke([[600, 340], [1010, 340], [830, 660]], ink, 8) + s.stroke([[1010, 340], [1090, 470]], ink, 8) + s.disc(1010, 340, 34, accent)
  return sky(s, { horizon: 800, light: [1040, 300], style: 'rings' }) + land(s, ridgeline(s, 800, 170, 0.1), far) + field + s.poly([[690, 960], [750, 640], [850, 640], [910, 960]], ink) + `<g transform="rotate(-24 800 520)">${bowl}</g>` + hill(s, 950, 16, near) + s.rect(560, 900, 480, 70, ink) + person(1150, 980, 140, ink, 'man') + person(1210, 984, 130, ink, 'woman') + hill(s, 1000, 14, ink)
}

export const travelScenes = { railway, airport, 'border-post': borderPost, 'antenna-mast': antennaMast } satisfies Record<string, SceneDrawer>
