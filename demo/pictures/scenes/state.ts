import { cloud, land, ridgeline, room, sky, streaks, sun } from '../kit'
import { HEIGHT, mix, move, type Plate, type Point, range, WIDTH } from '../plate'
import { crowd, cypress, dome, path, person } from '../props'
import { type SceneDrawer } from './drawer'

type Device = 'waves' | 'hoist' | 'ring' | 'lozenge' | 'chevrons' | 'quarters'

/** A flag of no country: two or three inks and one plain device. */
function cloth(s: Plate, x: number, y: number, w: number, h: number, device: Device, [a, b, c]: readonly [string, string, string]): string {
  const wave = (v: number): Point[] => range(9, (i): Point => [x + (w * i) / 8, y + v + Math.sin(i * 0.85 + x) * h * 0.055])
  const outline = s.outline([...wave(0), ...wave(h).reverse()], 0.5)
  const inside: Record<Device, string> = {
    waves: range(3, (i) => s.swing(range(7, (k): Point => [x - 20 + (k * (w + 40)) / 6, y + h * (0.28 + i * 0.25) + (k % 2 ? -1 : 1) * h * 0.05]), i === 1 ? c : b, h * 0.09)).join(''),
    hoist: s.rect(x - 9, y - 40, w * 0.34, h + 80, b) + s.disc(x + w * 0.66, y + h * 0.5, h * 0.19, c),
    ring: s.disc(x + w / 2, y + h / 2, h * 0.33, b) + s.disc(x + w / 2, y + h / 2, h * 0.22, a) + s.disc(x + w / 2, y + h / 2, h * 0.1, c),
    lozenge: s.poly([[x + w / 2, y + h * 0.1], [x + w * 0.84, y + h / 2], [x + w / 2, y + h * 0.9], [x + w * 0.16, y + h / 2]], b) + s.disc(x + w / 2, y + h / 2, h * 0.13, c),
    chevrons: range(3, (i) => s.stroke([[x + w * (0.02 + i * 0.24), y - 20], [x + w * (0.3 + i * 0.24), y + h / 2], [x + w * (0.02 + i * 0.24), y + h + 20]], i === 1 ? c : b, h * 0.12)).join(''),
    quarters: s.rect(x - 9, y - 40, w / 2 + 9, h / 2 + 40, b) + s.rect(x + w / 2, y + h / 2, w, h, b) + s.disc(x + w * 0.25, y + h * 0.27, h * 0.12, c) + s.disc(x + w * 0.75, y + h * 0.75, h * 0.12, c),
  }
  const folds = range(3, (i) => s.poly([[x + w * (0.2 + i * 0.3), y - 40], [x + w * (0.28 + i * 0.3), y - 40], [x + w * (0.3 + i * 0.3), y + h + 40], [x + w * (0.21 + i * 0.3), y + h + 40]], s.ink.ink)).join('')
  return `<path fill="${a}" d="${outline}"/>${s.within(outline, inside[device] + `<g opacity=".16">${folds}</g>`)}`
}

const devices: readonly Device[] = ['hoist', 'waves', 'ring', 'lozenge', 'chevrons', 'quarters']

const flags: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, glow, pale, haze } = s.ink
  const layout = s.layout(3)
  const sets = [[near, pale, accent], [accent, pale, glow], [pale, near, accent], [mid, glow, ink], [glow, accent, near], [ink, haze, accent]] as const
  const flag = (i: number, x: number, y: number, w: number) => cloth(s, x, y, w, w * 0.64, devices[(i + s.variant) % 6] ?? 'waves', sets[i % 6] ?? sets[0])
  const back = sky(s, { horizon: 820, light: [420, 300] })
  if (layout === 1) return back + sun(s, 420, 300, 90, glow) + land(s, ridgeline(s, 830, 200, 0.1), far) + s.rect(-10, 830, WIDTH + 20, 260, near) + range(6, (i) => { const x = 190 + i * 215; const y = 190 + Math.abs(i - 2.5) * 44; return s.rect(x - 10, y - 20, 11, 830 - y, ink) + s.disc(x - 5, y - 24, 12, glow) + flag(i, x, y, 190) }).join('') + s.gouges([0, 850, WIDTH, 200], mid, { count: 50, length: [80, 260], width: [3, 8], stray: 0.5 }) + crowd(s, 480, 1120, 960, 150, ink, 7, 3)
  if (layout === 0) return back + range(3, (i) => cloud(s, 120 + i * 480, 300 + i * 90, 340, haze)).join('') + s.poly([[180, 1090], [196, 60], [218, 60], [226, 1090]], ink) + s.disc(207, 50, 28, glow) + flag(1, 218, 110, 900) + s.rect(1290, 520, 12, 600, ink) + flag(0, 1010, 560, 280) + land(s, ridgeline(s, 1000, 90, 0.12), near)
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, haze) + s.gouges([0, 0, WIDTH, HEIGHT], far, { count: 70, length: [80, 300], width: [3, 7], stray: 0.6 }) + range(4, (r) => { const y = 110 + r * 230; return s.swing([[-40, y], [400, y + 60], [800, y + 80], [1200, y + 60], [1640, y]], ink, 5) + range(9, (i) => { const x = -60 + i * 190 + (r % 2) * 90; const top = y + 80 - Math.pow((x + 70 - 800) / 840, 2) * 80; return flag(r * 2 + i, x, top, 138) }).join('') }).join('')
}

