/** Two worlds that differ only in the author of something secret: their people, signed acts and secret acts. */
import type { Actor } from '@/domain/deed';
import { person } from '../domain/given';
import { opening, owner } from '../harm/terms';
import type { TestHouse } from './house';

export type Command = [type: string, ask: Record<string, unknown>];

const words = { kind: 'altro', text: 'altre parole' };
export const isSecret: Partial<Record<string, Record<string, unknown>[]>> = {
  placeDots: [0, 1, 5].map((dots) => ({ topic: 'topic-first', dots })),
  moveTo: ['session-1st', 'roaming', null].map((to) => ({ to })),
  markInterest: [true, false].map((on) => ({ topic: 'topic-first', on })),
  writeNote: [true, false].map((anonymous) => ({
    note: 'note-another',
    topic: 'topic-first',
    session: 'session-1st',
    anonymous,
    ...words,
  })),
  reviseNote: [{ note: 'note-secret', ...words }],
  withdrawNote: [{ note: 'note-secret' }],
  restoreNote: [{ note: 'note-secret' }],
  takeNotes: [{ session: 'session-1st' }],
  flagText: [{ what: 'note', id: 'note-secret' }],
  startSession: [{ session: 'session-1st' }],
  endSession: [{ session: 'session-1st' }],
  sayWord: [{ word: 'word-00001', text: 'grazie' }],
  beginReport: [{ topic: 'topic-first' }],
};

export const [ANNA, BRUNO, CARLA] = ['seat-anna-01', 'seat-bruno-1', 'seat-carla-1'] as const;
export const ROLES = ['helper', 'facilitator', 'planner', 'owner'] as const;
export const GATHERING = 'stream-000001';

/** Asks in turn, a second of the world's clock apart; a refusal is an error. */
export type Submit = (actor: Actor, type: string, ask: unknown) => Promise<void>;

/** `house` is called each time, because a world may be started again. `stream` is the gathering, or the path of that id. */
export function submitter(house: () => TestHouse, wait: () => void, stream = GATHERING): Submit {
  let n = 0;
  return async (actor, type, ask) => {
    wait();
    n += 1;
    const { streams } = house();
    const row = streams.index.byId(stream);
    if (!row) throw new Error(`no ${stream}`);
    const room = row.kind === 'path' ? streams.path(row) : streams.gathering(row);
    const answer = await room.submit({ id: `${row.kind}-${String(n).padStart(6, '0')}`, type, ask }, actor);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
  };
}

/** Three people with a topic and a signed note each, two circles, a vote and a closing word: everything in it is by name. */
export async function peopled(
  house: TestHouse,
  submit: Submit,
  { path = null, days }: { path?: string | null; days?: string[] } = {},
): Promise<void> {
  const row = house.streams.index.file({
    id: GATHERING,
    kind: 'gathering',
    code: 'PROVA',
    path,
    demo: false,
  });
  const ask = opening(row.id);
  await submit(owner, 'openGathering', {
    ...ask,
    path,
    ...(days ? { days, slots: ask.slots.map((s) => ({ ...s, day: days[0] })) } : {}),
  });
  for (const [seat, sector] of [
    [ANNA, 'volontariato'],
    [BRUNO, 'istituzioni'],
    [CARLA, 'volontariato'],
  ] as const) {
    house.streams.seats.add(row.id, seat, `persona ${seat}`, 'ABCDEFGH');
    await submit(person(seat), 'takeSeat', { seat, sector });
    const number = [ANNA, BRUNO, CARLA].indexOf(seat) + 1;
    await submit(person(seat), 'proposeTopic', { topic: `topic-000${number}`, title: `tema di ${seat}` });
    const own = { topic: `topic-000${number}`, kind: 'bisogno', text: `nota firmata da ${seat}` };
    await submit(person(seat), 'writeNote', { note: `note-${seat.slice(5, 10)}-1`, ...own });
  }
  await submit(person(CARLA), 'placeTopic', {
    session: 'session-03',
    topic: 'topic-0003',
    slot: 'slot-0001',
    space: 'space-001',
  });
  await submit(person(ANNA), 'placeTopic', {
    session: 'session-01',
    topic: 'topic-0001',
    slot: 'slot-0001',
    space: 'space-000',
  });
  await submit(owner, 'openVoting', { quota: 5 });
  await submit(owner, 'setClosingWord', { on: true });
}

/** Facts whose author nobody may know; `before` is done by the same person, in secret too. */
const note = { topic: 'topic-0001', session: 'session-01', kind: 'bisogno', anonymous: true } as const;
const written: Command = ['writeNote', { ...note, note: 'note-secret', text: 'parole segrete' }];
export const SECRETS: Record<string, Command[]> = {
  'a ballot': [['placeDots', { topic: 'topic-0001', dots: 3 }]],
  'a ballot, changed': [
    ['placeDots', { topic: 'topic-0001', dots: 3 }],
    ['placeDots', { topic: 'topic-0001', dots: 1 }],
    ['placeDots', { topic: 'topic-0002', dots: 2 }],
  ],
  'a movement': [['moveTo', { to: 'session-01' }]],
  'movements to and fro': [
    ['moveTo', { to: 'session-01' }],
    ['moveTo', { to: 'roaming' }],
    ['moveTo', { to: 'session-01' }],
    ['moveTo', { to: null }],
  ],
  'an interest': [['markInterest', { topic: 'topic-0002', on: true }]],
  'an anonymous note': [written],
  'an anonymous note, reworded': [
    written,
    ['reviseNote', { note: 'note-secret', kind: 'altro', text: 'altre parole' }],
  ],
  'an anonymous note, withdrawn and brought back': [
    written,
    ['withdrawNote', { note: 'note-secret' }],
    ['restoreNote', { note: 'note-secret' }],
  ],
  'a closing word': [['sayWord', { word: 'word-0001', text: 'grazie' }]],
  'a flag': [['flagText', { what: 'note', id: 'note-carla-1' }]],
};
