/**
 * The matrix: conveners place their topics themselves. A cell holds one topic, and a refused convener sees the free
 * cells.
 */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { deed, openTopic, PEOPLE } from './deed';
import { clashing, sessionsOf } from './session-queries';
import { cellsOffered, occupantOf } from './free-cells';
import { isConvener } from './topic-queries';
import type { Gathering } from './state';
import type { Topic } from './state/topic';

/** I2 and E02: the refusal for this cell, with the cells offered in its place. */
function cellTrouble(state: Gathering, slot: string, space: string, except?: string): Refusal | null {
  const s = state.slots.find((x) => x.id === slot);
  const p = state.spaces.find((x) => x.id === space);
  if (!s || !p) return refuse('unknown_thing', { what: 'cell' });
  if (!s.released || !p.released) return refuse('cell_held_back');
  const by = occupantOf(state, slot, space);
  if (p.kind === 'room' && by && by.id !== except)
    return refuse('cell_taken', {
      topic: state.topics[by.topic]?.n,
      session: by.id,
      free: cellsOffered(state),
    });
  return null;
}

function clash(state: Gathering, topic: Topic, slot: string, except?: string): Refusal | null {
  const other = clashing(state, topic, slot, except);
  return other ? refuse('convener_clash', { topic: state.topics[other.topic]?.n, session: other.id }) : null;
}

function mine(state: Gathering, id: string, by: string): Topic | Refusal {
  const topic = openTopic(state, id);
  if (isRefusal(topic)) return topic;
  return isConvener(topic, by) ? topic : refuse('not_convener', { topic: topic.n });
}

const Cell = { slot: Id, space: Id };

export const placeTopic = deed({
  command: 'placeTopic',
  fact: 'topicPlaced',
  who: PEOPLE,
  commandSchema: () =>
    z.strictObject({ session: Id, topic: Id, ...Cell, anyway: z._default(z.boolean(), false) }),
  factSchema: () => z.strictObject({ session: Id, topic: Id, ...Cell, part: z.int() }),
  decide(state, { anyway, ...ask }, { author }) {
    const topic = mine(state, ask.topic, author);
    if (isRefusal(topic)) return topic;
    if (state.sessions[ask.session]) return refuse('id_already_used');
    const held = sessionsOf(state, topic.id);
    if (held.some((s) => s.slot === ask.slot)) return refuse('already_placed', { topic: topic.n });
    const trouble =
      cellTrouble(state, ask.slot, ask.space) ?? (anyway ? null : clash(state, topic, ask.slot));
    return trouble ?? { ...ask, part: held.length + 1 };
  },
  apply(state, data, fact) {
    state.sessions[data.session] = {
      id: data.session,
      topic: data.topic,
      slot: data.slot,
      space: data.space,
      state: 'planned',
      part: data.part,
      at: fact.at,
      startedAt: null,
      endedAt: null,
      movedFrom: [],
      noteTaker: null,
      present: 0,
      attended: 0,
    };
  },
});

export const moveSession = deed({
  command: 'moveSession',
  fact: 'sessionMoved',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ session: Id, ...Cell, anyway: z._default(z.boolean(), false) }),
  factSchema: () => z.strictObject({ session: Id, ...Cell, from: z.strictObject(Cell) }),
  decide(state, { anyway, ...ask }, { author }) {
    const session = state.sessions[ask.session];
    if (!session || session.state === 'cancelled') return refuse('unknown_thing', { what: 'session' });
    const topic = mine(state, session.topic, author);
    if (isRefusal(topic)) return topic;
    if (session.state === 'ended') return refuse('already_ended');
    if (session.slot === ask.slot && session.space === ask.space) return refuse('nothing_to_change');
    const trouble =
      cellTrouble(state, ask.slot, ask.space, session.id) ??
      (anyway ? null : clash(state, topic, ask.slot, session.id));
    return trouble ?? { ...ask, from: { slot: session.slot, space: session.space } };
  },
  apply(state, data, fact) {
    const session = state.sessions[data.session];
    if (!session) return;
    session.movedFrom.push({ ...data.from, at: fact.at });
    // E06: the old cell points to the new one.
    state.arrows.push({ ...data.from, session: session.id, at: fact.at });
    session.slot = data.slot;
    session.space = data.space;
  },
});

export const cancelSession = deed({
  command: 'cancelSession',
  fact: 'sessionCancelled',
  who: [...PEOPLE, 'facilitator'],
  commandSchema: () => z.strictObject({ session: Id }),
  factSchema: () => z.strictObject({ session: Id }),
  decide(state, ask, { author, actor }) {
    const session = state.sessions[ask.session];
    const topic = session && state.topics[session.topic];
    if (!session || !topic || session.state === 'cancelled')
      return refuse('unknown_thing', { what: 'session' });
    // I4: who facilitates may only free a cell whose topic was withdrawn or merged.
    const freed = topic.standing !== 'open';
    if (actor.role === 'facilitator' ? !freed : !isConvener(topic, author))
      return refuse('not_convener', { topic: topic.n });
    if (session.state === 'ended') return refuse('already_ended');
    return ask;
  },
  apply(state, data) {
    const session = state.sessions[data.session];
    if (session) session.state = 'cancelled';
  },
});
