import { hill, land, moon, ridgeline, room, sky, stars, sun } from '../kit'
import { HEIGHT, mix, move, type Plate, type Point, range, WIDTH } from '../plate'
import { crowd, palm, path, person, roofs, roundTree } from '../props'
import { type SceneDrawer } from './drawer'

const satellite: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale, carve } = s.ink
  const layout = s.layout(2)
  const panel = (x: number, y: number, w: number, h: number) => s.filled([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], mid, range(7, (i) => s.stroke([[x + (w * i) / 6, y], [x + (w * i) / 6, y + h]], haze, 3)).join('') + s.stroke([[x, y + h / 2], [x + w, y + h / 2]], haze, 3) + s.poly([[x + w * 0.1, y], [x + w * 0.3, y], [x + w * 0.16, y + h], [x - w * 0.04, y + h]], far))
  const curve = (cx: number, cy: number, r: number) => { const disc = `M${cx - r} ${cy}A${r} ${r} 0 0 1 ${cx + r} ${cy}V1200H${cx - r}Z`; return path(`M${cx - r - 26} ${cy}A${r + 26} ${r + 26} 0 0 1 ${cx + r + 26} ${cy}V1200H${cx - r}Z`, haze) + path(disc, near) + s.within(disc, range(5, (i) => s.blob(range(10, (k): Point => { const turn = (k / 10) * 6.283; const q = s.between(80, 210); return [cx - 620 + i * 330 + Math.cos(turn) * q * 1.3, cy - r + 240 + (i % 2) * 110 + Math.sin(turn) * q * 0.5] }), mid)).join('') + s.gouges([cx - 900, cy - r, 1800, 420], far, { count: 70, length: [80, 260], width: [3, 8], angle: 4, stray: 3 })) }
  const night = s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, s.ink.high) + stars(s, 120, HEIGHT, carve) + stars(s, 30, 700, pale)
  if (layout === 0) {
    const craft = panel(-430, -70, 300, 140) + panel(130, -70, 300, 140) + s.stroke([[-140, 0], [140, 0]], ink, 14) + s.rect(-100, -130, 200, 260, glow) + s.poly([[30, -130], [100, -130], [100, 130], [30, 130]], accent) + s.gouges([-90, -120, 110, 230], pale, { count: 10, length: [30, 90], width: [2, 5], angle: 60 }) + s.disc(0, -190, 84, pale, 30) + s.disc(6, -196, 62, far, 18) + s.stroke([[0, -180], [0, -260]], ink, 7) + s.disc(0, -264, 12, accent) + s.stroke([[-60, 130], [-90, 230]], pale, 6) + s.stroke([[50, 130], [70, 210]], pale, 6)
    return night + sun(s, 330, 240, 70, glow) + curve(800, 1900, 1180) + range(4, (i) => `<path fill="none" stroke="${carve}" stroke-width="4" stroke-dasharray="26 22" d="M${640 - i * 60} ${700 + i * 40}Q800 ${780 + i * 46} ${960 + i * 60} ${700 + i * 40}"/>`).join('') + move(800, 440, craft, 1.12, -18)
  }
  const cube = s.poly([[-120, -90], [60, -130], [140, -60], [-30, -10]], pale) + s.poly([[-120, -90], [-30, -10], [-24, 170], [-116, 80]], glow) + s.poly([[-30, -10], [140, -60], [140, 110], [-24, 170]], mid) + s.poly([[0, 6], [112, -26], [112, 80], [2, 116]], ink) + s.disc(-72, 46, 24, accent, 32) + s.stroke([[60, -120], [190, -330]], pale, 6) + s.stroke([[-110, -80], [-330, -190]], pale, 6) + s.stroke([[130, 100], [330, 190]], pale, 6) + s.stroke([[-110, 80], [-260, 250]], pale, 6)
  return night + moon(s, 1240, 250, 90) + curve(800, 2400, 1600) + `<path fill="none" stroke="${accent}" stroke-width="5" stroke-dasharray="6 26" stroke-linecap="round" d="M-40 760Q700 260 1660 330"/>` + move(660, 450, cube, 1.2, 6)
}