const roundTable: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, glow, pale, haze } = s.ink
  const layout = s.layout(2)
  if (layout === 0) {
    const seat = (i: number, n: number) => { const turn = (i / n) * Math.PI * 2 + 0.2; return [800 + Math.cos(turn) * 560, 540 + Math.sin(turn) * 410, (turn * 180) / Math.PI] as const }
    const chairs = range(14, (i) => { const [x, y, turn] = seat(i, 14); const red = i === 11; return move(x, y, s.rect(-26, -46, 84, 108, ink, 2) + s.rect(-34, -54, 84, 108, red ? accent : near, 3) + s.rect(30, -60, 26, 120, red ? ink : mid, 2) + s.gouges([-26, -44, 50, 88], red ? ink : mid, { count: 6, length: [30, 70], width: [2, 4], angle: 90, stray: 4 }), 1, turn) }).join('')
    const papers = range(14, (i) => { const turn = (i / 14) * Math.PI * 2 + 0.2; return move(800 + Math.cos(turn) * 400, 540 + Math.sin(turn) * 288, s.rect(-22, -30, 44, 60, pale), 1, (turn * 180) / Math.PI) }).join('')
    return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + range(8, (i) => `<circle cx="800" cy="540" r="${620 + i * 60}" fill="none" stroke="${haze}" stroke-width="5" stroke-dasharray="${s.int(60, 200)} ${s.int(20, 70)}"/>`).join('') + s.disc(814, 566, 486, near, 356) + chairs + s.disc(800, 540, 470, mid, 340) + s.disc(800, 540, 330, far, 222) + s.disc(800, 540, 318, haze, 212) + s.gouges([560, 400, 480, 280], far, { count: 50, length: [50, 160], width: [3, 7], stray: 1 }) + papers + s.poly([[650, 400], [760, 360], [900, 700], [790, 720]], pale) + s.poly([[800, 352], [850, 346], [980, 660], [935, 690]], pale)
  }
  const sitter = (x: number, k: number, fill: string, i: number) => s.blob([[x - 92 * k, 720], [x - 80 * k, 560], [x - 34 * k, 500], [x + 34 * k, 500], [x + 80 * k, 560], [x + 92 * k, 720]], fill) + (i % 3 === 1 ? s.blob([[x - 52 * k, 530], [x - 50 * k, 430], [x, 376], [x + 50 * k, 430], [x + 52 * k, 530]], fill) : s.disc(x, 446, 42 * k, fill, 52 * k)) + (i % 3 === 0 ? s.poly([[x - 20, 506], [x + 20, 506], [x, 580]], pale) : '')
  return room(s, 640, far, mid) + s.rect(470, 70, 660, 400, haze) + land(s, ridgeline(s, 400, 170, 0.1, [0.36, 0.5, 0.62]), mid, '', 470) + s.boxes([[-10, -10, 490, 660], [1120, -10, 500, 660], [-10, 466, WIDTH + 20, 180]], far) + s.boxes([[470, 70, 14, 400], [1116, 70, 14, 400], [793, 70, 14, 400], [470, 60, 660, 14], [470, 460, 660, 14]], ink) + range(7, (i) => sitter(230 + i * 190, 0.94, i === 4 ? accent : i % 2 ? near : ink, i)).join('') + s.disc(800, 860, 900, ink, 200) + s.disc(800, 838, 880, near, 180) + range(7, (i) => move(300 + i * 166, 750 + Math.sin((i / 6) * 3.14) * 40, s.poly([[-36, 0], [36, 0], [46, 22], [-46, 22]], pale) + s.rect(52, -30, 14, 34, glow))).join('') + range(5, (i) => s.rect(420 + i * 190, 690, 6, 70, ink) + s.poly([[426 + i * 190, 690], [470 + i * 190, 700], [426 + i * 190, 722]], [accent, pale, glow, mid, accent][i] ?? pale)).join('')
}

