/** Several gatherings, several devices, and somebody who leaves: no data crosses over. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Replica } from '@/client/replica/replica';
import type { Gathering } from '@/domain/gathering/state';
import { device, join_, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse | null = null;
const devices: Replica<Gathering>[] = [];
afterEach(async () => {
  for (const d of devices.splice(0)) d.close();
  await house?.close();
  house?.remove();
  house = null;
});
const open = async (...args: Parameters<typeof device>) => {
  const d = device(...args);
  devices.push(d);
  await until('in', () => d.snapshot().link === 'live');
  return d;
};
const post = (url: string, path: string, body: object, cookie = '') =>
  fetch(`${url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
    body: JSON.stringify(body),
  });

describe('several at once', () => {
  it('[E30] two gatherings in one house: numbers, seats and rights of one are nothing in the other', async () => {
    house = await testHouse();
    const [one, two] = [await openSpace(house, 'PRIMA'), await openSpace(house, 'SECONDA')];
    const [a, b] = [await join_(house.url, 'PRIMA', 'Anna'), await join_(house.url, 'SECONDA', 'Bruno')];
    const anna = await open(house.url, 'PRIMA', a.cookie);
    const bruno = await open(house.url, 'SECONDA', b.cookie);
    anna.ask('proposeTopic', { topic: 'topic-same', title: 'nella prima' });
    bruno.ask('proposeTopic', { topic: 'topic-same', title: 'nella seconda' });
    await until('both are told', () => [anna, bruno].every((p) => p.delivery('topic-same') === 'seen'));
    const [first, second] = [one, two].map((row) => house?.streams.gathering(row).whole());
    expect(first?.topics['topic-same']).toMatchObject({ n: 1, title: 'nella prima', convener: a.seat });
    expect(second?.topics['topic-same']).toMatchObject({ n: 1, title: 'nella seconda', convener: b.seat });
    expect(Object.keys(bruno.snapshot().people)).toEqual([b.seat]);
    const stranger = await open(house.url, 'SECONDA', a.cookie);
    expect(stranger.ask('markInterest', { topic: 'topic-same', on: true })).toEqual({ refused: 'no_seat' });
  });

  it('[E31] the facilitator’s laptop closes: the day is held from another device, the wall goes on', async () => {
    house = await testHouse();
    await openSpace(house);
    const token = house.accounts.invite('setup', 'owner', null, 24);
    const entered = await post(house.url, '/api/enter', {
      token,
      name: 'Facilitatrice',
      passphrase: 'un cerchio di sedie',
    });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const laptop = await open(house.url, 'PROVA', cookie, 'desk');
    const wall = await open(house.url, 'PROVA', null, 'wall');
    laptop.ask('changePhase', { phase: 'market' });
    await until('the wall has it', () => wall.snapshot().view.phase === 'market');
    laptop.close();
    const phone = await open(house.url, 'PROVA', cookie, 'desk');
    expect(phone.snapshot().view.phase).toBe('market');
    phone.ask('changePhase', { phase: 'sessions' });
    await until('the wall has it', () => wall.snapshot().view.phase === 'sessions');
    // The wall stores nothing of its own: a second one, opened now, shows the same.
    const another = await open(house.url, 'PROVA', null, 'wall');
    expect(another.snapshot().confirmed).toEqual(wall.snapshot().confirmed);
    expect(wall.ask('changePhase', { phase: 'closing' })).toEqual({ refused: 'no_seat' });
  });

  it('[E35] who withdraws her consent: the label goes everywhere, what she gave stays, the log says so', async () => {
    house = await testHouse();
    const row = await openSpace(house);
    const a = await join_(house.url, 'PROVA', 'Signora Riconoscibile');
    const anna = await open(house.url, 'PROVA', a.cookie);
    const wall = await open(house.url, 'PROVA', null, 'wall');
    anna.ask('proposeTopic', { topic: 'topic-one', title: 'Chi cura chi cura?' });
    await until('the wall knows who', () => wall.snapshot().people[a.seat] === 'Signora Riconoscibile');
    const kept = () => house?.store.$client.serialize().toString('utf8');
    expect(kept()).toContain('Signora Riconoscibile');
    expect((await post(house.url, '/api/erase-me', { code: 'PROVA' }, a.cookie)).status).toBe(200);
    await until('the wall has forgotten', () => wall.snapshot().people[a.seat] === null);
    expect(house.streams.gathering(row).whole().topics['topic-one']?.title).toBe('Chi cura chi cura?');
    expect([...house.streams.log.since(row.id, 0)].at(-1)).toMatchObject({
      type: 'seatErased',
      data: { seat: a.seat },
    });
    const back = await post(house.url, '/api/recover', { code: 'PROVA', recovery: a.recovery });
    expect(await back.json()).toMatchObject({ ok: false, refused: 'wrong_recovery_code' });
    expect(kept()).not.toContain('Signora Riconoscibile');
  });
});