const telescope: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale, carve } = s.ink
  const layout = s.layout(2)
  const trails = range(12, (i) => `<circle cx="1060" cy="250" r="${60 + i * 78}" fill="none" stroke="${i % 3 ? carve : pale}" stroke-width="${i % 3 ? 3 : 4.5}" stroke-linecap="round" stroke-dasharray="${s.int(30, 160)} ${s.int(90, 300)}"/>`).join('')
  const back = sky(s, { horizon: 800, style: 'plain' }) + (layout ? stars(s, 170, 700, carve) + stars(s, 40, 620, pale) : trails + stars(s, 40, 600, pale)) + land(s, ridgeline(s, 800, 200, 0.1), far) + land(s, ridgeline(s, 850, 120, 0.1), mid)
  if (layout === 0) return back + hill(s, 880, 40, near) + s.rect(520, 660, 480, 230, haze) + s.rect(840, 660, 160, 230, far) + path('M500 664A260 260 0 0 1 1020 664Z', pale) + path('M800 404A260 260 0 0 1 1020 664H860Q880 520 800 404Z', far) + s.poly([[690, 410], [790, 396], [850, 664], [730, 664]], ink) + s.poly([[716, 560], [856, 250], [916, 276], [800, 600]], accent) + s.gouges([520, 470, 160, 180], far, { count: 18, length: [40, 120], width: [3, 6], angle: -66, stray: 8 }) + s.rect(490, 660, 540, 22, ink) + s.rect(590, 770, 70, 120, ink) + s.boxes([[720, 740, 40, 50]], glow) + hill(s, 960, 26, ink) + range(3, (i) => person(1180 + i * 60, 970, 110 - i * 16, ink, i === 1 ? 'woman' : 'man')).join('')
  const scope = `<g transform="translate(760 610) rotate(-38)">${s.rect(-260, -52, 500, 104, near)}${s.rect(-260, -52, 500, 26, mid)}${s.rect(220, -66, 60, 132, ink)}${s.rect(-330, -28, 80, 56, ink)}${s.rect(-120, -58, 26, 116, accent)}${s.rect(100, -58, 26, 116, accent)}${s.rect(-180, -92, 190, 28, ink)}</g>`
  return back + s.rect(-10, 880, WIDTH + 20, 210, ink) + s.rect(-10, 862, WIDTH + 20, 26, near) + s.boxes(range(24, (i) => [i * 70, 820, 34, 44] as const), near) + s.stroke([[760, 640], [640, 960]], ink, 22) + s.stroke([[760, 640], [760, 990]], ink, 22) + s.stroke([[760, 640], [900, 960]], ink, 22) + scope + person(470, 990, 400, ink, 'woman') + s.rect(1130, 900, 190, 16, mid) + s.rect(1170, 850, 70, 50, glow)
}

const flask = (s: Plate, x: number, y: number, k: number, fill: string): string => {
  const { ink, pale } = s.ink
  const outline = `M${x - 22 * k} ${y - 220 * k}H${x + 22 * k}V${y - 130 * k}L${x + 96 * k} ${y - 14 * k}Q${x + 100 * k} ${y} ${x + 80 * k} ${y}H${x - 80 * k}Q${x - 100 * k} ${y} ${x - 96 * k} ${y - 14 * k}L${x - 22 * k} ${y - 130 * k}Z`
  return path(outline, pale) + s.within(outline, s.rect(x - 120 * k, y - 86 * k, 240 * k, 100 * k, fill) + s.disc(x - 20 * k, y - 50 * k, 9 * k, pale) + s.disc(x + 30 * k, y - 64 * k, 6 * k, pale)) + `<path fill="none" stroke="${ink}" stroke-width="${7 * k}" d="${outline}"/>` + s.boxes([[x - 34 * k, y - 228 * k, 68 * k, 14 * k]], ink) + s.gouges([x - 60 * k, y - 120 * k, 30 * k, 100 * k], pale, { count: 3, length: [20 * k, 60 * k], width: [4, 7], angle: -62 })
}

