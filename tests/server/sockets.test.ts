import { afterEach, describe, expect, it } from 'vitest';
import type { Replica } from '@/client/replica/replica';
import type { Gathering } from '@/domain/gathering/state';
import { memoryStorage } from '@/client/storage/device-storage';
import { PROTOCOL } from '@/protocol/version';
import { Line } from '../hall/line';
import { device, join_, newFolder, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse | null = null;
const devices: Replica<Gathering>[] = [];
afterEach(async () => {
  for (const d of devices.splice(0)) d.close();
  await house?.close();
  house?.remove();
  house = null;
});
const open = (...args: Parameters<typeof device>) => {
  const d = device(...args);
  devices.push(d);
  return d;
};

describe('two real sockets', () => {
  it('says how it stands at /healthz', async () => {
    house = await testHouse();
    await openSpace(house);
    expect(await (await fetch(`${house.url}/healthz`)).json()).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      gatherings: 1,
      live: 1,
      damaged: 0,
      turns: { p99: expect.any(Number), max: expect.any(Number) },
    });
  });

  it('what one phone proposes, another sees; both hold the same state as the room', async () => {
    house = await testHouse();
    const row = await openSpace(house);
    const a = await join_(house.url, 'PROVA', 'Assistente sociale');
    const anna = open(house.url, 'PROVA', a.cookie);
    const wall = open(house.url, 'PROVA', null, 'wall');
    await until('both are in', () => anna.snapshot().link === 'live' && wall.snapshot().link === 'live');
    expect(anna.ask('proposeTopic', { topic: 'topic-one', title: 'Chi cura chi cura?' })).toEqual(
      expect.any(String),
    );
    expect(anna.snapshot().view.topics['topic-one']?.title).toBe('Chi cura chi cura?');
    expect(anna.delivery('topic-one')).toBe('saved');
    await until('the wall has it', () => 'topic-one' in wall.snapshot().confirmed.topics);
    await until('her outbox is empty', () => anna.snapshot().outbox.length === 0);
    expect(anna.delivery('topic-one')).toBe('seen');
    expect(wall.snapshot().confirmed).toEqual(
      JSON.parse(house.streams.gathering(row).snapshot('public').text),
    );
    expect(wall.snapshot().people[a.seat]).toBe('Assistente sociale');
  });

  it('who is called what travels once: with her first fact, and to who comes later, at the door', async () => {
    house = await testHouse();
    await openSpace(house);
    const { cookie, seat } = await join_(house.url, 'PROVA', 'Assistente sociale');
    const line = await Line.open(house.url, '/filo', cookie);
    let frames = '';
    line.heard = (payload) => {
      frames += payload.toString('utf8');
    };
    const say = (event: 'hello' | 'command', message: unknown) =>
      new Promise<string>((done) => line.ask(event, message, done));
    const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'phone', since: null, people: 0 };
    await say('hello', hello);
    for (const n of [1, 2, 3]) {
      const command = {
        id: `command-${n}`,
        type: 'proposeTopic',
        ask: { topic: `topic-${n}`, title: 'Chi?' },
      };
      await say('command', { code: 'PROVA', command });
      await until('it is told', () => frames.includes(`"cmd":"command-${n}"`));
    }
    expect(frames.split('Assistente sociale')).toHaveLength(2);
    line.close();
    const late = open(house.url, 'PROVA', (await join_(house.url, 'PROVA', 'Educatore')).cookie);
    await until('she is in', () => late.snapshot().link === 'live');
    expect(late.snapshot().people[seat]).toBe('Assistente sociale');
  });

  it('[E15] a recovery code moves the same seat to another phone', async () => {
    house = await testHouse();
    await openSpace(house);
    const a = await join_(house.url, 'PROVA', 'Educatrice');
    const response = await fetch(`${house.url}/api/recover`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ code: 'prova', recovery: a.recovery.toLowerCase() }),
    });
    expect(await response.json()).toMatchObject({ ok: true, seat: a.seat });
  });

  it('[E18] the server stops and starts again: what was written meanwhile arrives, once', async () => {
    const folder = newFolder();
    house = await testHouse(folder);
    const row = await openSpace(house);
    const port = Number(new URL(house.url).port);
    const a = await join_(house.url, 'PROVA', 'Volontario');
    const keep = memoryStorage();
    const phone = open(house.url, 'PROVA', a.cookie, 'phone', keep);
    await until('in', () => phone.snapshot().link === 'live');
    phone.ask('proposeTopic', { topic: 'topic-one', title: 'prima' });
    await until('answered', () => phone.snapshot().outbox.length === 0);
    await house.close();
    await until('it is noticed', () => phone.snapshot().link === 'offline');
    phone.ask('proposeTopic', { topic: 'topic-two', title: 'durante' });
    expect(phone.snapshot().view.topicOrder).toEqual(['topic-one', 'topic-two']);
    expect(phone.delivery('topic-two')).toBe('saved');
    house = await testHouse(folder, port);
    await until('the outbox is empty again', () => phone.snapshot().outbox.length === 0);
    const facts = [...house.streams.log.since(row.id, 0)];
    expect(facts.filter((f) => f.type === 'topicProposed')).toHaveLength(2);
    expect(phone.snapshot().confirmed.seq).toBe(facts.length);
  });

  it('a device without a seat is refused in a typed way, and stays', async () => {
    house = await testHouse();
    await openSpace(house);
    const guest = open(house.url, 'PROVA', null);
    await until('in', () => guest.snapshot().link === 'live');
    expect(guest.ask('proposeTopic', { topic: 'topic-one', title: 'x' })).toEqual({ refused: 'no_seat' });
    const lost = open(house.url, 'NIENTE', null);
    await until('told', () => lost.snapshot().shut !== null);
    expect(lost.snapshot().shut).toEqual({ refused: 'unknown_code' });
  });
});
