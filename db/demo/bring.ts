/**
 * Creates the demonstration by sending commands through the stream, one after the other, with the times of that day.
 */
import { nanoid } from 'nanoid';
import type { Actor, Command } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Streams, StreamRow } from '@/server/streams/streams';
import { harvest } from './harvest';
import { INTERESTS, PARTS, WRITTEN } from './casting';
import { type By, clock, noteIdOf, topicId } from './day';
import { bringPath } from './path';
import { SEATS, seatCalled } from './people';
import { EVENT, TOPICS } from './topics';

type Step = {
  at: number;
  actor: Actor;
  type: string;
  ask: unknown;
  for?: string;
  origin?: Command['origin'];
};

const facilitator: Actor = { id: 'demo-facilita', role: 'facilitator', seat: null };
const helper: Actor = { id: 'demo-segreteria', role: 'helper', seat: null };
const sessionId = (n: number, part: number): string => `sess-demo-${String(n).padStart(2, '0')}-${part}`;
const STARTS = { 1: '10:45', 2: '13:00', 3: '14:30' } as const;
const ENDS = { 1: '12:00', 2: '14:15', 3: '15:45' } as const;
const slotId = (n: 1 | 2 | 3): string => EVENT.slots[n - 1]?.id ?? '';
const spaceId = (name: string): string => EVENT.spaces.find((s) => s.name === name)?.id ?? '';

/** The gathering, then the path that quotes it. True when something was created, false when all was already there. */
export async function bringDemo(streams: Streams): Promise<boolean> {
  const gathering = await bringGathering(streams);
  return (await bringPath(streams)) || gathering;
}

async function bringGathering(streams: Streams): Promise<boolean> {
  if (streams.index.find(EVENT.code)) return false;
  const row = streams.index.file({
    id: 'demo-ost-carpi',
    kind: 'gathering',
    code: EVENT.code,
    path: null,
    demo: true,
  });
  const ids = new Map(SEATS.map((s) => [s.key, `posto-demo-${s.key}`]));
  const day = theDay(row, ids);
  for (const seat of SEATS) streams.seats.add(row.id, ids.get(seat.key) ?? '', seat.label);
  const room = streams.gathering(row);
  const answers = day
    .map((step, i) => ({ step, i }))
    .sort((a, b) => a.step.at - b.step.at || a.i - b.i)
    .map(async ({ step }) => {
      const { at, actor, ...command } = step;
      const answer = await room.submit({ id: nanoid(14), ...command }, actor, at);
      if (!answer.ok)
        throw new Error(
          `the demonstration was refused ${step.type}: ${answer.refused} ${JSON.stringify(answer.detail)}`,
        );
    });
  await Promise.all(answers);
  return true;
}