const tube = (s: Plate, x: number, y: number, fill: string) => path(`M${x - 22} ${y - 220}V${y - 22}A22 22 0 0 0 ${x + 22} ${y - 22}V${y - 220}Z`, s.ink.pale) + path(`M${x - 22} ${y - s.int(70, 150)}V${y - 22}A22 22 0 0 0 ${x + 22} ${y - 22}V${y - 110}Z`, fill) + s.boxes([[x - 28, y - 226, 56, 10]], s.ink.ink)

const laboratory: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const rack = (x: number, y: number) => range(5, (i) => tube(s, x + 40 + i * 70, y - 24, [accent, glow, mid, accent, near][i] ?? mid)).join('') + s.rect(x, y - 150, 366, 26, ink) + s.rect(x, y - 26, 366, 30, ink) + s.boxes([[x, y - 150, 18, 150], [x + 350, y - 150, 18, 150]], ink)
  const window = (x: number, y: number, w: number, h: number) => s.rect(x, y, w, h, haze) + s.within(`M${x} ${y}h${w}v${h}h${-w}z`, s.disc(x + w * 0.68, y + h * 0.36, 70, glow) + s.poly([[x, y + h], [x, y + h * 0.7], [x + w * 0.3, y + h * 0.5], [x + w * 0.6, y + h * 0.76], [x + w * 0.84, y + h * 0.56], [x + w, y + h * 0.7], [x + w, y + h]], far)) + s.boxes([[x - 10, y - 10, w + 20, 16], [x - 10, y + h - 6, w + 20, 22], [x - 10, y, 16, h], [x + w - 6, y, 16, h], [x + w / 2 - 6, y, 12, h], [x, y + h / 2 - 5, w, 10]], ink)
  const bench = s.rect(-10, 800, WIDTH + 20, 44, ink) + s.rect(-10, 844, WIDTH + 20, 250, near) + s.gouges([0, 860, WIDTH, 190], mid, { count: 40, length: [80, 260], width: [3, 8], stray: 0.8 }) + s.boxes(range(4, (i) => [180 + i * 400, 900, 120, 14] as const), ink)
  if (s.layout(2) === 1) return s.rect(-10, -10, WIDTH + 20, 830, mid) + s.gouges([0, 0, WIDTH, 780], near, { count: 50, length: [80, 240], width: [3, 6], angle: 90, stray: 1 }) + window(470, 90, 700, 470) + `<g opacity=".4">${s.poly([[470, 560], [1170, 560], [900, 1090], [60, 1090]], haze)}</g>` + bench + flask(s, 330, 800, 1.1, glow) + flask(s, 560, 800, 1.5, accent) + flask(s, 800, 800, 0.9, mid) + rack(930, 800) + flask(s, 1420, 800, 1.2, glow)
  const hood = s.swing([[420, 700], [420, 470], [560, 380], [760, 430], [980, 560], [980, 640]], ink, 18) + s.swing([[420, 700], [420, 470], [560, 380], [760, 430], [980, 560], [980, 640]], pale, 9)
  const scientist = s.blob([[1010, 1090], [1040, 700], [1120, 590], [1260, 580], [1350, 690], [1390, 1090]], pale) + s.poly([[1160, 590], [1230, 586], [1250, 1090], [1190, 1090]], far) + s.blob([[1120, 600], [1090, 470], [1110, 380], [1190, 336], [1270, 380], [1290, 480], [1270, 600]], ink) + s.blob([[1096, 480], [1100, 420], [1150, 400], [1160, 500], [1120, 520]], far) + s.stroke([[1080, 740], [960, 830], [850, 770]], pale, 64) + s.disc(846, 762, 34, ink)
  return s.rect(-10, -10, WIDTH + 20, 830, far) + s.rays(520, 420, 160, 900, 60, haze, 5) + range(2, (r) => s.rect(680, 150 + r * 180, 820, 14, ink) + range(6, (i) => s.rect(720 + i * 124, 80 + r * 180, 66, 70, [pale, mid, glow, accent, near, pale][(i + r * 2) % 6] ?? pale) + s.boxes([[728 + i * 124, 64 + r * 180, 50, 18]], ink)).join('')).join('') + bench + flask(s, 420, 800, 1.7, accent) + hood + flask(s, 700, 800, 1, glow) + s.stroke([[300, 800], [300, 300]], ink, 10) + scientist
}

