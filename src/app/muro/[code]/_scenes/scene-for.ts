/** Chooses the scene of a wall: a turn to speak first, then the chosen one, then the one for the phase. */
import type { ComponentType } from 'react';
import { nowAndNext, slotSpan } from '@/domain/gathering/clock';
import { hasMarket } from '@/domain/gathering/formats';
import { speaking } from '@/domain/gathering/speaking-turns';
import { sessionsIn } from '@/domain/gathering/session-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Format } from '@/domain/gathering/state/format';
import type { Phase } from '@/domain/gathering/state/phase';
import type { Scene } from '@/domain/gathering/state/scene';
import { Actions } from './actions';
import { Announcing } from './speaker';
import { Board } from './board';
import { FloorMap } from './floor-map';
import { Ideas } from './ideas';
import { Matrix } from './matrix';
import { News } from './news';
import { Now } from './now';
import { Principles } from './principles';
import { Quiet } from './quiet';
import { ReadingTime } from './reading-time';
import { Replay } from './replay';
import type { SceneProps } from './scene';
import { Soon } from './soon';
import { Results, Voting } from './voting';
import { Welcome } from './welcome';

export const DRAWN = {
  welcome: Welcome,
  principles: Principles,
  announcing: Announcing,
  board: Board,
  matrix: Matrix,
  soon: Soon,
  now: Now,
  news: News,
  reading: ReadingTime,
  voting: Voting,
  results: Results,
  actions: Actions,
  quiet: Quiet,
  replay: Replay,
  map: FloorMap,
  ideas: Ideas,
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

/** In a meeting of prompts. */
const PROMPTED: Partial<Record<Phase, DrawnScene>> = {
  draft: 'welcome',
  check_in: 'welcome',
  opening: 'welcome',
  closing: 'quiet',
};
const OF_PROMPTS: readonly DrawnScene[] = ['welcome', 'ideas', 'quiet'];

/** The scenes that exist for this format. */
export const scenesOf = (format: Format): DrawnScene[] =>
  (Object.keys(DRAWN) as DrawnScene[]).filter((s) =>
    hasMarket(format) ? s !== 'ideas' : OF_PROMPTS.includes(s),
  );

export const sceneName = (scene: string, phase: Phase, format: Format): DrawnScene => {
  if (Object.hasOwn(DRAWN, scene)) return scene as DrawnScene;
  return hasMarket(format) ? BY_PHASE[phase] : (PROMPTED[phase] ?? 'ideas');
};

/** Time before a slot at which walls show where to go, in milliseconds. */
const SOON_MS = 20 * 60_000;

/** `own`: this wall's own scene, if any. `at`: epoch milliseconds, or null while it is not known. */
export function sceneAt(view: Gathering, own: string | undefined, at: number | null): DrawnScene {
  if (at !== null && speaking(view, at)) return 'announcing';
  const scene = sceneName(own ?? view.scene, view.phase, view.format);
  const chosen = Object.hasOwn(DRAWN, own ?? view.scene);
  if (chosen || at === null || scene !== 'now') return scene;
  const { now, next } = nowAndNext(view, at);
  const near = next !== null && slotSpan(view, next).from - at <= SOON_MS;
  return !now && near && sessionsIn(view, next.id).length > 0 ? 'soon' : scene;
}
