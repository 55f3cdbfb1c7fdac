import type { DemoStory } from '../types'
import { stories as climate } from './climate'
import { stories as culture } from './culture'
import { stories as diplomacy } from './diplomacy'
import { stories as economy } from './economy'
import { stories as opinion } from './opinion'
import { stories as pakistan } from './pakistan'
import { stories as technology } from './technology'
import { stories as world } from './world'

/** Every story of the demonstration newsroom. */
export const stories: DemoStory[] = [...pakistan, ...world, ...diplomacy, ...economy, ...climate, ...technology, ...culture, ...opinion]
