/** All that can be done in a gathering. A new ability is a deed in its matter's file, and its name here. */
import { type AskOf, catalogue } from '../deed';
import * as agenda from './agenda';
import * as circles from './circles';
import * as holding from './holding';
import * as interests from './interests';
import * as matrix from './matrix';
import * as moderation from './moderation';
import * as notes from './notes';
import * as opening from './opening';
import * as seats from './seats';
import * as sessions from './sessions';
import { emptyGathering, type Gathering } from './state';
import * as swaps from './swaps';
import * as topics from './topics';
import { upcasters } from './upcasters';

const deeds = {
  ...opening,
  ...holding,
  ...matrix,
  ...seats,
  ...topics,
  ...interests,
  ...agenda,
  ...swaps,
  ...sessions,
  ...circles,
  ...notes,
  ...moderation,
};

export type GatheringDeeds = typeof deeds;
export type GatheringAsk<K extends keyof GatheringDeeds> = AskOf<GatheringDeeds[K]>;

export const gathering = catalogue<Gathering, GatheringDeeds>(emptyGathering, deeds, upcasters);