const microscope: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const layout = s.layout(2)
  const cell = (x: number, y: number, r: number, fill: string, heart: string) => s.blob(range(9, (i): Point => { const turn = (i / 9) * 6.283; const q = r * s.between(0.82, 1.15); return [x + Math.cos(turn) * q, y + Math.sin(turn) * q] }), fill) + s.disc(x + r * 0.1, y, r * 0.36, heart) + s.gouges([x - r * 0.7, y - r * 0.6, r * 1.3, r * 1.2], heart, { count: 8, length: [r * 0.14, r * 0.4], width: [2, 5], angle: 40, stray: 60 })
  const field = (cx: number, cy: number, r: number) => { const disc = `M${cx - r} ${cy}A${r} ${r} 0 1 1 ${cx + r} ${cy}A${r} ${r} 0 1 1 ${cx - r} ${cy}Z`; return path(disc, pale) + s.within(disc, range(22, (i) => { const turn = i * 2.4; const q = r * 0.21 * Math.sqrt(i + 0.4); return cell(cx + Math.cos(turn) * q, cy + Math.sin(turn) * q, r * s.between(0.12, 0.17), i % 7 === 3 ? accent : i % 3 ? far : glow, i % 7 === 3 ? ink : mid) }).join('')) }
  const scope = s.poly([[-230, 0], [250, 0], [220, -56], [-190, -56]], ink) + path('M120 -40Q330 -180 230 -420L130 -640L60 -610L150 -400Q210 -200 70 -60Z', near) + `<g transform="translate(80 -560) rotate(-24)">${s.rect(-62, -250, 112, 190, ink)}${s.rect(-50, -330, 88, 90, near)}${s.rect(-70, -60, 130, 260, mid)}${s.rect(-70, -60, 40, 260, far)}${s.rect(-46, 200, 80, 70, ink)}${s.rect(-30, 264, 48, 60, accent)}</g>` + s.rect(-240, -230, 400, 30, ink) + s.rect(-120, -242, 150, 12, pale) + s.disc(190, -330, 46, ink) + s.disc(190, -330, 26, far) + s.poly([[-90, -130], [0, -150], [10, -70], [-80, -60]], glow)
  if (layout === 0) return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, far) + s.rays(760, 640, 120, 1100, 66, haze, 6) + s.rect(-10, 870, WIDTH + 20, 220, near) + s.gouges([0, 890, WIDTH, 180], mid, { count: 40, length: [120, 340], width: [3, 8], stray: 0.6 }) + s.disc(700, 480, 350, s.ink.carve) + move(800, 920, scope, 1.16) + tube(s, 1260, 900, accent) + tube(s, 1320, 900, glow) + s.boxes(range(4, (i) => [300 + i * 12, 880 - i * 16, 200, 12] as const), pale)
  return s.rect(-10, -10, WIDTH + 20, HEIGHT + 20, ink) + range(5, (i) => `<circle cx="800" cy="533" r="${490 + i * 70}" fill="none" stroke="${near}" stroke-width="6" stroke-dasharray="${s.int(60, 180)} ${s.int(30, 90)}"/>`).join('') + s.disc(812, 545, 462, near) + field(800, 533, 450) + s.stroke([[800, 83], [800, 320]], ink, 3) + s.stroke([[350, 533], [560, 533]], ink, 3)
}

