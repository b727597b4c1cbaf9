/** The scenes a wall can show, and the one that only one wall shows. */
import type { Gathering } from '../state';

export const SCENES = [
  'welcome',
  'principles',
  'announcing',
  'board',
  'matrix',
  'soon',
  'now',
  'news',
  'reading',
  'voting',
  'results',
  'actions',
  'quiet',
  'replay',
  'map',
  'ideas',
] as const;

/** `auto` follows the phase. */
export type Scene = (typeof SCENES)[number] | 'auto';

/** The scene that only this wall shows, or undefined: then it shows the common one. */
export const wallScene = (state: Pick<Gathering, 'wallScenes'>, wall: string): Scene | undefined =>
  Object.hasOwn(state.wallScenes, wall) ? state.wallScenes[wall] : undefined;
