/** The scenes a wall can show. */

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
