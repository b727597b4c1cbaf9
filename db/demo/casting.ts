/** Assigns interest, circles and notes to people, the same way every time. */
import { NOTES } from './notes';
import { SEATS, seatCalled } from './people';
import { TOPICS } from './topics';

export type Part = { topic: number; part: number; slot: 1 | 2 | 3; space: string; seats: string[] };

const convenerOf = (n: number): string => seatCalled(TOPICS.find((t) => t.n === n)?.convener ?? '').key;

/** Seats from a different starting point for each topic, so that circles mix. */
const turned = (from: number): string[] =>
  SEATS.map((_, i) => SEATS[(i * 7 + from * 11) % SEATS.length]?.key ?? '');
const late = new Set(SEATS.filter((s) => s.late).map((s) => s.key));

/** One circle at a time for everyone in each slot; conveners are in their own. */
export const PARTS: readonly Part[] = ([1, 2, 3] as const).flatMap((slot) => {
  const held = TOPICS.flatMap((t) =>
    t.where.map(([s, space], i) => ({ topic: t.n, part: i + 1, slot: s, space, size: t.present[i] ?? 0 })),
  ).filter((p) => p.slot === slot);
  const taken = new Set(held.map((p) => convenerOf(p.topic)));
  return held.map(({ size, ...part }) => {
    const seats = [convenerOf(part.topic)];
    for (const key of turned(part.topic + slot)) {
      if (seats.length >= size) break;
      if (taken.has(key) || (slot === 1 && late.has(key))) continue;
      taken.add(key);
      seats.push(key);
    }
    return { ...part, seats };
  });
});

/**
 * People in a circle were interested in it, except where more came than were interested; then others up to the table's
 * number.
 */
const cared = (t: (typeof TOPICS)[number]): string[] => {
  const seats = new Set([convenerOf(t.n)]);
  // People interested in T04 were interested in T05 too: that is why the two conveners merged them.
  if (t.n === 5) seats.add(convenerOf(4));
  for (const p of PARTS)
    if (p.topic === t.n) for (const key of p.seats) if (seats.size < t.interests) seats.add(key);
  for (const key of turned(t.n * 3)) if (seats.size < t.interests) seats.add(key);
  return [...seats];
};
const T05 = TOPICS.find((t) => t.n === 5);
export const INTERESTS: readonly { topic: number; seats: string[] }[] = TOPICS.map((t) => ({
  topic: t.n,
  seats:
    t.n === 4 && T05
      ? [convenerOf(4), ...cared(T05).filter((key) => key !== convenerOf(4))].slice(0, t.interests)
      : cared(t),
}));

export type Written = (typeof NOTES)[number] & { author: string; part: number; index: number };

/** Notes go round the circle; a topic without a circle has its convener and the people interested. */
export const WRITTEN: readonly Written[] = TOPICS.flatMap((t) => {
  const notes = NOTES.filter((n) => n.topic === t.n);
  const parts = PARTS.filter((p) => p.topic === t.n);
  const first = parts.length > 1 ? Math.ceil((notes.length * 4) / 7) : notes.length;
  return notes.map((note, i) => {
    const part = i < first ? 1 : 2;
    const circle = parts[part - 1]?.seats ?? INTERESTS.find((x) => x.topic === t.n)?.seats ?? [];
    const index = i < first ? i : i - first;
    return { ...note, part, index, author: circle[index % Math.max(1, circle.length)] ?? convenerOf(t.n) };
  });
});
