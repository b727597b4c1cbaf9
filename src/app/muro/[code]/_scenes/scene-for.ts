/** Which scene the wall shows: the one chosen, or the one that fits the phase. */
import type { ComponentType } from 'react';
import type { Phase, Scene } from '@/domain/gathering/state';
import { Board } from './board';
import { Matrix } from './matrix';
import { Now } from './now';
import { Principles } from './principles';
import { Quiet } from './quiet';
import { Reading } from './reading';
import { Welcome } from './welcome';

export type SceneProps = { address: string; now: number | null };

export const DRAWN = {
  welcome: Welcome,
  principles: Principles,
  board: Board,
  matrix: Matrix,
  now: Now,
  reading: Reading,
  quiet: Quiet,
} as const satisfies Partial<Record<Scene, ComponentType<SceneProps>>>;

export type DrawnScene = keyof typeof DRAWN;

const BY_PHASE: Record<Phase, DrawnScene> = {
  draft: 'welcome',
  check_in: 'welcome',
  opening: 'principles',
  proposing: 'board',
  market: 'matrix',
  sessions: 'now',
  news: 'board',
  reading: 'reading',
  voting: 'reading',
  actions: 'board',
  closing: 'quiet',
  completing: 'reading',
  concluded: 'reading',
  archived: 'reading',
};

export const sceneName = (scene: string, phase: Phase): DrawnScene =>
  scene in DRAWN ? (scene as DrawnScene) : BY_PHASE[phase];
export const sceneFor = (scene: string, phase: Phase): ComponentType<SceneProps> =>
  DRAWN[sceneName(scene, phase)];
