import { type Palette } from '../types'
import { palettes } from './palettes'
import { move, Plate, type Point, range, smooth } from './plate'
import { path } from './props'

type Hair = 'short' | 'receding' | 'curly' | 'bob' | 'bun' | 'parted' | 'long'
type Cover = 'none' | 'dupatta' | 'scarf' | 'pakol'
type Beard = 'none' | 'moustache' | 'short' | 'full'
type Clothes = 'kameez' | 'waistcoat' | 'suit' | 'shawl' | 'rollneck' | 'shirt'

interface Sitter {
  palette: Palette
  skin: readonly [light: string, shade: string]
  hair: Hair
  hairInk: string
  cover: Cover
  beard: Beard
  glasses: 'none' | 'round' | 'square'
  clothes: Clothes
  /** Breadth of the face; 1 is the middle. */
  breadth: number
  /** Whether the lips are printed in the red. */
  lips: boolean
  mirrored: boolean
}

const skins = { olive: ['#d9a67c', '#a9714f'], tan: ['#c98e62', '#935c40'], brown: ['#b67a50', '#7d4a34'], fair: ['#e8bd97', '#bf8666'] } as const
const [black, brown, grey, silver] = ['#1d1a1c', '#4a2c20', '#7d7873', '#b9b2a6'] as const

const sitters: Record<string, Sitter> = {
  'amna-rehmat': { palette: 'sea', skin: skins.olive, hair: 'parted', hairInk: black, cover: 'dupatta', beard: 'none', glasses: 'none', clothes: 'kameez', breadth: 0.97, lips: true, mirrored: false },
  'bilal-qasmani': { palette: 'desert', skin: skins.brown, hair: 'short', hairInk: black, cover: 'none', beard: 'moustache', glasses: 'none', clothes: 'waistcoat', breadth: 1.04, lips: false, mirrored: true },
  'dilara-yusupova': { palette: 'dusk', skin: skins.fair, hair: 'long', hairInk: black, cover: 'none', beard: 'none', glasses: 'none', clothes: 'shawl', breadth: 1.02, lips: true, mirrored: false },
  'farhan-sethwala': { palette: 'paper', skin: skins.tan, hair: 'receding', hairInk: grey, cover: 'none', beard: 'none', glasses: 'round', clothes: 'suit', breadth: 0.98, lips: false, mirrored: false },
  'hina-talpuri': { palette: 'monsoon', skin: skins.brown, hair: 'bun', hairInk: black, cover: 'none', beard: 'none', glasses: 'none', clothes: 'shawl', breadth: 0.93, lips: true, mirrored: true },
  'imran-kohzad': { palette: 'dawn', skin: skins.tan, hair: 'short', hairInk: black, cover: 'pakol', beard: 'full', glasses: 'none', clothes: 'waistcoat', breadth: 1.03, lips: false, mirrored: false },
  'leena-moreau': { palette: 'noon', skin: skins.fair, hair: 'bob', hairInk: brown, cover: 'none', beard: 'none', glasses: 'round', clothes: 'rollneck', breadth: 0.94, lips: true, mirrored: true },
  'omar-daryabadi': { palette: 'night', skin: skins.olive, hair: 'curly', hairInk: silver, cover: 'none', beard: 'full', glasses: 'none', clothes: 'shawl', breadth: 1.1, lips: false, mirrored: true },
  'sabeen-marwat': { palette: 'desert', skin: skins.fair, hair: 'parted', hairInk: silver, cover: 'scarf', beard: 'none', glasses: 'square', clothes: 'suit', breadth: 0.98, lips: true, mirrored: false },
  'tariq-lasharie': { palette: 'sea', skin: skins.brown, hair: 'curly', hairInk: black, cover: 'none', beard: 'short', glasses: 'square', clothes: 'shirt', breadth: 0.98, lips: false, mirrored: true },
}

const hairCuts = (s: Plate, x: number, y: number, w: number, h: number, angle: number, fill: string) => s.gouges([x, y, w, h], fill, { count: 16, length: [30, 90], width: [2, 4.5], angle, stray: 14 })