const hospital: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const layout = s.layout(2)
  const cross = (x: number, y: number, k: number) => s.disc(x, y, 62 * k, pale) + path(`M${x + 14 * k} ${y - 44 * k}A46 46 0 1 0 ${x + 14 * k} ${y + 44 * k}A36 36 0 1 1 ${x + 14 * k} ${y - 44 * k}Z`.replaceAll('46 46', `${46 * k} ${46 * k}`).replaceAll('36 36', `${36 * k} ${36 * k}`), accent)
  if (layout === 0) {
    const block = s.rect(420, 260, 760, 600, pale) + s.rect(940, 260, 240, 600, haze) + range(5, (r) => s.boxes(range(9, (i) => [450 + i * 80, 300 + r * 90, 46, 54] as const), (r + s.variant) % 3 === 1 ? glow : near)).join('') + s.rect(400, 240, 800, 26, ink)
    const wing = s.rect(1180, 520, 300, 340, haze) + s.boxes(range(8, (i) => [1210 + (i % 4) * 66, 560 + Math.floor(i / 4) * 100, 40, 50] as const), mid)
    const canopy = s.poly([[560, 700], [1040, 700], [1100, 746], [500, 746]], accent) + s.boxes([[530, 746, 16, 140], [1056, 746, 16, 140]], ink) + s.rect(600, 750, 400, 120, ink) + s.rect(700, 760, 200, 110, glow)
    const benches = range(2, (b) => s.rect(170 + b * 1010, 912, 270, 14, ink) + s.boxes([[190 + b * 1010, 920, 10, 40], [410 + b * 1010, 920, 10, 40]], ink) + range(4, (i) => person(200 + b * 1010 + i * 68, 950, 130, i === 2 && b === 0 ? accent : ink, i % 2 ? 'seated' : 'woman')).join('')).join('')
    return sky(s, { horizon: 780, light: [360, 260] }) + sun(s, 300, 280, 80, glow) + land(s, ridgeline(s, 780, 220, 0.1), far) + block + wing + cross(800, 170, 1.3) + canopy + roundTree(s, 330, 870, 230, near, mid) + palm(s, 1400, 870, 330, near) + s.rect(-10, 866, WIDTH + 20, 220, mid) + s.poly([[620, 866], [980, 866], [1180, 1090], [420, 1090]], haze) + benches + person(800, 930, 150, ink, 'man') + person(850, 932, 140, ink, 'woman')
  }
  const bed = (x: number, y: number, k: number, red = false) => move(x, y, s.rect(-190, -120, 12, 190, ink) + s.rect(180, -80, 12, 150, ink) + s.rect(-186, -20, 372, 26, ink) + s.blob([[-170, -22], [-150, -70], [-60, -60], [100, -76], [180, -50], [180, -22]], red ? accent : pale) + s.blob([[-174, -30], [-166, -74], [-90, -74], [-84, -34]], glow) + s.disc(-118, -74, 26, ink) + s.stroke([[-230, 70], [-230, -260]], ink, 6) + s.rect(-252, -260, 44, 62, haze), k)
  return room(s, 620, far, mid) + range(3, (i) => path(`M${300 + i * 380} 500V230Q${300 + i * 380} 120 ${410 + i * 380} 90Q${520 + i * 380} 120 ${520 + i * 380} 230V500Z`, haze) + s.disc(410 + i * 380, 250, i === 1 ? 60 : 0.5, glow) + s.boxes([[404 + i * 380, 100, 12, 400], [300 + i * 380, 300, 220, 10], [290 + i * 380, 496, 240, 18]], ink)).join('') + bed(320, 740, 0.8) + bed(830, 740, 0.8) + bed(1320, 740, 0.8) + bed(560, 970, 1.2, true) + person(960, 1010, 420, ink, 'woman') + s.poly([[920, 760], [1000, 760], [1004, 900], [916, 900]], pale) + person(1290, 1000, 380, ink, 'man')
}

