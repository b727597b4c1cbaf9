/** Cells of the matrix that are free, and the session that occupies one. */
import type { Gathering } from './state';
import type { Session } from './state/session';

export type Cell = { slot: string; space: string };

export const occupantOf = (state: Gathering, slot: string, space: string): Session | undefined =>
  Object.values(state.sessions).find((s) => s.slot === slot && s.space === space && s.state !== 'cancelled');

/** Cells that are free now, in the order of the day; informal spaces are always free. */
export const freeCells = (state: Gathering): Cell[] =>
  state.slots
    .filter((s) => s.released)
    .flatMap((s) =>
      state.spaces
        .filter((p) => p.released && (p.kind === 'informal' || !occupantOf(state, s.id, p.id)))
        .map((p) => ({ slot: s.id, space: p.id })),
    );

/** Number of cells that whoever finds a cell taken is offered in its place. */
const OFFERED = 6;

/** The cells offered in place of one that is taken: the first of the day. */
export const cellsOffered = (state: Gathering): Cell[] => freeCells(state).slice(0, OFFERED);

/** True if a session could take this cell now. */
export const isFree = (state: Gathering, { slot, space }: Cell): boolean =>
  freeCells(state).some((c) => c.slot === slot && c.space === space);