/** The light of hair's gouge marks: paler than the hair, whatever its colour. */
const sheen = (hairInk: string) => (hairInk === silver ? '#efe9dc' : hairInk === grey ? '#b5aea3' : hairInk === brown ? '#94613f' : '#5b5054')

function behind(s: Plate, sitter: Sitter): string {
  const { hairInk } = sitter
  if (sitter.cover !== 'none') return ''
  if (sitter.hair === 'bob') return s.blob([[250, 300], [262, 190], [400, 130], [540, 190], [556, 320], [560, 480], [520, 520], [290, 520], [240, 480]], hairInk) + hairCuts(s, 250, 340, 60, 160, 86, sheen(hairInk)) + hairCuts(s, 500, 340, 60, 160, 94, sheen(hairInk))
  if (sitter.hair === 'long') return s.blob([[252, 320], [262, 190], [400, 126], [540, 190], [552, 330], [580, 560], [610, 800], [480, 820], [460, 540], [300, 540], [250, 480]], hairInk) + hairCuts(s, 500, 420, 90, 340, 80, sheen(hairInk))
  if (sitter.hair === 'bun') return s.disc(505, 170, 74, hairInk) + s.blob([[262, 330], [270, 190], [400, 134], [530, 190], [542, 330], [520, 440], [290, 440]], hairInk) + hairCuts(s, 460, 130, 90, 80, 30, sheen(hairInk))
  return ''
}

function face(s: Plate, sitter: Sitter): string {
  const [light, shade] = sitter.skin
  const b = (x: number) => 400 + (x - 400) * sitter.breadth
  const at = (points: readonly Point[]) => points.map(([x, y]): Point => [b(x), y])
  const outline = smooth(at([[400, 166], [488, 196], [522, 290], [514, 380], [478, 462], [400, 512], [330, 466], [288, 384], [278, 290], [312, 196]]), true)
  const neck = s.poly([[338, 430], [468, 430], [480, 600], [326, 600]], shade)
  const dark = s.poly(at([[436, 150], [452, 260], [424, 300], [430, 340], [446, 392], [416, 402], [430, 432], [420, 470], [404, 530], [560, 530], [560, 150]]), shade, 1)
  const cuts = s.gouges([b(440), 200, 60, 250], light, { count: 9, length: [24, 60], width: [2, 4], angle: 64, stray: 6 })
  const ears = s.disc(b(276), 340, 20, light, 34) + s.disc(b(524), 340, 20, shade, 34)
  return neck + ears + path(outline, light) + s.within(outline, dark + cuts) + features(s, sitter, b)
}

function features(s: Plate, sitter: Sitter, b: (x: number) => number): string {
  const ink = '#221a1a'
  const brow = sitter.hairInk === silver ? grey : ink
  const eye = (x: number) => `<path fill="${ink}" d="M${x - 34} 318Q${x - 4} 290 ${x + 34} 316Q${x + 4} 304 ${x - 34} 318Z"/><path fill="#f4e8d4" d="M${x - 26} 318Q${x} 302 ${x + 28} 317Q${x} 330 ${x - 26} 318Z"/>` + s.disc(x - 3, 315, 10.5, ink) + `<path fill="none" stroke="${ink}" stroke-width="2.5" d="M${x - 22} 326Q${x} 337 ${x + 24} 325"/>`
  const brows = [b(336), b(456)].map((x, i) => `<path fill="${brow}" d="M${x - 40} ${i ? 278 : 284}Q${x} ${i ? 256 : 254} ${x + 42} ${i ? 284 : 276}Q${x} ${i ? 270 : 270} ${x - 40} ${i ? 278 : 284}Z"/>`).join('')
  const nose = `<path fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round" d="M${b(424)} 304Q${b(432)} 350 ${b(446)} 384Q${b(440)} 400 ${b(414)} 402M${b(374)} 390Q${b(366)} 402 ${b(384)} 404"/>`
  const lip = sitter.lips ? '#a8473a' : '#7a4234'
  const mouth = `<path fill="${lip}" d="M352 438Q382 424 404 432Q424 424 450 438Q428 464 402 464Q374 464 352 438Z"/><path fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round" d="M348 438Q378 436 404 441Q428 436 454 437"/>`
  return eye(b(340)) + eye(b(452)) + brows + nose + mouth
}