const school: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const layout = s.layout(2)
  const back = sky(s, { horizon: 700, light: [1120, 300] }) + sun(s, 1120, layout ? 240 : 420, layout ? 80 : 120, layout ? glow : undefined) + land(s, ridgeline(s, 710, 330, 0.11), far)
  const flag = (x: number, y: number) => s.rect(x, y - 330, 9, 330, ink) + s.blob([[x + 9, y - 326], [x + 70, y - 338], [x + 130, y - 318], [x + 130, y - 250], [x + 70, y - 266], [x + 9, y - 256]], accent)
  if (layout === 0) {
    const body = s.rect(260, 560, 900, 250, pale) + s.rect(940, 560, 220, 250, haze) + s.rect(240, 540, 940, 28, near) + s.boxes(range(5, (i) => [310 + i * 160, 620, 90, 100] as const), near) + s.boxes(range(5, (i) => [352 + i * 160, 620, 6, 100] as const), pale) + s.rect(640, 610, 80, 200, ink) + s.rect(560, 420, 240, 130, haze) + s.rect(545, 404, 270, 22, near) + s.boxes([[600, 456, 50, 60], [710, 456, 50, 60]], glow)
    const stair = range(9, (i) => s.rect(1160 + i * 30, 800 - (9 - i) * 28, 34, (9 - i) * 28 + 12, i % 2 ? mid : near)).join('') + s.stroke([[1160, 470], [1430, 730]], ink, 7)
    return back + body + stair + flag(420, 545) + s.rect(-10, 806, WIDTH + 20, 280, mid) + s.gouges([0, 820, WIDTH, 240], near, { count: 60, length: [80, 260], width: [3, 8], stray: 1, recede: 0.4 }) + roundTree(s, 170, 870, 360, ink, near) + range(9, (i) => person(560 + i * 74, 900 + (i % 3) * 16, i === 8 ? 170 : 150, i === 4 ? accent : ink, i === 8 ? 'woman' : 'child')).join('') + s.rect(-10, 1010, WIDTH + 20, 80, ink)
  }
  const trunk = s.poly([[1090, 1010], [1120, 560], [1080, 330], [1200, 330], [1190, 560], [1240, 1010]], ink)
  const crown = range(7, (i) => s.disc(800 + i * 120, 250 + Math.abs(i - 3) * 34 + s.between(-20, 20), 170, ink, 120)).join('') + s.gouges([720, 140, 880, 220], near, { count: 90, length: [30, 80], width: [4, 9], angle: -30, stray: 30 })
  const board = s.rect(420, 560, 380, 230, ink) + s.rect(436, 576, 348, 198, near) + s.swing([[470, 730], [560, 640], [640, 690], [740, 610]], pale, 6) + s.stroke([[470, 790], [430, 930]], ink, 10) + s.stroke([[750, 790], [790, 930]], ink, 10)
  return back + s.rect(260, 620, 200, 100, mid) + s.rect(-10, 700, WIDTH + 20, 390, haze) + s.gouges([0, 720, WIDTH, 340], far, { count: 70, length: [80, 240], width: [3, 8], stray: 1, recede: 0.4 }) + s.disc(1050, 930, 620, far, 90) + trunk + crown + board + person(880, 930, 330, accent, 'woman') + range(2, (r) => range(6 - r, (i) => person(560 + i * 130 + r * 60, 1000 + r * 60, 190 + r * 30, ink, 'seated', true)).join('')).join('')
}

