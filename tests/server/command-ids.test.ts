/** A command's id is public once its fact is, and anybody may send any id: it gives nobody another's answer, and no trouble. */
import { io } from 'socket.io-client';
import { afterEach, expect, it } from 'vitest';
import { type Answer, PROTOCOL } from '@/protocol/wire';
import { join_, openSpace, type TestHouse, testHouse } from './house';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});

async function hall() {
  const made = await testHouse();
  house = made;
  const row = await openSpace(made);
  const phone = async (label: string) => {
    const { cookie, seat } = await join_(made.url, 'PROVA', label);
    const line = io(made.url, {
      path: '/filo',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie },
    });
    const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'phone', since: null };
    await line.timeout(20_000).emitWithAck('hello', hello);
    const ask = async (command: Record<string, unknown>) =>
      (await line.timeout(20_000).emitWithAck('command', { code: 'PROVA', command })) as Answer;
    const note = (id: unknown, name: string, text: string) =>
      ask({ id, type: 'writeNote', ask: { note: name, topic: 'topic-0001', kind: 'altro', text } });
    return { line, seat, ask, note };
  };
  const [anna, bruno] = [await phone('Anna'), await phone('Bruno')];
  await anna.ask({
    id: 'command-topic',
    type: 'proposeTopic',
    ask: { topic: 'topic-0001', title: 'Chi cura?' },
  });
  const close = () => {
    for (const { line } of [anna, bruno]) line.disconnect();
  };
  return { row, room: made.streams.gathering(row), anna, bruno, close };
}

it('[I9] another’s id makes another command: each is answered for their own words, and both are kept', async () => {
  const { room, anna, bruno, close } = await hall();
  const [hers, his] = await Promise.all([
    anna.note('command-same', 'note-of-anna', 'parole sue'),
    bruno.note('command-same', 'note-of-bruno', 'parole di lui'),
  ]);
  expect([hers.ok, his.ok]).toEqual([true, true]);
  expect(hers).not.toEqual(his);
  // Asked again by each, and by each for the other's words: the answer is always their own.
  expect(await anna.note('command-same', 'note-of-bruno', 'parole di lui')).toEqual(hers);
  expect(await bruno.note('command-same', 'note-of-anna', 'parole sue')).toEqual(his);
  const { notes } = room.whole();
  expect([notes['note-of-anna']?.text, notes['note-of-bruno']?.text]).toEqual([
    'parole sue',
    'parole di lui',
  ]);
  expect(Object.keys(notes)).toHaveLength(2);
  close();
});

it('[I9] an id that no device makes is refused, leaves nothing in the log, and the line goes on', async () => {
  const { room, anna, close } = await hall();
  const before = room.seq;
  const odd = [
    'x'.repeat(10_000),
    'x'.repeat(41),
    'short',
    '',
    'command 0001',
    'command\u0000001',
    'command-é-01',
    'commande\u0301-1',
    'comm\u0430nd-01',
    '\u202Ecommand-1',
    'command-\uD800',
    'command-\u200B1',
    '１２３４５６７',
    "'; DROP TABLE facts; --",
    '__proto__',
    'constructor',
    'hasOwnProperty',
    null,
    7,
    {},
    ['command-0001'],
  ];
  for (const [n, id] of odd.entries())
    expect(await anna.note(id, `note-odd-${n}`, 'parole'), JSON.stringify(id)?.slice(0, 40)).toMatchObject({
      ok: false,
      refused: 'malformed',
    });
  expect(room.seq).toBe(before);
  const base = JSON.parse('{"__proto__":1,"constructor":1,"text":1}') as object;
  const revised = { note: 'note-of-anna', kind: 'altro', text: 'altre' };
  await anna.note('command-0001', 'note-of-anna', 'parole');
  await anna.ask({ id: 'command-0002', type: 'reviseNote', ask: revised, base });
  expect([({} as { text?: unknown }).text, Object.prototype]).toEqual([undefined, Object.prototype]);
  expect(await anna.note('command-0003', 'note-fine', 'parole')).toMatchObject({ ok: true });
  close();
});