function beard(s: Plate, { beard: kind, hairInk, breadth }: Sitter): string {
  if (kind === 'none') return ''
  const b = (x: number) => 400 + (x - 400) * breadth
  const tache = `<path fill="${hairInk}" d="M402 410Q440 406 478 448Q440 436 402 434Q364 436 328 450Q362 406 402 410Z"/>`
  if (kind === 'moustache') return tache
  const depth = kind === 'full' ? 600 : 528
  const jaw: Point[] = [[b(276), 330], [b(300), 392], [b(336), 418], [402, 404], [b(466), 416], [b(504), 392], [b(524), 330], [b(524), 420], [b(480), depth - 60], [402, depth], [b(322), depth - 60], [b(282), 420]]
  const mouth = s.blob([[356, 442], [402, 432], [448, 442], [402, 460]], kind === 'full' ? '#9a5b48' : '#7a4234') + `<path fill="none" stroke="#221a1a" stroke-width="4" d="M356 443Q402 448 450 442"/>`
  return s.filled(jaw, hairInk, s.gouges([b(300), 440, b(500) - b(300), depth - 470], sheen(hairInk), { count: kind === 'full' ? 34 : 14, length: [22, 60], width: [2, 4.5], angle: 84, stray: 16 })) + mouth + tache
}

function hair(s: Plate, { hair: cut, hairInk, breadth }: Sitter): string {
  const shine = sheen(hairInk)
  const b = (x: number) => 400 + (x - 400) * breadth
  const shape = (points: readonly Point[], cuts = '') => {
    const outline = smooth(points.map(([x, y]): Point => [b(x), y]), true)
    return path(outline, hairInk) + (cuts ? s.within(outline, cuts) : '')
  }
  if (cut === 'short') return shape([[268, 330], [262, 230], [300, 150], [400, 118], [500, 146], [542, 230], [534, 330], [514, 270], [480, 216], [390, 226], [318, 214], [290, 270]], hairCuts(s, 300, 136, 180, 60, -24, shine))
  if (cut === 'receding') return shape([[268, 344], [258, 260], [286, 190], [316, 176], [300, 230], [290, 290]], hairCuts(s, 262, 220, 40, 90, 78, shine)) + shape([[534, 344], [544, 260], [520, 184], [486, 172], [502, 230], [512, 290]])
  if (cut === 'curly') return range(17, (i) => { const turn = Math.PI * (0.97 + (i / 16) * 1.06); return s.disc(b(400 + Math.cos(turn) * 134), 288 + Math.sin(turn) * 138, s.between(34, 46), hairInk) }).join('') + shape([[282, 250], [310, 170], [400, 136], [490, 170], [520, 250], [470, 212], [400, 224], [330, 208]]) + s.gouges([b(280), 130, 240, 90], shine, { count: 26, length: [16, 36], width: [3, 6], angle: -30, stray: 70 })
  const cuts = hairCuts(s, 290, 150, 100, 90, -50, shine) + hairCuts(s, 420, 150, 90, 90, 48, shine)
  return cut === 'bob' ? shape([[262, 340], [268, 210], [400, 130], [534, 210], [542, 340], [520, 280], [490, 240], [380, 262], [300, 230], [284, 300]], cuts) : shape([[266, 350], [264, 220], [330, 150], [402, 134], [480, 150], [538, 220], [536, 350], [514, 282], [470, 220], [404, 176], [336, 220], [288, 282]], cuts)
}

