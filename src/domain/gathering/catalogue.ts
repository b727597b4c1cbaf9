/** All that can be done in a gathering. A new ability is a deed in its matter's file, and its name here. */
import { type AskOf, catalogue } from '../deed';
import * as opening from './opening';
import * as seats from './seats';
import { emptyGathering, type Gathering } from './state';
import * as topics from './topics';
import { upcasters } from './upcasters';

const deeds = { ...opening, ...seats, ...topics };

export type GatheringDeeds = typeof deeds;
export type GatheringAsk<K extends keyof GatheringDeeds> = AskOf<GatheringDeeds[K]>;

export const gathering = catalogue<Gathering, GatheringDeeds>(emptyGathering, deeds, upcasters);