/** Two rows of heads seen from behind, one of them in the red. */
function audience(s: Plate): string {
  return range(2, (row) => range(9 - row, (i) => { const x = 10 + i * (198 + row * 26) + s.between(-24, 24); const [y, r] = [930 + row * 92, 50 + row * 18]; const fill = row === 0 && i === 3 ? s.ink.accent : row ? s.ink.ink : s.ink.mid; return s.blob([[x - r * 1.9, y + r * 3], [x - r * 1.6, y + r * 1.3], [x, y + r * 0.6], [x + r * 1.6, y + r * 1.3], [x + r * 1.9, y + r * 3]], fill) + s.disc(x, y, r * 0.84, fill, r) }).join('')).join('')
}

const podium: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, glow, pale, haze } = s.ink
  const mic = (x: number, y: number, lean: number) => s.swing([[x, y], [x + lean * 0.4, y - 60], [x + lean, y - 104]], ink, 7) + s.disc(x + lean, y - 112, 13, ink, 19)
  const desk = (x: number, y: number, k: number) => move(x, y, s.poly([[-150, -380], [150, -380], [120, 0], [-120, 0]], near) + s.poly([[40, -380], [150, -380], [120, 0], [50, 0]], ink) + s.poly([[-190, -420], [190, -420], [160, -370], [-160, -370]], ink) + s.disc(-20, -220, 56, accent) + s.disc(-20, -220, 34, glow) + mic(-80, -420, 30) + mic(-20, -420, 14) + mic(60, -420, -26) + mic(110, -420, -60), k)
  if (s.layout(2) === 1) return room(s, 800, mid, near, far) + range(4, (i) => s.poly([[330 + i * 250, -10], [470 + i * 250, -10], [460 + i * 250, 800], [340 + i * 250, 800]], i % 2 ? haze : far) + s.gouges([340 + i * 250, 20, 110, 740], mid, { count: 16, length: [120, 300], width: [3, 7], angle: 90, stray: 1 })).join('') + s.rays(860, 330, 150, 640, 44, glow, 5) + s.rect(-10, 700, WIDTH + 20, 390, near) + s.gouges([0, 715, WIDTH, 150], mid, { count: 34, length: [120, 340], width: [3, 7], stray: 0.5 }) + s.disc(860, 790, 330, glow, 36) + desk(860, 800, 1.12) + audience(s)
  const lens = (x: number, y: number, k: number) => move(x, y, s.rect(-70, -60, 150, 120, ink) + s.disc(96, 0, 46, near) + s.disc(104, 0, 30, glow) + s.rect(-30, -92, 70, 34, ink) + s.stroke([[-10, 60], [-60, 420]], ink, 12) + s.stroke([[10, 60], [70, 420]], ink, 12), k)
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, near) + s.poly([[900, -10], [1100, -10], [1500, 900], [700, 900]], far) + s.poly([[960, -10], [1060, -10], [1330, 900], [850, 900]], haze) + s.gouges([700, 60, 760, 760], mid, { count: 50, length: [120, 360], width: [3, 8], angle: 84, stray: 6 }) + s.rect(-10, 880, WIDTH + 20, 200, ink) + s.disc(1090, 890, 420, glow, 46) + desk(1090, 890, 1) + lens(430, 560, 1.3) + lens(170, 700, 1) + lens(640, 720, 0.7) + streaks(s, 980, 40, near, 4) + crowd(s, 240, 760, 1080, 420, ink, 3, 9) + s.rect(1040, 862, 100, 6, pale)
}

/** A fluted column lit from the left. */
function column(s: Plate, x: number, top: number, foot: number, w: number): string {
  const { far, mid, pale, haze } = s.ink
  return s.rect(x - w / 2, top, w, foot - top, pale) + s.poly([[x + w * 0.16, top], [x + w / 2, top], [x + w / 2, foot], [x + w * 0.16, foot]], far) + s.boxes(range(5, (i) => [x - w * 0.38 + i * w * 0.17, top + 24, w * 0.045, foot - top - 48] as const), mid) + s.rect(x - w * 0.7, top - w * 0.3, w * 1.4, w * 0.34, haze) + s.rect(x - w * 0.62, top, w * 1.24, w * 0.16, mid) + s.rect(x - w * 0.66, foot - w * 0.2, w * 1.32, w * 0.24, haze) + s.rect(x + w * 0.2, foot - w * 0.2, w * 0.46, w * 0.24, mid)
}

