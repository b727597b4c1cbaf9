/** A path as the founding document lists it, with notes from elsewhere that can be looked up. */
import type { Lookup } from '@/domain/deed';
import { programming } from '@/domain/programming/catalogue';
import { founding } from '@/domain/programming/founding-document';
import { bench, id, office } from '../given';

export const planner = office('planner', 'ufficio-anna');
export const second = office('planner', 'ufficio-bruno');

/** Source texts by reference; a text that begins with `#` is withheld. */
export type Said = Record<string, string>;
export const lookAmong =
  (said: Said): Lookup =>
  (ref) => {
    const text = said[ref];
    return text === undefined ? null : { text: text.replace(/^#/, ''), withheld: text.startsWith('#') };
  };

export function opened(said: Said = {}) {
  const b = bench(programming, Date.UTC(2014, 4, 20, 7, 0), lookAmong(said));
  b.done(planner, 'openPath', { path: 'path-carpi', code: 'PATTO14', ...founding });
  return {
    ...b,
    /** Adds an entry of a register; returns its id. */
    add(type: string, words: Record<string, unknown>): string {
      const thing = id(type.slice(0, 12));
      b.done(planner, type, { id: thing, ...words });
      return thing;
    },
  };
}
export const note = (n: number): string => `ost-carpi/note/nota-${String(n).padStart(3, '0')}`;
