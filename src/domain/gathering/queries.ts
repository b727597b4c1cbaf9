/** Questions about a gathering, in the words people use. */
import { isOver } from './clock';
import type { Announcement } from './state/announcement';
import type { Gathering } from './state';
import type { Note } from './state/note';
import { PHASES } from './state/phase';
import type { Report, ReportItem } from './state/report';
import type { Session } from './state/session';
import type { Slot, Space } from './state/matrix';
import type { Topic } from './state/topic';

export type Cell = { slot: string; space: string };

export const topicsInOrder = (state: Gathering): Topic[] =>
  state.topicOrder.map((id) => state.topics[id]).filter((t): t is Topic => t !== undefined);

/** Sessions of a topic in the matrix, first part first. */
export const sessionsOf = (state: Gathering, topic: string): Session[] =>
  Object.values(state.sessions)
    .filter((s) => s.topic === topic && s.state !== 'cancelled')
    .sort((a, b) => a.part - b.part);

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

/** True if a session could take this cell now. */
export const isFree = (state: Gathering, { slot, space }: Cell): boolean =>
  freeCells(state).some((c) => c.slot === slot && c.space === space);

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

/** Once the day is over no circle is under way, even if nobody ended it. */
export const dayIsOver = (state: Gathering): boolean =>
  PHASES.indexOf(state.phase) >= PHASES.indexOf('completing');

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

/** E13: joined after the opening, and has not seen the introduction. */
export const arrivedLate = (state: Gathering, seat: string): boolean => {
  const at = state.seats[seat]?.at ?? Number.NEGATIVE_INFINITY;
  const opening = PHASES.indexOf('opening');
  return state.phases.some((p) => p.at <= at && PHASES.indexOf(p.phase) > opening);
};

/** E39: two circles in one's agenda at the same time; a hint, never a block. */
export const overlapping = (agenda: readonly Session[]): Set<string> =>
  new Set(agenda.filter((a) => agenda.some((b) => b.id !== a.id && b.slot === a.slot)).map((s) => s.id));

/** E12: posted within the last twenty minutes, or after the market when the day is under way. */
export const isNew = (topic: Topic, at: number): boolean => at - topic.at < 20 * 60_000;

/**
 * For people who have not looked yet: topics with the fewest people interested come first, so that none stays unseen.
 */
export const leastSeenFirst = (state: Gathering): Topic[] =>
  topicsInOrder(state).sort((a, b) => a.interested - b.interested || b.n - a.n);

/** Notes of a topic that readers may see, in order of arrival. */
export const notesOn = (state: Gathering, topic: string): Note[] =>
  (state.notesOf[topic] ?? [])
    .map((id) => state.notes[id])
    .filter((n): n is Note => n !== undefined && !n.withdrawn);

/** Announcements still valid at this moment, newest first. */
export const standingAnnouncements = (state: Gathering, at: number): Announcement[] =>
  state.announcements.filter((a) => !a.withdrawn && (a.until === null || a.until > at)).reverse();

/** True if this note is theirs. For an anonymous one only they themselves can say so. */
export const wroteNote = (state: Gathering, note: Note, seat: string): boolean =>
  note.author === seat || state.private[seat]?.notes[note.id] === true;

/** Done before the keys of unsigned acts' authors were destroyed: nobody can tell any more whose it is. */
export const beforeForgetting = (state: Gathering, at: number): boolean =>
  state.forgottenAt !== null && at <= state.forgottenAt;

/** Reports on the news wall, newest first. */
export const hungReports = (state: Gathering): { topic: Topic; report: Report }[] =>
  topicsInOrder(state)
    .flatMap((topic) => {
      const report = state.reports[topic.id];
      return report && report.publishedAt !== null ? [{ topic, report }] : [];
    })
    .sort((a, b) => (b.report.publishedAt ?? 0) - (a.report.publishedAt ?? 0));

/** True if a circle of this topic has met, or is meeting. */
export const hasMet = (state: Gathering, topic: string): boolean =>
  sessionsOf(state, topic).some((s) => s.state !== 'planned');

/** People were in it, even if nobody started it; a session that is only in the matrix is not yet a circle. */
export const wasHeld = (s: { state: Session['state']; attended: unknown }): boolean =>
  s.state !== 'planned' || s.attended !== 0;

/** Topics that met and whose report is not on the wall yet: a gentle nudge, never a block. */
export const awaitedReports = (state: Gathering): Topic[] =>
  topicsInOrder(state).filter(
    (t) =>
      t.standing === 'open' && hasMet(state, t.id) && (state.reports[t.id]?.publishedAt ?? null) === null,
  );

export type VoteResult = { id: string; name: string; topics: Topic[]; dots: number };

/** After closing: clusters and single topics by dots; those without a dot stay, at the end (I8). */
export function standings(state: Gathering): VoteResult[] {
  const dots = (id: string): number => {
    const total = state.voting.totals[id];
    return total ? total.phone + total.paper : 0;
  };
  const clusters = Object.values(state.clusters)
    .filter((c) => !c.dissolved)
    .map((c): VoteResult => {
      const topics = c.topics.map((id) => state.topics[id]).filter((t): t is Topic => t !== undefined);
      return { id: c.id, name: c.name, topics, dots: topics.reduce((n, t) => n + dots(t.id), 0) };
    });
  const inOne = new Set(clusters.flatMap((c) => c.topics.map((t) => t.id)));
  const single = topicsInOrder(state)
    .filter((t) => t.standing === 'open' && !inOne.has(t.id))
    .map((t): VoteResult => ({ id: t.id, name: t.hidden ? '' : t.title, topics: [t], dots: dots(t.id) }));
  return [...clusters, ...single].sort((a, b) => b.dots - a.dots);
}

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

/** I4: only its conveners may change a topic. */
export const isConvener = (topic: Topic, seat: string): boolean =>
  topic.convener === seat || topic.coConveners.includes(seat);

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

/** A row taken from a note whose words are still the same: one contribution, to be printed and counted once. */
export function isNoteAgain(state: Gathering, item: ReportItem | undefined): boolean {
  if (!item || item.removed || item.note === null) return false;
  const note = state.notes[item.note];
  return note !== undefined && !note.withdrawn && note.text === item.text;
}