const classroom: SceneDrawer = (s) => {
  const { far, mid, near, ink, haze, accent, glow, pale } = s.ink
  const layout = s.layout(2)
  const board = (x: number, y: number, w: number, h: number) => s.rect(x - 16, y - 16, w + 32, h + 32, ink) + s.rect(x, y, w, h, near) + s.gouges([x + 20, y + 20, w - 40, h - 40], mid, { count: 26, length: [60, 200], width: [3, 8], angle: -16, stray: 6 }) + s.stroke([[x + w * 0.1, y + h * 0.12], [x + w * 0.1, y + h * 0.86], [x + w * 0.92, y + h * 0.86]], pale, 5) + s.swing(range(9, (i): Point => [x + w * (0.1 + i * 0.1), y + h * (0.8 - 0.62 * Math.exp(-(((i - 4.4) / 2) ** 2)))]), pale, 7) + s.rect(x + w * 0.1, y + h + 10, w * 0.2, 12, pale)
  if (layout === 0) {
    const desks = range(4, (r) => { const t = (r + 1) / 4; return range(5, (i) => { const [x, y, w] = [800 + (i - 2) * mix(190, 400, t * t), mix(660, 1010, t * t), mix(110, 250, t * t)]; const head = (i + r + s.variant) % 7 !== 3; return s.rect(x - w / 2, y - w * 0.32, w, w * 0.1, r > 1 ? ink : near) + s.boxes([[x - w * 0.44, y - w * 0.25, w * 0.06, w * 0.4], [x + w * 0.38, y - w * 0.25, w * 0.06, w * 0.4]], ink) + (head ? s.blob([[x - w * 0.26, y], [x - w * 0.24, y - w * 0.34], [x, y - w * 0.46], [x + w * 0.24, y - w * 0.34], [x + w * 0.26, y]], i === 3 && r === 2 ? accent : r > 1 ? ink : near) + s.disc(x, y - w * 0.58, w * 0.14, r > 1 ? ink : near, w * 0.17) : s.rect(x - w * 0.2, y - w * 0.36, w * 0.3, w * 0.04, glow)) }).join('') }).join('')
    return room(s, 600, far, mid, haze) + board(430, 130, 740, 340) + s.disc(300, 170, 54, ink) + s.disc(300, 170, 45, accent) + s.stroke([[300, 136], [300, 170], [322, 184]], pale, 6) + person(1240, 640, 360, ink, 'woman') + s.stroke([[1224, 430], [1130, 360]], ink, 18) + desks
  }
  const sill = s.rect(760, 90, 560, 560, haze) + s.within('M760 90h560v560h-560z', s.disc(1130, 260, 90, glow) + s.poly([[760, 650], [760, 520], [900, 420], [1040, 540], [1200, 430], [1320, 520], [1320, 650]], far) + roofs(s, 650, 20, 80, mid, [40, 80])) + s.boxes([[744, 74, 592, 20], [744, 640, 592, 30], [744, 74, 20, 590], [1316, 74, 20, 590], [1030, 90, 16, 560], [760, 360, 560, 14]], ink)
  return room(s, 820, mid, near, far) + board(-40, 130, 560, 380) + sill + s.rect(500, 800, 700, 40, ink) + s.boxes([[540, 830, 26, 260], [1130, 830, 26, 260]], ink) + range(4, (i) => s.rect(620 + i * 8, 776 - i * 26, 210 - i * 12, 24, [accent, pale, near, glow][i] ?? pale)).join('') + s.disc(960, 744, 52, accent) + s.stroke([[960, 700], [974, 670]], ink, 8) + s.gouges([925, 710, 30, 50], glow, { count: 4, length: [14, 34], width: [3, 5], angle: -60 }) + `<g opacity=".5">${s.poly([[1180, 840], [1500, 840], [1300, 1090], [900, 1090]], haze)}</g>` + crowd(s, 1180, 1420, 1080, 460, ink, 1, 9)
}

export const scienceScenes = { satellite, telescope, laboratory, microscope, hospital, school, classroom } satisfies Record<string, SceneDrawer>
