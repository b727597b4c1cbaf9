/** Binds deeds to the gathering's state, and defines the rights that many of them share. */
import type { Guard } from '../catalogue';
import { deedOf } from '../deed';
import { type Refusal, refuse } from '../refusal';
import type { Gathering } from './state';
import type { Topic } from './state/topic';

export const deed = deedOf<Gathering>();

/** Everybody with a seat, and helpers for people without a phone. */
export const PEOPLE = ['participant', 'helper'] as const;
/** For deeds that are secret: no helper does them for anybody, nor an account that has no seat (decision 23). */
export const HERSELF = ['participant'] as const;
/** Facilitators: no power over content (domain §0.2). */
export const HOLDERS = ['facilitator', 'owner'] as const;
export const EVERYONE = ['participant', 'helper', 'facilitator', 'planner', 'owner'] as const;

/** The topic if it exists and may still be worked on, or the refusal. */
export function openTopic(state: Gathering, id: string): Topic | Refusal {
  const topic = state.topics[id];
  if (!topic) return refuse('unknown_thing', { what: 'topic' });
  if (topic.standing === 'withdrawn') return refuse('topic_withdrawn', { topic: topic.n });
  if (topic.standing === 'merged') return refuse('topic_merged', { topic: topic.n, into: topic.mergedInto });
  return topic;
}

/** The only phase that closes the log. It is checked here for every deed, so none has to check it itself. */
const sealed = (state: Gathering): Refusal | null =>
  state.frozen ? refuse('frozen') : state.phase === 'archived' ? refuse('archived') : null;

/** Still possible once the record is closed: care for people's data, the wall, and closing itself. */
const EVEN_SEALED: ReadonlySet<string> = new Set([
  'changePhase',
  'showScene',
  'freezeRecord',
  'eraseSeat',
  'flagText',
  'hideText',
  'restoreText',
  'clearText',
  'forgetAuthors',
]);

/** All that a completion link allows, for its own topic alone: it is no seat (E26). */
const BY_LINK: ReadonlySet<string> = new Set([
  'beginReport',
  'writeReport',
  'setOutcome',
  'addItem',
  'reviseItem',
  'removeItem',
  'publishReport',
]);

/**
 * Simulated people exist only in rehearsals. An emptied seat does nothing more; a person may act only on behalf of
 * somebody who is here; a closed record stays closed.
 */
export const guard: Guard<Gathering> = (state, command, actor) => {
  if (command.origin === 'simulata' && !state.rehearsal) return refuse('not_a_rehearsal');
  if (actor.completes !== undefined && actor.seat === null && !BY_LINK.has(command.type))
    return refuse('no_seat');
  if (actor.seat !== null && state.seats[actor.seat]?.erased) return refuse('erased_seat');
  if (command.for !== undefined && command.for !== actor.seat && command.type !== 'takeSeat') {
    const seat = state.seats[command.for];
    if (!seat) return refuse('unknown_seat');
    if (seat.erased) return refuse('erased_seat');
    // Nobody acts for a person who can act alone. It is checked before anything of theirs is read: the answer is the
    // same for every command.
    if (seat.origin === 'telefono' || seat.origin === 'simulata') return refuse('has_phone');
  }
  if (state.discardedAt !== null && command.type !== 'discardGathering') return refuse('discarded_gathering');
  return EVEN_SEALED.has(command.type) ? null : sealed(state);
};