const columns: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, glow, haze } = s.ink
  const layout = s.layout(3)
  if (layout === 0) return sky(s, { horizon: 900, light: [360, 240] }) + sun(s, 330, 250, 80, glow) + s.rect(440, 330, 1200, 560, near) + s.poly([[380, 270], [1640, 10], [1640, 270]], mid) + s.poly([[520, 250], [1640, 30], [1640, 250]], far) + s.rect(380, 270, 1260, 64, haze) + s.gouges([400, 280, 1200, 44], mid, { count: 34, length: [40, 130], width: [3, 6], stray: 1 }) + s.rect(980, 520, 150, 370, ink) + range(6, (i) => column(s, 500 + i * 214, 366, 880, 84)).join('') + range(4, (i) => s.rect(360 - i * 44, 880 + i * 48, 1400, 50, [haze, far, mid, near][i] ?? far)).join('') + person(820, 880, 150, accent, 'woman') + person(620, 976, 190, ink, 'man') + person(680, 976, 180, ink, 'man')
  if (layout === 1) return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, near) + s.poly([[620, 250], [980, 250], [980, 800], [620, 800]], haze) + s.disc(800, 420, 90, glow) + land(s, [[620, 640], [720, 560], [800, 610], [900, 540], [980, 620]], far, '', 800).replace(/L1700 800L-60 800Z/, 'L980 800L620 800Z') + range(4, (i) => { const t = Math.pow((3 - i) / 3, 1.4); const w = mix(210, 60, t); return column(s, mix(120, 590, t), mix(40, 240, t), mix(1030, 800, t), w) + column(s, mix(1480, 1010, t), mix(40, 240, t), mix(1030, 800, t), w) }).reverse().join('') + s.poly([[590, 800], [1010, 800], [1620, 1090], [-20, 1090]], mid) + s.poly([[700, 800], [900, 800], [1060, 1090], [440, 1090]], glow) + person(780, 900, 190, ink, 'man') + s.poly([[770, 900], [800, 900], [690, 1080], [610, 1080]], ink) + person(930, 840, 120, accent, 'woman')
  const scale = (x: number, y: number) => s.stroke([[x, y], [x - 90, y + 190], [x + 90, y + 190], [x, y]], ink, 5) + path(`M${x - 120} ${y + 190}H${x + 120}Q${x + 90} ${y + 260} ${x} ${y + 264}Q${x - 90} ${y + 260} ${x - 120} ${y + 190}Z`, ink)
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + s.rays(800, 330, 120, 1000, 70, haze, 6) + range(3, (i) => column(s, -20 + i * 160, 200 - i * 20, 940, 96) + column(s, 1620 - i * 160, 200 - i * 20, 940, 96)).join('') + s.disc(800, 330, 120, accent) + s.poly([[770, 880], [790, 250], [810, 250], [830, 880]], ink) + s.poly([[430, 330], [1170, 250], [1174, 270], [434, 352]], ink) + s.disc(800, 262, 34, ink) + scale(450, 345) + scale(1150, 262) + s.poly([[660, 900], [720, 850], [880, 850], [940, 900]], ink) + s.rect(-10, 900, WIDTH + 20, 180, near) + s.gouges([0, 920, WIDTH, 140], mid, { count: 40, length: [100, 300], width: [3, 8], stray: 0.5 }) + s.rect(1110, 430, 80, 24, glow)
}

