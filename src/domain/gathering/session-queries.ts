/** Questions about sessions and circles: of a topic, of a slot, under way, held, late, clashing. */
import { isOver } from './clock';
import { occupantOf } from './free-cells';
import { dayIsOver } from './phase-queries';
import type { Gathering } from './state';
import type { Slot, Space } from './state/matrix';
import type { Session } from './state/session';
import type { Topic } from './state/topic';

/** Sessions of a topic in the matrix, first part first. */
export const sessionsOf = (state: Gathering, topic: string): Session[] =>
  Object.values(state.sessions)
    .filter((s) => s.topic === topic && s.state !== 'cancelled')
    .sort((a, b) => a.part - b.part);

export const slotOf = (state: Gathering, session: Session): Slot | undefined =>
  state.slots.find((s) => s.id === session.slot);

export const spaceOf = (state: Gathering, session: Session): Space | undefined =>
  state.spaces.find((s) => s.id === session.space);

/** Sessions of a slot, in the order of the spaces. */
export const sessionsIn = (state: Gathering, slot: string): Session[] =>
  Object.values(state.sessions)
    .filter((s) => s.slot === slot && s.state !== 'cancelled')
    .sort((a, b) => placeIn(state, a) - placeIn(state, b));

const placeIn = (state: Gathering, s: Session): number => state.spaces.findIndex((p) => p.id === s.space);

/** It is under way when somebody started it, or when people simply sit in it: nobody has to press a button first. */
const isOn = (s: Session): boolean => s.state === 'running' || (s.state === 'planned' && s.present > 0);

/** Circles that can be joined at this moment, fullest first (E08). */
export const liveCircles = (state: Gathering): Session[] =>
  dayIsOver(state)
    ? []
    : Object.values(state.sessions)
        .filter(isOn)
        .sort((a, b) => b.present - a.present);

/** The circles of a slot, and those of any other that people are in (principle 3). */
export const circlesAt = (state: Gathering, slot: string | null): Session[] => [
  ...(slot ? sessionsIn(state, slot) : []),
  ...liveCircles(state).filter((s) => s.slot !== slot),
];

/** True if a circle of this topic has met, or is meeting. */
export const hasMet = (state: Gathering, topic: string): boolean =>
  sessionsOf(state, topic).some((s) => s.state !== 'planned');

/** People were in it, even if nobody started it; a session that is only in the matrix is not yet a circle. */
export const wasHeld = (s: { state: Session['state']; attended: unknown }): boolean =>
  s.state !== 'planned' || s.attended !== 0;

/** E07: circles still under way in a space after their slot, with the next session there. */
export function overrunning(state: Gathering, at: number): { running: Session; next: Session }[] {
  return Object.values(state.sessions).flatMap((running) => {
    const slot = slotOf(state, running);
    if (running.state !== 'running' || !slot || !isOver(state, slot, at)) return [];
    const order = state.slots.findIndex((s) => s.id === slot.id);
    const later = state.slots.slice(order + 1).map((s) => occupantOf(state, s.id, running.space));
    const next = later.find((s) => s?.state === 'planned');
    return next ? [{ running, next }] : [];
  });
}

/**
 * I3: a convener cannot be in two of their own circles at once, unless somebody co-convenes; a warning, not a refusal.
 */
export function clashing(state: Gathering, topic: Topic, slot: string, except?: string): Session | undefined {
  const conveners = [topic.convener, ...topic.coConveners].filter((c) => c !== null);
  if (conveners.length !== 1) return undefined;
  return Object.values(state.sessions).find((s) => {
    if (s.slot !== slot || s.id === except || s.state === 'cancelled') return false;
    const t = state.topics[s.topic];
    return t !== undefined && t.coConveners.length === 0 && t.convener === conveners[0];
  });
}
