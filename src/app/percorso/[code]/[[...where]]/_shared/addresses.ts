/** The address of each thing of a path. */
import type { Grounded } from '@/domain/programming/evidence';
import type { Place } from '../places';

export const placeOf = (code: string, place: Place, ...rest: string[]): string =>
  ['/percorso', code, place, ...rest].join('/');

const PLACE: Record<Grounded, Place> = {
  need: 'bisogni',
  proposal: 'bisogni',
  table: 'tavoli',
  project: 'risorse',
  goal: 'obiettivi',
};
export const addressOf = (code: string, what: Grounded, id: string): string => placeOf(code, PLACE[what], id);

/** The id in a reference `stream/kind/id`. */
export const lastPart = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** The words in their source, among all the others. */
export const wordsAddress = (code: string, ref: string): string => placeOf(code, 'raccolta', ref);