const parliament: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, glow, pale, haze } = s.ink
  const layout = s.layout(2)
  if (layout === 0) {
    const front = s.rect(300, 560, 1000, 260, pale) + s.rect(1040, 560, 260, 260, haze) + s.boxes(range(16, (i) => [330 + i * 60, 600, 30, 170] as const), near) + s.rect(270, 530, 1060, 40, haze) + s.rect(560, 440, 480, 96, pale) + s.rect(860, 440, 180, 96, far) + s.boxes(range(9, (i) => [590 + i * 48, 466, 22, 50] as const), near) + path(dome(800, 442, 330, 210), mid) + s.gouges([680, 250, 130, 180], haze, { count: 16, length: [40, 130], width: [3, 7], angle: -78, stray: 8 }) + s.rect(795, 90, 10, 130, ink) + s.blob([[805, 94], [860, 86], [920, 104], [920, 156], [860, 140], [805, 150]], accent)
    return sky(s, { horizon: 800, light: [800, 300] }) + land(s, ridgeline(s, 800, 400, 0.11), far) + front + range(4, (i) => s.rect(250 - i * 50, 815 + i * 26, 1100 + i * 100, 28, i % 2 ? far : haze)).join('') + s.rect(-10, 915, WIDTH + 20, 170, near) + s.poly([[720, 915], [880, 915], [1080, 1090], [520, 1090]], glow) + range(10, (i) => cypress(s, i < 5 ? 40 + i * 76 : 1260 + (i - 5) * 76, 960 + (i % 2) * 30, 240, ink, mid)).join('') + crowd(s, 560, 1040, 980, 110, ink, 6, 2)
  }
  const tiers = range(6, (r) => {
    const rx = 330 + r * 150
    const ry = 130 + r * 88
    const seats = range(13 + r * 4, (i) => { const turn = Math.PI * (0.02 + (i / (12 + r * 4)) * 0.96); const [x, y] = [800 + Math.cos(turn) * rx, 420 + Math.sin(turn) * ry]; const k = 15 + r * 5; return s.disc(x, y - k * 1.5, k * 0.62, s.chance(0.06) ? accent : r > 3 ? ink : near) + s.blob([[x - k, y + k * 0.5], [x - k * 0.7, y - k * 0.7], [x + k * 0.7, y - k * 0.7], [x + k, y + k * 0.5]], r > 3 ? ink : near) }).join('')
    return `<path fill="none" stroke="${r % 2 ? mid : far}" stroke-width="66" d="M${800 - rx} 424A${rx} ${ry} 0 0 0 ${800 + rx} 424"/>` + seats
  }).join('')
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, haze) + s.rect(-10, -10, WIDTH + 20, 440, far) + range(9, (i) => path(`M${70 + i * 180} 400V210Q${70 + i * 180} 130 ${125 + i * 180} 110Q${180 + i * 180} 130 ${180 + i * 180} 210V400Z`, i === 4 ? glow : mid)).join('') + s.gouges([0, 20, WIDTH, 70], haze, { count: 34, length: [80, 240], width: [3, 6], stray: 0.6 }) + tiers + s.rect(640, 330, 320, 130, ink) + s.rect(700, 270, 200, 70, near) + s.rect(770, 200, 60, 90, accent) + person(800, 330, 110, ink, 'man') + s.disc(800, 520, 120, pale, 34)
}

const letter: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, glow, pale, haze } = s.ink
  const script = (x: number, y: number, w: number, rows: number) => range(rows, (r) => s.swing(range(Math.round((w * s.between(0.7, 1)) / 17), (i): Point => [x + w - i * 17, y + r * 48 + (i % 2 ? -9 : 8) * s.between(0.3, 1.2)]), ink, 4)).join('')
  const envelope = (x: number, y: number, turn: number) => move(x, y, s.poly([[-14, 16], [500, 16], [500, 336], [-14, 336]], near) + s.rect(0, 0, 500, 320, glow) + s.poly([[0, 0], [500, 0], [250, 190]], haze) + s.stroke([[0, 320], [200, 152]], mid, 4) + s.stroke([[500, 320], [300, 152]], mid, 4) + s.stroke([[0, 0], [250, 190], [500, 0]], mid, 5) + s.disc(250, 186, 48, accent) + s.disc(250, 186, 30, near), 1, turn)
  const sheet = (x: number, y: number, turn: number) => move(x, y, s.rect(14, 18, 560, 720, near) + s.rect(0, 0, 560, 720, pale) + s.poly([[0, 230], [560, 236], [560, 470], [0, 474]], haze) + script(60, 90, 440, 12), 1, turn)
  const desk = s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, mid) + s.gouges([-100, -20, WIDTH + 200, HEIGHT + 40], near, { count: 90, length: [200, 600], width: [3, 9], angle: s.between(-7, 7), stray: 1 }) + `<g opacity=".5">${s.poly([[980, -20], [1320, -20], [520, 1090], [120, 1090]], far)}</g>`
  const pen = (x: number, y: number, turn: number) => move(x, y, s.poly([[0, 0], [60, -16], [420, -20], [440, 0], [420, 20], [60, 16]], ink) + s.poly([[0, 0], [60, -16], [60, 16]], glow) + s.rect(300, -20, 22, 40, accent), 1, turn)
  if (s.layout(2) === 0) return desk + envelope(s.between(780, 920), s.between(380, 560), s.between(-12, 20)) + sheet(s.between(330, 440), s.between(130, 200), s.between(-12, 6)) + (s.chance(0.5) ? pen(820, 900, -28) : pen(400, 860, s.between(-52, -34)))
  const pot = s.disc(1260, 330, 110, ink) + s.disc(1260, 320, 84, near) + s.disc(1260, 316, 56, accent)
  const bundle = range(5, (i) => envelope(360 + i * 16, 640 - i * 78, -8 + i * 5)).join('')
  return desk + sheet(900, 430, 12) + bundle + pot + pen(920, 390, 206) + s.stroke([[330, 560], [930, 600]], accent, 10)
}

