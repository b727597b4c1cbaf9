/**
 * After an older copy was restored: a seat it does not have may be taken again by its cookie alone; erased data stays
 * erased.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, PROTOCOL, type Refused, type Welcome } from '@/protocol/wire';
import { backUp, restore } from '@/server/upkeep/backup';
import { readErasures } from '@/server/upkeep/erasure-journal';
import { join_, newFolder, openSpace, type TestHouse, testHouse } from './house';

const folders: string[] = [];
const folder = () => {
  const made = newFolder();
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

async function line(house: TestHouse, cookie: string, more: Record<string, unknown> = {}) {
  const socket = io(house.url, {
    path: '/filo',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
  });
  const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'phone', since: null, people: 0, ...more };
  const welcome = (await socket.emitWithAck('hello', hello)) as Welcome | Refused;
  const ask = (command: unknown, again?: true): Promise<Answer> =>
    socket.emitWithAck('command', { code: 'PROVA', command, ...(again ? { again } : {}) });
  return { welcome, ask, close: () => socket.disconnect() };
}

/** A server whose copy was made before `meanwhile`, and restored after it. */
async function putBack(meanwhile: (house: TestHouse) => Promise<void>): Promise<TestHouse> {
  const data = folder();
  const copy = join(folder(), 'copy.sqlite');
  const before = await testHouse(data);
  await openSpace(before);
  backUp(data, copy);
  await meanwhile(before);
  await before.close();
  restore(data, copy, Date.UTC(2014, 4, 17));
  return testHouse(data);
}

describe('[S50] an older copy', () => {
  it('welcomes a seat it has never heard of as one that may come back, and gives it back at the door', async () => {
    let anna = { cookie: '', seat: '', recovery: '' };
    const house = await putBack(async (before) => {
      anna = await join_(before.url, 'PROVA', 'Anna');
    });
    const guest = await line(house, anna.cookie);
    expect(guest.welcome).toMatchObject({ ok: true, returning: anna.seat, you: { id: '' } });
    expect(await guest.ask({ id: 'cmd-0001', type: 'moveTo', ask: { to: null } })).toMatchObject({
      refused: 'no_seat',
    });
    const again = await fetch(`${house.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', cookie: anna.cookie },
      body: JSON.stringify({ code: 'PROVA', label: 'Anna', sector: null }),
    });
    expect(await again.json()).toMatchObject({ ok: true, seat: anna.seat, recovery: anna.recovery });
    const back = await line(house, anna.cookie);
    expect(back.welcome).toMatchObject({ you: { id: anna.seat, label: 'Anna' } });
    expect(back.welcome).not.toHaveProperty('returning');
    // Nobody else can take that seat: not without the cookie.
    const other = await join_(house.url, 'PROVA', 'Anna');
    expect(other.seat).not.toBe(anna.seat);
    for (const l of [guest, back]) l.close();
    await house.close();
  });

  it('does not give back the seat of who asked to be erased', async () => {
    let cookie = '';
    let seat = '';
    const house = await putBack(async (before) => {
      ({ cookie, seat } = await join_(before.url, 'PROVA', 'Anna'));
      const row = before.streams.index.find('PROVA');
      if (!row) throw new Error('no gathering');
      await before.erasure.erase(row, seat, { id: seat, role: 'participant', seat });
    });
    const { welcome, close } = await line(house, cookie);
    expect(welcome).toMatchObject({ ok: true, you: { id: '' } });
    expect(welcome).not.toHaveProperty('returning');
    const again = await fetch(`${house.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
      body: JSON.stringify({ code: 'PROVA', label: 'Anna', sector: null }),
    });
    expect((await again.json()).seat).not.toBe(seat);
    close();
    await house.close();
  });

  it('does not take again a text that was cleared since', async () => {
    const data = folder();
    const copy = join(folder(), 'copy.sqlite');
    const before = await testHouse(data);
    const row = await openSpace(before);
    const { cookie, seat } = await join_(before.url, 'PROVA', 'Anna');
    backUp(data, copy);
    const told = { id: 'cmd-topic-1', type: 'proposeTopic', ask: { topic: 'topic-0001', title: 'un nome' } };
    const kept = { id: 'cmd-topic-2', type: 'proposeTopic', ask: { topic: 'topic-0002', title: 'altro' } };
    const anna = await line(before, cookie);
    for (const command of [told, kept]) expect(await anna.ask(command)).toMatchObject({ ok: true });
    const owner = { id: 'account-1', role: 'owner' as const, seat: null };
    const room = before.streams.gathering(row);
    const flag = { id: 'cmd-flag-1', type: 'flagText', ask: { what: 'topic', id: 'topic-0001' } };
    await room.submit(flag, { id: seat, role: 'participant', seat });
    expect(await before.erasure.clear(row, { what: 'topic', id: 'topic-0001' }, 'nome', owner)).toMatchObject(
      {
        ok: true,
      },
    );
    anna.close();
    await before.close();
    restore(data, copy, Date.UTC(2014, 4, 17));
    expect(readErasures(data)).toHaveLength(1);
    const house = await testHouse(data);
    const back = await line(house, cookie, { answered: [told.id, kept.id, 'cmd-other-1'] });
    expect(back.welcome).toMatchObject({ missing: [told.id, kept.id, 'cmd-other-1'] });
    expect(await back.ask(told, true)).toMatchObject({ refused: 'hidden_text' });
    expect(await back.ask(kept, true)).toMatchObject({ ok: true });
    back.close();
    await house.close();
  });

  it('tells a device that holds another log so, whatever its length, and no other', async () => {
    const data = folder();
    const house = await testHouse(data);
    await openSpace(house);
    const { cookie } = await join_(house.url, 'PROVA', 'Anna');
    const first = await line(house, cookie);
    if (!first.welcome.ok || !first.welcome.state) throw new Error('no state');
    const { seq, chain } = first.welcome.state as { seq: number; chain: number };
    const same = await line(house, cookie, { since: seq, chain });
    expect(same.welcome).toMatchObject({ ok: true, facts: [] });
    expect(same.welcome).not.toHaveProperty('parted');
    for (const held of [
      { since: seq, chain: chain + 1 },
      { since: seq + 5, chain },
      { since: 1, chain },
    ])
      expect((await line(house, cookie, held)).welcome, JSON.stringify(held)).toMatchObject({
        parted: true,
        state: first.welcome.state,
      });
    await house.close();
  });
});
