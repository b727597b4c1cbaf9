/** Questions about a gathering, in the words people use. */
import type { Gathering, Session, Topic } from './state';

export type Cell = { slot: string; space: string };

export const topicsInOrder = (state: Gathering): Topic[] =>
  state.topicOrder.map((id) => state.topics[id]).filter((t): t is Topic => t !== undefined);

/** Sessions of a topic that stand, first part first. */
export const sessionsOf = (state: Gathering, topic: string): Session[] =>
  Object.values(state.sessions)
    .filter((s) => s.topic === topic && s.state !== 'cancelled')
    .sort((a, b) => a.part - b.part);

export const occupantOf = (state: Gathering, slot: string, space: string): Session | undefined =>
  Object.values(state.sessions).find((s) => s.slot === slot && s.space === space && s.state !== 'cancelled');

/** Cells that can be taken now, in the order of the day; informal spaces are always free. */
export const freeCells = (state: Gathering): Cell[] =>
  state.slots
    .filter((s) => s.released)
    .flatMap((s) =>
      state.spaces
        .filter((p) => p.released && (p.kind === 'informal' || !occupantOf(state, s.id, p.id)))
        .map((p) => ({ slot: s.id, space: p.id })),
    );