function cover(s: Plate, sitter: Sitter): [back: string, front: string] {
  const { accent, near, ink, pale, glow, mid, haze } = s.ink
  if (sitter.cover === 'pakol') return ['', s.blob([[248, 236], [262, 130], [400, 84], [540, 130], [556, 236], [400, 196]], mid) + s.blob([[238, 244], [250, 196], [400, 160], [552, 196], [566, 244], [400, 214]], near) + s.gouges([320, 120, 170, 50], near, { count: 12, length: [40, 100], width: [2, 5], stray: 10 }) + s.gouges([310, 184, 190, 16], mid, { count: 9, length: [40, 90], width: [2, 4], stray: 5 })]
  if (sitter.cover === 'none') return ['', '']
  const full = sitter.cover === 'scarf'
  const [main, fold] = full ? [accent, near] : [pale, haze]
  const back = s.blob([[226, 340], [238, 190], [330, 106], [420, 88], [520, 116], [576, 210], [584, 380], [640, 600], [680, 820], [120, 820], [170, 600]], main)
  const drape = s.blob([[242, 400], [258, 470], [340, 560], [470, 590], [590, 560], [690, 640], [720, 820], [90, 820], [130, 650], [200, 560]], main) + s.swing([[226, 520], [330, 630], [480, 660], [640, 610]], fold, 15) + s.swing([[190, 600], [320, 720], [500, 740], [690, 690]], fold, 12)
  const rim = `<path fill="none" stroke="${full ? glow : accent}" stroke-width="13" d="${smooth([[268, 430], [248, 300], [292, 172], [404, 118], [512, 168], [556, 300], [532, 430]], false)}"/>`
  const cuts = s.gouges([200, 620, 420, 170], full ? ink : mid, { count: 22, length: [50, 140], width: [3, 6], angle: 14, stray: 12 }) + s.gouges([566, 300, 16, 160], fold, { count: 6, length: [50, 110], width: [3, 6], angle: 84, stray: 2 })
  return [back + cuts, rim + drape + cuts]
}

function clothes(s: Plate, { clothes: kind }: Sitter): string {
  const { near, ink, mid, accent, pale, glow, far } = s.ink
  const trunk = smooth([[326, 560], [474, 560], [600, 606], [700, 680], [736, 830], [64, 830], [100, 680], [200, 606]], true)
  const body = (fill: string) => path(trunk, fill)
  const cuts = (fill: string) => s.within(trunk, s.gouges([90, 680, 110, 150], fill, { count: 14, length: [50, 150], width: [3, 7], angle: 108, stray: 6 }) + s.gouges([600, 670, 110, 160], fill, { count: 14, length: [50, 150], width: [3, 7], angle: 72, stray: 6 }))
  const collar = (fill: string) => s.poly([[326, 548], [400, 640], [350, 690], [286, 590]], fill) + s.poly([[474, 548], [400, 640], [452, 690], [516, 590]], fill)
  if (kind === 'rollneck') return body(accent) + s.blob([[318, 520], [400, 540], [484, 520], [492, 600], [400, 624], [310, 600]], accent) + s.gouges([320, 530, 160, 70], ink, { count: 14, length: [30, 56], width: [2, 4], angle: 90 }) + cuts(ink)
  if (kind === 'suit') return body(ink) + s.poly([[326, 556], [474, 556], [430, 830], [372, 830]], pale) + s.poly([[384, 610], [416, 610], [432, 830], [370, 830]], accent) + s.poly([[310, 560], [392, 830], [250, 830], [226, 660]], near) + s.poly([[490, 560], [412, 830], [552, 830], [578, 660]], near) + collar(pale) + cuts(mid)
  if (kind === 'waistcoat') return body(pale) + s.poly([[330, 570], [400, 660], [400, 830], [190, 830], [230, 620]], near) + s.poly([[470, 570], [400, 660], [400, 830], [612, 830], [574, 620]], ink) + collar(pale) + range(3, (i) => s.disc(400, 690 + i * 48, 9, accent)).join('') + s.within('M330 590L400 670V830H200L232 640Z', s.gouges([220, 640, 170, 170], mid, { count: 22, length: [40, 110], width: [3, 6], angle: 86 })) + cuts(far) + s.rect(486, 740, 80, 10, accent)
  if (kind === 'shirt') return body(mid) + s.poly([[336, 560], [466, 560], [402, 690]], accent) + collar(mid) + s.stroke([[402, 690], [402, 830]], ink, 5) + range(2, (i) => s.disc(402, 730 + i * 52, 8, pale)).join('') + cuts(near) + s.stroke([[326, 552], [288, 592], [350, 690], [400, 640]], near, 5) + s.stroke([[474, 552], [514, 592], [452, 690], [400, 640]], near, 5)
  if (kind === 'kameez') return body(near) + s.poly([[350, 566], [450, 566], [416, 760], [386, 760]], glow) + cuts(mid)
  const wrap = 'M64 830L100 680Q140 610 300 570Q380 700 560 590Q680 640 720 720L740 830Z'
  const ajrak = range(5, (r) => range(10, (i) => { const [x, y] = [90 + i * 72 + (r % 2) * 36, 600 + r * 56]; return move(x, y, s.poly([[0, -24], [24, 0], [0, 24], [-24, 0]], (i + r) % 2 ? (s.ink === palettes.dusk ? glow : accent) : pale) + s.disc(0, 0, 9, s.ink.ink)) }).join('')).join('')
  const colour = s.ink === palettes.dusk ? accent : near
  const printed = s.ink !== palettes.night
  return body(pale) + s.poly([[340, 560], [462, 560], [404, 680]], near) + path(wrap, colour) + s.within(wrap, (printed ? ajrak : '') + s.gouges([80, 620, 640, 200], colour === accent ? ink : mid, { count: 40, length: [60, 160], width: [3, 7], angle: -24, stray: 10 })) + s.swing([[110, 690], [290, 590], [420, 690], [570, 600], [700, 690]], colour === accent ? ink : accent, 9)
}

