/** All deeds of a gathering. A new ability is a deed in its subject's file, and its name here. */
import { catalogue } from '../catalogue';
import type { AskOf } from '../deed';
import * as actions from './action-groups';
import * as cells from './cells';
import * as speakingQueue from './speaking-queue';
import * as authors from './authors';
import * as bookSignature from './book-signature';
import * as circles from './presence';
import * as textErasure from './text-erasure';
import * as clockSignals from './clock-signals';
import * as closing from './closing';
import * as clusters from './clusters';
import * as conveners from './conveners';
import * as days from './days';
import * as discard from './discard';
import * as flags from './flags';
import * as helpCalls from './help-calls';
import * as floorMap from './floor-map';
import * as phases from './phases';
import * as scenes from './scenes';
import * as announcements from './announcements';
import * as ideas from './ideas';
import * as interests from './interests';
import * as matrix from './matrix';
import * as merges from './topic-merges';
import * as moderation from './moderation';
import * as notes from './notes';
import * as opening from './opening';
import * as reportItems from './report-items';
import * as reportStanding from './report-publication';
import * as reports from './reports';
import * as seats from './seats';
import * as sectorNames from './sector-names';
import * as sessions from './sessions';
import * as strands from './strands';
import * as swaps from './swaps';
import * as topics from './topics';
import * as voteWithdrawal from './vote-withdrawal';
import * as voting from './voting';
import { guard } from './deed';
import { emptyGathering, type Gathering } from './state';
import { upcasters } from './upcasters';

/** The deeds of a file; its other exports are for other files. */
const of = <M extends object>(file: M) =>
  Object.fromEntries(Object.entries(file).filter(([, x]) => typeof x === 'object' && 'command' in x)) as {
    [K in keyof M as M[K] extends { command: string } ? K : never]: M[K];
  };

const deeds = {
  ...of(opening),
  ...of(phases),
  ...of(scenes),
  ...of(announcements),
  ...of(clockSignals),
  ...of(helpCalls),
  ...of(days),
  ...of(discard),
  ...of(matrix),
  ...of(floorMap),
  ...of(seats),
  ...of(speakingQueue),
  ...of(strands),
  ...of(sectorNames),
  ...of(topics),
  ...of(conveners),
  ...of(merges),
  ...of(interests),
  ...of(cells),
  ...of(swaps),
  ...of(sessions),
  ...of(circles),
  ...of(notes),
  ...of(reports),
  ...of(reportStanding),
  ...of(reportItems),
  ...of(moderation),
  ...of(flags),
  ...of(textErasure),
  ...of(voting),
  ...of(voteWithdrawal),
  ...of(clusters),
  ...of(actions),
  ...of(ideas),
  ...of(bookSignature),
  ...of(closing),
  ...of(authors),
};

export type GatheringDeeds = typeof deeds;
export type GatheringAsk<K extends keyof GatheringDeeds> = AskOf<GatheringDeeds[K]>;

export const gathering = catalogue<Gathering, GatheringDeeds>(emptyGathering, deeds, upcasters, guard);
