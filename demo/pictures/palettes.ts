import type { Palette } from '../types'

/**
 * Eight sets of flat inks, one mood each. The roles run from the sky down to the blackest key block, so that
 * a scene drawn once is printed in any of them; `haze` is always lighter than `far`, `far` than `mid`, and so on.
 */
export interface Inks {
  high: string
  sky: string
  haze: string
  far: string
  mid: string
  near: string
  ink: string
  /** Bare paper: snow, sails, shirts, the light side of things. */
  pale: string
  /** Sun, lamps and lit windows. */
  glow: string
  /** The oxide red that appears somewhere in every picture. */
  accent: string
  /** What the gouge leaves behind in the sky. */
  carve: string
}

export const palettes: Record<Palette, Inks> = {
  dawn: { high: '#b39fb3', sky: '#e6bda8', haze: '#f8e2bd', far: '#c8979b', mid: '#87627b', near: '#513f5d', ink: '#2a2037', pale: '#fbf1de', glow: '#f9d78c', accent: '#b23f27', carve: '#f8e2c4' },
  noon: { high: '#79adb3', sky: '#b4d2c8', haze: '#f2ead0', far: '#8db4a7', mid: '#4d857f', near: '#28585b', ink: '#123038', pale: '#f9f2e1', glow: '#f1c257', accent: '#a93a22', carve: '#e9ecd8' },
  dusk: { high: '#5b3b5f', sky: '#cb7350', haze: '#f5b96b', far: '#a85b58', mid: '#6b3c54', near: '#422944', ink: '#1e152e', pale: '#fbe8c7', glow: '#fcd27c', accent: '#bf391e', carve: '#f0a565' },
  night: { high: '#111a30', sky: '#2c446a', haze: '#6a85a0', far: '#4a6584', mid: '#20344f', near: '#142137', ink: '#0a111f', pale: '#dcdfcd', glow: '#f2c96e', accent: '#bd4429', carve: '#51698a' },
  monsoon: { high: '#667d7c', sky: '#a3b4ab', haze: '#dbdeca', far: '#88a29b', mid: '#557370', near: '#324e4e', ink: '#17292c', pale: '#f0efdf', glow: '#e8d99b', accent: '#a63c26', carve: '#c6d0c4' },
  desert: { high: '#d69f58', sky: '#eecb8a', haze: '#fbedc8', far: '#dda569', mid: '#b5713f', near: '#78452b', ink: '#35201b', pale: '#fdf4df', glow: '#fee3a2', accent: '#a1321d', carve: '#fae3b0' },
  sea: { high: '#4a8b99', sky: '#97c2bd', haze: '#ece8cf', far: '#78afad', mid: '#33798a', near: '#1b5264', ink: '#0a2c3f', pale: '#f5f0df', glow: '#f5d182', accent: '#b0402a', carve: '#cfe0d2' },
  paper: { high: '#d6c9b0', sky: '#e7dcc6', haze: '#f6efe0', far: '#c4b69c', mid: '#8d8271', near: '#575046', ink: '#26221f', pale: '#fcf8ef', glow: '#f0ddb0', accent: '#a33a22', carve: '#f8f2e4' },
}
