import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Welcome } from '@/protocol/wire';
import { PROTOCOL } from '@/protocol/wire';
import { snapshotKey } from '@/protocol/snapshot-address';
import { io } from 'socket.io-client';
import { device, join_, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await house.close();
  house.remove();
});

/** A snapshot is given again for two seconds: here for as long as the test takes. */
const stopClock = () => vi.spyOn(performance, 'now').mockReturnValue(performance.now());

/** Says hello once as a device with nothing stored. */
async function hello(cookie: string, more: object): Promise<Welcome> {
  const socket = io(house.url, {
    path: '/filo',
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
  });
  await new Promise<void>((up) => socket.once('connect', up));
  const said = { protocol: PROTOCOL, code: 'PROVA', surface: 'phone', since: null, ...more };
  const welcome = (await socket.emitWithAck('hello', said)) as Welcome;
  socket.disconnect();
  return welcome;
}

const fetched = async (welcome: Welcome, encoding = 'br') => {
  const answer = await fetch(`${house.url}${welcome.snapshot?.url}`, {
    headers: { 'accept-encoding': encoding },
  });
  return { answer, text: await answer.text() };
};

describe('late join', () => {
  it('[E13] the state comes compressed by HTTP, the same bytes for two phones, and by the socket when not asked', async () => {
    stopClock();
    const row = await openSpace(house);
    const [anna, bruno] = [await join_(house.url, 'PROVA', 'Anna'), await join_(house.url, 'PROVA', 'Bruno')];
    const [one, two] = [
      await hello(anna.cookie, { fetches: true }),
      await hello(bruno.cookie, { fetches: true }),
    ];
    expect(one.state).toBeUndefined();
    expect(one.snapshot?.url).toBe(two.snapshot?.url);
    const { answer, text } = await fetched(one);
    expect(answer.headers.get('content-encoding')).toBe('br');
    const { state, labels } = JSON.parse(text) as { state: unknown; labels: object };
    expect(state).toEqual(JSON.parse(house.streams.gathering(row).snapshot('public').text));
    expect((await fetched(one, 'gzip')).text).toBe(text);
    const plain = await hello(anna.cookie, {});
    expect(plain.snapshot).toBeUndefined();
    expect(plain.state).toEqual(state);
    expect(plain.people.labels).toEqual({ ...labels, ...one.people.labels });
  });

  it('[E13] the state is written once for those who come together, and not for those who are given a recent one', async () => {
    stopClock();
    const row = await openSpace(house);
    const room = house.streams.gathering(row);
    const anna = await join_(house.url, 'PROVA', 'Anna');
    const twice = room.prepareSnapshot('public');
    expect(room.prepareSnapshot('public')).toBe(twice);
    await twice;
    const prepared = vi.spyOn(room, 'prepareSnapshot');
    const first = await hello(anna.cookie, { fetches: true });
    expect(prepared).toHaveBeenCalledTimes(1);
    await join_(house.url, 'PROVA', 'Bruno');
    const second = await hello(anna.cookie, { fetches: true });
    expect(prepared).toHaveBeenCalledTimes(1);
    expect(second.snapshot?.url).toBe(first.snapshot?.url);
    expect(second.snapshot?.after).toHaveLength(1);
  });

  it('a key nobody was given finds nothing, whatever name it has', async () => {
    await openSpace(house);
    for (const key of ['unknown', '__proto__', 'constructor', 'toString']) {
      const answer = await fetch(`${house.url}/api/snapshots/${key}`);
      expect(answer.status).toBe(410);
    }
  });

  it('[I6] facts since the snapshot are applied once: who moved meanwhile is counted once', async () => {
    const row = await openSpace(house);
    const anna = await join_(house.url, 'PROVA', 'Anna');
    const first = device(house.url, 'PROVA', anna.cookie);
    await until('the first phone is live', () => first.snapshot().link === 'live');
    first.ask('proposeTopic', { topic: 'topic-late-1', title: 'Chi arriva tardi?' });
    // The snapshot that the second phone is given is made now, before the move.
    await until('the topic is seen', () => first.delivery('topic-late-1') === 'seen');
    await hello(anna.cookie, { fetches: true });
    first.ask('moveTo', { to: 'roaming' });
    await until('the move is seen', () => first.snapshot().outbox.length === 0);
    const second = device(house.url, 'PROVA', anna.cookie);
    const seq = house.streams.gathering(row).seq;
    await until('the second phone has it all', () => second.snapshot().confirmed.seq === seq);
    expect(second.snapshot().confirmed).toEqual(first.snapshot().confirmed);
    first.close();
    second.close();
  });

  it('[E13] the state that a page has named serves the hello, with the facts since, unless the seat has written since', async () => {
    const row = await openSpace(house);
    const [anna, bruno] = [await join_(house.url, 'PROVA', 'Anna'), await join_(house.url, 'PROVA', 'Bruno')];
    const snapshot = snapshotKey((await hello(anna.cookie, { fetches: true })).snapshot?.url ?? '');
    // Three seconds later a newer one would be made.
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 3000);
    const phone = device(house.url, 'PROVA', bruno.cookie);
    await until('the phone is live', () => phone.snapshot().link === 'live');
    phone.ask('proposeTopic', { topic: 'topic-late-3', title: 'Un tema' });
    await until('the topic is seen', () => phone.delivery('topic-late-3') === 'seen');
    const said = { fetches: true, snapshot };
    const given = await hello(anna.cookie, said);
    expect(snapshotKey(given.snapshot?.url ?? '')).toBe(snapshot);
    expect(given.snapshot?.after.map((f) => f.type)).toEqual(['topicProposed']);
    expect(given.seq).toBe(house.streams.gathering(row).seq - 1);
    const renewed = (welcome: Welcome) => snapshotKey(welcome.snapshot?.url ?? '') !== snapshot;
    expect(renewed(await hello(anna.cookie, { fetches: true }))).toBe(true);
    expect(renewed(await hello(anna.cookie, { fetches: true, snapshot: 'unknown' }))).toBe(true);
    // The author of a mark is told to nobody else, so an own fact is known by its text.
    phone.ask('markInterest', { topic: 'topic-late-3', on: true });
    await until('the mark is seen', () => phone.snapshot().outbox.length === 0);
    expect(renewed(await hello(bruno.cookie, said))).toBe(true);
    expect(renewed(await hello(anna.cookie, said))).toBe(false);
    phone.ask('withdrawTopic', { topic: 'topic-late-3' });
    await until('it is withdrawn', () => phone.snapshot().outbox.length === 0);
    expect(renewed(await hello(anna.cookie, said))).toBe(true);
    phone.close();
  });

  it('[E23] a text withheld a moment ago is in no snapshot that is given afterwards', async () => {
    await openSpace(house);
    const anna = await join_(house.url, 'PROVA', 'Anna');
    const phone = device(house.url, 'PROVA', anna.cookie);
    await until('the phone is live', () => phone.snapshot().link === 'live');
    phone.ask('proposeTopic', { topic: 'topic-late-2', title: 'Un tema' });
    const words = 'Giulia, di otto anni, vive qui accanto';
    phone.ask('writeNote', { note: 'note-late-2', topic: 'topic-late-2', kind: 'altro', text: words });
    await until('the note is seen', () => phone.delivery('note-late-2') === 'seen');
    const older = await hello(anna.cookie, { fetches: true });
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 3000);
    const before = await hello(anna.cookie, { fetches: true });
    expect(before.snapshot?.url).not.toBe(older.snapshot?.url);
    expect(JSON.stringify([before.snapshot?.after, (await fetched(before)).text])).toContain(words);
    expect(phone.ask('flagText', { what: 'note', id: 'note-late-2' })).toEqual(expect.any(String));
    await until('the flag is seen', () => phone.snapshot().outbox.length === 0);
    for (const given of [older, before]) expect((await fetched(given)).answer.status).toBe(410);
    const after = await hello(anna.cookie, { fetches: true });
    expect(JSON.stringify([after.snapshot?.after, (await fetched(after)).text])).not.toContain(words);
    phone.close();
  });
});
