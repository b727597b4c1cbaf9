/** A person's agenda: the sessions of their topics and of those they are interested in. */
import type { Gathering } from './state';
import type { Session } from './state/session';

/** The topics this person convenes or is interested in, in the order of the day. */
export function agendaOf(state: Gathering, seat: string): Session[] {
  const cares = state.private[seat]?.interests ?? {};
  const order = new Map(state.slots.map((s, i) => [s.id, i]));
  return Object.values(state.sessions)
    .filter((s) => {
      const topic = state.topics[s.topic];
      return (
        s.state !== 'cancelled' &&
        topic &&
        (cares[s.topic] || topic.convener === seat || topic.coConveners.includes(seat))
      );
    })
    .sort((a, b) => (order.get(a.slot) ?? 0) - (order.get(b.slot) ?? 0));
}

/** E39: two circles in one's agenda at the same time; a hint, never a block. */
export const overlapping = (agenda: readonly Session[]): Set<string> =>
  new Set(agenda.filter((a) => agenda.some((b) => b.id !== a.id && b.slot === a.slot)).map((s) => s.id));
