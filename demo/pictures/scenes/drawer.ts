import { type Plate } from '../plate'

/** Cuts one scene on a plate and gives the SVG of everything between sky and grain. */
export type SceneDrawer = (s: Plate) => string