function spectacles(s: Plate, { glasses, breadth }: Sitter): string {
  if (glasses === 'none') return ''
  const b = (x: number) => 400 + (x - 400) * breadth
  const lens = (x: number) => (glasses === 'round' ? `<circle cx="${x}" cy="318" r="47"/>` : `<path d="M${x - 52} 288H${x + 52}L${x + 44} 350Q${x} 360 ${x - 46} 350Z"/>`)
  return `<g fill="#fff6e2" fill-opacity=".16" stroke="#1d1718" stroke-width="${glasses === 'round' ? 7 : 9}">${lens(b(340))}${lens(b(454))}</g><path fill="none" stroke="#1d1718" stroke-width="7" d="M${b(340) + 47} 312Q${b(398)} 300 ${b(454) - 47} 312M${b(340) - 48} 310L${b(276)} 318M${b(454) + 48} 310L${b(526)} 318"/>` + s.gouges([b(312), 300, 40, 24], '#fff6e2', { count: 2, length: [26, 40], width: [3, 5], angle: -52 })
}

function ground(s: Plate): string {
  const [x, y] = [s.pick([190, 600]) + s.between(-20, 20), s.between(210, 280)]
  const style = s.variant % 3
  const marks = style === 0 ? s.rays(400, 340, 250, 680, 64, s.ink.carve, 6) : style === 1 ? s.gouges([-40, 0, 880, 800], s.ink.carve, { count: 70, length: [80, 260], width: [3, 6], stray: 0.8 }) : range(7, (i) => `<circle cx="400" cy="320" r="${250 + i * 56}" fill="none" stroke="${s.ink.carve}" stroke-width="5" stroke-linecap="round" stroke-dasharray="${s.int(50, 170)} ${s.int(20, 60)}"/>`).join('')
  return `<rect width="800" height="800" fill="${s.ink.far}"/>${marks}` + s.disc(x, y, s.between(150, 190), style === 2 ? s.ink.haze : s.ink.glow)
}

/** The head and shoulders of one author, as a woodcut-like medallion in the pictures' inks. */
export function portrait(slug: string): string {
  const order = Object.keys(sitters).indexOf(slug)
  const sitter = sitters[slug] ?? Object.values(sitters)[slug.length % 10]
  if (!sitter) return ''
  const s = new Plate(palettes[sitter.palette], Math.max(0, order), `portrait/${slug}`)
  const [back, front] = cover(s, sitter)
  const drawn = behind(s, sitter) + back + clothes(s, sitter) + face(s, sitter) + beard(s, sitter) + hair(s, sitter) + spectacles(s, sitter) + front
  return ground(s) + (sitter.mirrored ? `<g transform="matrix(-1 0 0 1 800 0)">${drawn}</g>` : drawn)
}
