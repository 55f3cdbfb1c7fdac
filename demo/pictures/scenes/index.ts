import { type Scene } from '../../types'
import { chartScenes } from './charts'
import { cityScenes } from './city'
import { cultureScenes } from './culture'
import { type SceneDrawer } from './drawer'
import { industryScenes } from './industry'
import { landScenes } from './land'
import { scienceScenes } from './science'
import { stateScenes } from './state'
import { travelScenes } from './travel'
import { waterScenes } from './water'

/** Every scene the demonstration may ask for has its drawer; the compiler says so when one is missing. */
export const drawers: Record<Scene, SceneDrawer> = {
  ...chartScenes,
  ...cityScenes,
  ...cultureScenes,
  ...industryScenes,
  ...landScenes,
  ...scienceScenes,
  ...stateScenes,
  ...travelScenes,
  ...waterScenes,
}
