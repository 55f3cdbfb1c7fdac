import { type Palette, type Scene } from '../types'
import { palettes } from './palettes'
import { HEIGHT, Plate, WIDTH } from './plate'
import { portrait } from './portraits'
import { drawers } from './scenes'

/** Specks where the ink did not take, and the tooth of the paper, as one small repeated tile. */
const tile = 288
const tooth = (id: string, turbulence: string, colours: string) =>
  `<filter id="${id}" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" ${turbulence} stitchTiles="stitch"/><feColorMatrix values="${colours}"/></filter>`
const layer = (id: string, opacity: number) => `<rect width="${tile}" height="${tile}" filter="url(#${id})" opacity="${opacity}"/>`
const grain = `${tooth('salt', 'baseFrequency=".62" numOctaves="2" seed="7"', '0 0 0 0 .98 0 0 0 0 .95 0 0 0 0 .88 0 0 0 9 -5.75')}${tooth('tooth', 'baseFrequency=".3" numOctaves="1" seed="3"', '0 0 0 0 .1 0 0 0 0 .07 0 0 0 0 .05 0 0 0 3.4 -1.75')}<pattern id="grain" width="${tile}" height="${tile}" patternUnits="userSpaceOnUse">${layer('tooth', 0.1)}${layer('salt', 0.3)}</pattern>`

/** Scenes that read from left to right, and are therefore never mirrored. */
const oneWay: readonly Scene[] = ['line-chart', 'bar-chart', 'map', 'globe', 'newspaper-stack', 'flags']

export function drawPicture(picture: { scene: Scene; variant: number; palette: Palette }, size = { width: WIDTH, height: HEIGHT }): string {
  const plate = new Plate(palettes[picture.palette], picture.variant, `${picture.scene}/${picture.variant}`)
  const mirrored = plate.chance(0.4) && !oneWay.includes(picture.scene)
  const drawn = drawers[picture.scene](plate)
  const print = mirrored ? `<g transform="matrix(-1 0 0 1 ${WIDTH} 0)">${drawn}</g>` : drawn
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="xMidYMid slice"><defs>${grain}</defs><rect width="${WIDTH}" height="${HEIGHT}" fill="${plate.ink.sky}"/>${print}<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#grain)"/></svg>`
}

export function drawPortrait(slug: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800"><defs>${grain}</defs>${portrait(slug)}<rect width="800" height="800" fill="url(#grain)"/></svg>`
}