function theDay(row: StreamRow, ids: Map<string, string>): Step[] {
  const steps: Step[] = [];
  const id = (key: string): string => ids.get(key) ?? '';
  /**
   * Sent by the person's own phone; for people without one by a helper, and secret deeds by themselves, at the totem.
   */
  const by = (key: string, at: number, type: string, ask: unknown): void => {
    const seat = SEATS.find((s) => s.key === key);
    if (!seat) return;
    const own: Actor = { id: id(key), role: 'participant', seat: id(key) };
    const secret = !gathering.may('helper', type) || (ask as { anonymous?: boolean }).anonymous === true;
    steps.push(
      seat.via === 'telefono'
        ? { at, actor: own, type, ask }
        : secret
          ? { at, actor: own, type, ask, origin: 'totem' }
          : { at, actor: helper, type, ask, for: id(key), origin: seat.via },
    );
  };
  const hold = (at: number, type: string, ask: unknown): void =>
    void steps.push({ at, actor: facilitator, type, ask });

  const { day, slots, spaces, phases, code, ...event } = EVENT;
  const opening = {
    ...event,
    gathering: row.id,
    code,
    days: [day],
    demo: true,
    spaces,
    slots: slots.map((s) => ({ ...s, day })),
  };
  steps.push({
    at: clock('08:00'),
    actor: { id: 'demo-ufficio', role: 'owner', seat: null },
    type: 'openGathering',
    ask: opening,
  });
  for (const [hour, phase] of phases) hold(clock(hour), 'changePhase', { phase });

  SEATS.forEach((s, i) => {
    const at = s.late ? clock('11:20', i * 20) : clock('08:46', i * 25);
    by(s.key, at, 'takeSeat', {
      seat: id(s.key),
      sector: s.sector,
      subgroup: s.subgroup,
      municipality: s.municipality,
      newVoice: s.newVoice,
    });
  });
  for (const t of TOPICS) {
    const convener = seatCalled(t.convener).key;
    by(convener, clock(t.proposedAt), 'proposeTopic', {
      topic: topicId(t.n),
      title: t.title,
      line: t.line,
      strands: [t.strand],
    });
  }
  placing(by);
  INTERESTS.forEach(({ topic, seats }) => {
    seats.forEach((key, i) => {
      const start = topic === 14 || SEATS.find((s) => s.key === key)?.late ? clock('12:05') : clock('10:16');
      by(key, start + i * 61_000 + topic * 3000, 'markInterest', { topic: topicId(topic), on: true });
    });
  });
  circles(by);
  for (const note of WRITTEN) {
    const topic = TOPICS.find((t) => t.n === note.topic);
    const slot = topic?.where[note.part - 1]?.[0];
    const at = slot ? clock(STARTS[slot], 600 + note.index * 200) : clock('10:30', note.index * 90);
    const noteId = noteIdOf(note);
    const session = slot ? sessionId(note.topic, note.part) : null;
    by(note.author, at, 'writeNote', {
      note: noteId,
      topic: topicId(note.topic),
      session,
      kind: note.kind,
      text: note.text,
      anonymous: note.anonymous,
    });
    if (note.names) by('s01', at + 40_000, 'flagText', { what: 'note', id: noteId });
  }
  harvest({ by, hold, help: (at, type, ask) => void steps.push({ at, actor: helper, type, ask }) });
  hold(clock('12:00', 5), 'announce', {
    announcement: 'avviso-demo-1',
    text: 'Il pranzo è pronto. Si riprende alle 13:00: se avete un tema nuovo, mettetelo in bacheca.',
    minutes: 45,
  });
  return steps;
}

/** T09 first takes slot 2 Olmo, which T12 wants too, and moves to slot 3 Quercia. */
function placing(by: By): void {
  for (const t of TOPICS) {
    const convener = seatCalled(t.convener).key;
    t.where.forEach(([slot, space], i) => {
      const at = t.n === 14 ? clock('11:55') : t.n === 12 ? clock('10:12') : clock('10:02', t.n * 20 + i * 5);
      const session = sessionId(t.n, i + 1);
      const cell =
        t.n === 9
          ? { slot: slotId(2), space: spaceId('Olmo') }
          : { slot: slotId(slot), space: spaceId(space) };
      by(convener, at, 'placeTopic', { session, topic: topicId(t.n), ...cell });
      if (t.n === 9)
        by(convener, clock('10:09'), 'moveSession', { session, slot: slotId(slot), space: spaceId(space) });
    });
  }
}

function circles(by: By): void {
  for (const p of PARTS) {
    const session = sessionId(p.topic, p.part);
    const convener = p.seats[0] ?? '';
    p.seats.forEach((key, i) => {
      by(key, clock(STARTS[p.slot], i * 9), 'moveTo', { to: session });
      by(key, clock(ENDS[p.slot], i * 5), 'moveTo', { to: null });
    });
    by(convener, clock(STARTS[p.slot], 120), 'startSession', { session });
    by(convener, clock(ENDS[p.slot], -30), 'endSession', { session });
  }
}
