/** The law of two feet: one circle at a time, one tap to move, and only counts for everybody else (I6, I12). */
import * as z from 'zod/mini';
import { UNSIGNED } from '../deed';
import { refuse } from '../refusal';
import { Id } from '../shapes';
import { deed, HERSELF } from './deed';
import type { Gathering } from './state';
import { privateOf } from './state/seat';

const circleShape = () => z.nullable(z.union([z.literal('roaming'), Id]));

function step(state: Gathering, circle: string | null, by: 1 | -1): void {
  if (circle === 'roaming') state.roaming += by;
  const session = circle ? state.sessions[circle] : undefined;
  if (session) session.present += by;
}

export const moveTo = deed({
  command: 'moveTo',
  fact: 'moved',
  who: HERSELF,
  commandSchema: () => z.strictObject({ to: circleShape() }),
  // `first`: this person had not been in that circle yet, so distinct people can be counted without names.
  factSchema: () => z.strictObject({ from: circleShape(), to: circleShape(), first: z.boolean() }),
  decide(state, ask, { author }) {
    const mine = state.private[author];
    const from = mine?.circle ?? null;
    if (from === ask.to) return refuse('already_here');
    if (ask.to !== null && ask.to !== 'roaming') {
      const session = state.sessions[ask.to];
      if (!session) return refuse('unknown_thing', { what: 'session' });
      if (session.state === 'cancelled') return refuse('already_ended');
    }
    const first =
      ask.to !== null &&
      ask.to !== 'roaming' &&
      !mine?.visited.includes(ask.to) &&
      !state.sessions[ask.to]?.attendedFinal;
    return { from, to: ask.to, first };
  },
  apply(state, data, fact) {
    step(state, data.from, -1);
    step(state, data.to, 1);
    const session = data.to ? state.sessions[data.to] : undefined;
    if (session && data.first) session.attended += 1;
    if (fact.by === null) return;
    const mine = privateOf(state, fact.by);
    mine.circle = data.to;
    if (data.first && data.to) mine.visited.push(data.to);
  },
  visibleTo: () => UNSIGNED,
});
