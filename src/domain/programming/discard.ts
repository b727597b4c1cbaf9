/** Discards a path opened by mistake while nothing was added to it, and restores it. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { deed, PLANNERS } from './deed';
import type { Path, Thing } from './state';

const isThing = (v: unknown): v is Thing =>
  typeof v === 'object' && v !== null && 'history' in v && 'removed' in v;

/** Nothing was added since it was opened; its own texts may have been corrected. */
export function isUntouched(path: Path): boolean {
  const things = Object.values(path).flatMap((register: unknown) =>
    typeof register === 'object' && register !== null ? Object.values(register).filter(isThing) : [],
  );
  const beside = [path.readings, path.aside, path.strands, path.hints, path.requests];
  return (
    things.every((t) => t.at === path.about?.at) && beside.every((kept) => Object.keys(kept).length === 0)
  );
}

const Nothing = () => z.strictObject({});
export const discardPath = deed({
  command: 'discardPath',
  fact: 'pathDiscarded',
  who: PLANNERS,
  commandSchema: Nothing,
  factSchema: Nothing,
  decide: (state, ask) => (isUntouched(state) && state.about ? ask : refuse('path_has_work')),
  apply(state, _data, fact) {
    state.discarded = { at: fact.at, by: fact.by };
  },
});
export const recoverPath = deed({
  command: 'recoverPath',
  fact: 'pathRecovered',
  who: PLANNERS,
  commandSchema: Nothing,
  factSchema: Nothing,
  decide: (state, ask) => (state.discarded ? ask : refuse('nothing_to_change')),
  apply(state) {
    state.discarded = null;
  },
});