const chessBoard: SceneDrawer = (s) => {
  const { far, mid, near, ink, accent, glow, haze, pale } = s.ink
  const close = s.layout(2) === 1
  const [vy, top, half] = close ? [180, 560, 900] : [60, 520, 620]
  const at = (c: number, r: number): Point => { const t = 1 / (1 + (8 - r) * 0.11); const y = mix(vy, 1050, t); return [800 + ((c - 4) / 4) * half * t, Math.max(top - 120, y)] }
  const squares = range(64, (i) => { const [c, r] = [i % 8, Math.floor(i / 8)]; return s.poly([at(c, r), at(c + 1, r), at(c + 1, r + 1), at(c, r + 1)], (c + r) % 2 ? near : pale, 0.8) }).join('')
  const bases: Record<string, string> = {
    pawn: 'M-34 0L-28 -16L-16 -24L-11 -72A24 24 0 1 1 11 -72L16 -24L28 -16L34 0Z',
    rook: 'M-40 0L-36 -20L-26 -28L-22 -100L-34 -112V-146H-20V-132H-8V-146H8V-132H20V-146H34V-112L22 -100L26 -28L36 -20L40 0Z',
    king: 'M-44 0L-38 -20L-26 -28L-18 -130L-34 -176L-10 -190V-206H-24V-222H-9V-240H9V-222H24V-206H10V-190L34 -176L18 -130L26 -28L38 -20L44 0Z',
    bishop: 'M-40 0L-34 -18L-22 -26L-13 -96Q-36 -130 0 -184Q36 -130 13 -96L22 -26L34 -18L40 0Z',
    knight: 'M-40 0L-34 -20L-26 -28Q-30 -80 -4 -104L-36 -92L-48 -112L-16 -156L-6 -176L6 -158Q44 -128 34 -70L28 -28L36 -20L40 0Z',
  }
  const piece = (kind: string, c: number, r: number, fill: string, edge: string) => { const [x, y] = at(c + 0.5, r + 0.62); const k = (at(1, r)[0] - at(0, r)[0]) / 92; return `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${k.toFixed(2)})"><ellipse cx="30" cy="0" rx="60" ry="11" fill="${s.ink.ink}" opacity=".35"/><path fill="${fill}" d="${bases[kind] ?? ''}"/><path fill="${edge}" d="M8 -4L6 -70L14 -70L22 -4Z"/></g>` }
  const men = [['rook', 0, 1, 0], ['king', 4, 1, 0], ['knight', 6, 2, 0], ['pawn', 1, 2, 0], ['pawn', 5, 3, 0], ['bishop', 2, 3, 0], ['pawn', 3, 4, 1], ['knight', 5, 5, 1], ['pawn', 6, 5, 1], ['rook', 1, 6, 1], ['king', 3, 6, 2], ['bishop', 6, 6.4, 1]] as const
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + s.rays(800, close ? 300 : 240, 100, 1000, 60, haze, 6) + s.disc(800, close ? 280 : 240, close ? 190 : 150, glow) + s.rect(-10, 610, WIDTH + 20, 470, mid) + s.gouges([0, 630, WIDTH, 430], far, { count: 50, length: [100, 300], width: [3, 8], stray: 0.6 }) + s.poly([at(-0.3, -0.2), at(8.3, -0.2), at(8.4, 8.3), at(-0.4, 8.3)], ink) + squares + men.filter((_, i) => !close || i % 2 === 1 || i > 8).map(([kind, c, r, side]) => piece(kind, c, r, side === 2 ? accent : side ? haze : ink, side === 2 ? ink : side ? mid : near)).join('')
}

export const stateScenes = { flags, 'round-table': roundTable, podium, columns, parliament, letter, 'chess-board': chessBoard } satisfies Record<string, SceneDrawer>
