/** Which scene the wall shows: the one chosen, or the one that fits the phase. */
import type { ComponentType } from 'react';
import type { Phase, Scene } from '@/domain/gathering/state';
import { Actions } from './actions';
import { Announcing } from './announcing';
import { Board } from './board';
import { Matrix } from './matrix';
import { News } from './news';
import { Now } from './now';
import { Principles } from './principles';
import { Quiet } from './quiet';
import { Reading } from './reading';
import { Replay } from './replay';
import { Results, Voting } from './voting';
import { Welcome } from './welcome';

export type SceneProps = { address: string; now: number | null };

export const DRAWN = {
  welcome: Welcome,
  principles: Principles,
  announcing: Announcing,
  board: Board,
  matrix: Matrix,
  now: Now,
  news: News,
  reading: Reading,
  voting: Voting,
  results: Results,
  actions: Actions,
  quiet: Quiet,
  replay: Replay,
} as const satisfies Record<Exclude<Scene, 'auto'>, ComponentType<SceneProps>>;

export type DrawnScene = keyof typeof DRAWN;

const BY_PHASE: Record<Phase, DrawnScene> = {
  draft: 'welcome',
  check_in: 'welcome',
  opening: 'principles',
  proposing: 'board',
  market: 'matrix',
  sessions: 'now',
  news: 'news',
  reading: 'reading',
  voting: 'voting',
  actions: 'actions',
  closing: 'quiet',
  completing: 'news',
  concluded: 'replay',
  archived: 'reading',
};

export const sceneName = (scene: string, phase: Phase): DrawnScene =>
  scene in DRAWN ? (scene as DrawnScene) : BY_PHASE[phase];
export const sceneFor = (scene: string, phase: Phase): ComponentType<SceneProps> =>
  DRAWN[sceneName(scene, phase)];
