/** A large Open Space to measure on: its matrix, topics, circles and seats, and the traffic of an ordinary hour. */
import { nanoid } from 'nanoid';
import type { Catalogue } from '@/domain/catalogue';
import type { Actor, StreamState } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { GroupCommit } from '@/server/log/group-commit';
import { Stream } from '@/server/streams/stream';
import type { Streams, StreamRow } from '@/server/streams/streams';
import { openStore } from '@/server/database/sqlite-store';
import type { Store } from '@/server/database/store';

export const CODE = 'SALONE';
const TOPICS = 72;
const two = (n: number): string => String(n).padStart(2, '0');
export const seatId = (n: number): string => `seat-${String(n).padStart(5, '0')}`;
export const topicId = (n: number): string => `topic-${two(n)}`;
export const sessionId = (n: number): string => `session-${two(n)}`;

const owner: Actor = { id: 'acc_owner', role: 'owner', seat: null };
export const phone = (n: number): Actor => ({ id: seatId(n), role: 'participant', seat: seatId(n) });
export type Asked = { type: string; ask: unknown };

const slots = [1, 2, 3, 4].map((n) => ({
  id: `slot-${two(n)}`,
  day: '2014-05-17',
  label: `Turno ${n}`,
  start: `${9 + n * 2}:00`,
  end: `${10 + n * 2}:15`,
}));
const spaces = Array.from({ length: 20 }, (_, i) => ({ id: `space-${two(i + 1)}`, name: `Spazio ${i + 1}` }));

/** Sends all commands in order; every one must be accepted. */
export async function ground(
  submit: (asked: Asked, actor: Actor) => Promise<{ ok: boolean }>,
  stream: string,
  people: number,
  topics = Math.min(TOPICS, people),
): Promise<void> {
  const steps: [Asked, Actor][] = [
    [
      {
        type: 'openGathering',
        ask: {
          gathering: stream,
          code: CODE,
          title: 'OST grande (dimostrativo)',
          question: 'Quale welfare vogliamo costruire insieme nel 2015?',
          days: ['2014-05-17'],
          slots,
          spaces,
        },
      },
      owner,
    ],
    [{ type: 'changePhase', ask: { phase: 'sessions' } }, owner],
  ];
  for (let i = 0; i < people; i++)
    steps.push([{ type: 'takeSeat', ask: { seat: seatId(i), sector: 'volontariato' } }, phone(i)]);
  for (let t = 0; t < topics; t++) {
    const title = `Costruire reti di vicinato per chi resta solo: da dove cominciamo (${t + 1})?`;
    steps.push([{ type: 'proposeTopic', ask: { topic: topicId(t), title } }, phone(t % people)]);
    if (t >= slots.length * spaces.length) continue;
    const cell = { slot: slots[t % 4]?.id, space: spaces[Math.floor(t / 4) % 20]?.id };
    steps.push([
      { type: 'placeTopic', ask: { session: sessionId(t), topic: topicId(t), ...cell, anyway: true } },
      phone(t % people),
    ]);
  }
  const answers = await Promise.all(steps.map(([asked, actor]) => submit(asked, actor)));
  const wrong = answers.findIndex((a) => !a.ok);
  if (wrong >= 0) throw new Error(`${JSON.stringify(steps[wrong])}: ${JSON.stringify(answers[wrong])}`);
}

const WORDS =
  'Chi perde il lavoro non viene allo sportello: si vergogna, e chi lo conosce non sa a chi dirlo senza tradirlo.';

/** The i-th command: notes, moves and interests in turn, each by another phone, all accepted. */
export function traffic(i: number, people: number): { asked: Asked; by: number } {
  const by = i % people;
  const round = Math.floor(i / people);
  const topics = Math.min(TOPICS, people);
  const kind = (by + round) % 3;
  const turn = Math.floor(round / 3);
  if (kind === 0)
    return {
      by,
      asked: { type: 'moveTo', ask: { to: sessionId((round * 7 + by) % topics) } },
    };
  if (kind === 1)
    return {
      by,
      asked: {
        type: 'markInterest',
        ask: {
          topic: topicId((by + turn) % topics),
          on: Math.floor(turn / topics) % 2 === 0,
        },
      },
    };
  return { by, asked: note(i, topics) };
}

export const note = (i: number, topics = TOPICS): Asked => ({
  type: 'writeNote',
  ask: {
    note: `note-${nanoid(12)}`,
    topic: topicId(i % topics),
    kind: 'esperienza',
    text: `${WORDS} (${i})`,
  },
});

/** A stream on a store, such as that of a file, without sockets: decide, commit and apply, and nothing else. */
export const bareRoom = (file: string) => bareRoomOn(openStore(file));

export function bareRoomOn<S extends Store>(store: S) {
  const stream = new Stream<Gathering>(
    'salone-stream',
    gathering as unknown as Catalogue<Gathering & StreamState>,
    store.log,
    new GroupCommit(store.log),
    {
      hears: (audience) => audience === 'public',
      told: () => {},
      lost: (e) => {
        throw e;
      },
    },
    Date.now,
  );
  return { store, room: stream };
}

/** Fills a stream with ordinary traffic until it holds `facts` facts. */
export async function fill(stream: Stream<Gathering>, people: number, facts: number): Promise<number> {
  let i = 0;
  while (stream.seq < facts) {
    const batch = Math.min(2000, facts - stream.seq);
    const answers = [];
    for (let k = 0; k < batch; k++, i++) {
      const { asked, by } = traffic(i, people);
      answers.push(stream.submit({ id: nanoid(14), ...asked }, phone(by)));
    }
    await Promise.all(answers);
  }
  return i;
}

/** This many notes, spread over the topics. */
export async function write(
  stream: Stream<Gathering>,
  people: number,
  notes: number,
  topics: number,
): Promise<void> {
  const asks = Array.from({ length: notes }, (_, i) =>
    stream.submit({ id: nanoid(14), ...note(i, topics) }, phone(i % people)),
  );
  await Promise.all(asks);
}

/** The same data in a whole server: seats with labels beside the log. */
export async function groundIn(streams: Streams, people: number, topics?: number): Promise<StreamRow> {
  const row = streams.index.file({
    id: 'salone-stream',
    kind: 'gathering',
    code: CODE,
    path: null,
    demo: false,
  });
  for (let i = 0; i < people; i++) streams.seats.add(row.id, seatId(i), `Persona ${i + 1}`);
  const room = streams.gathering(row);
  await ground((asked, actor) => room.submit({ id: nanoid(14), ...asked }, actor), row.id, people, topics);
  return row;
}
