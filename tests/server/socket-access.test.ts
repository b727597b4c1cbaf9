/** Access by socket: who may connect, and who is sent back to the entrance. */
import { afterEach, describe, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { gathering } from '@/domain/gathering/catalogue';
import { PROTOCOL, type Surface } from '@/protocol/wire';
import { join_, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse | null = null;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const s of sockets.splice(0)) s.disconnect();
  await house?.close();
  house?.remove();
  house = null;
});

type Any = { ok: boolean; refused?: string; you?: { seat: string | null } };
async function line(
  url: string,
  cookie: string | null,
  headers: Record<string, string> = {},
  reconnection = false,
) {
  const socket = io(url, {
    path: '/filo',
    transports: ['websocket'],
    forceNew: true,
    reconnection,
    reconnectionDelay: 10,
    extraHeaders: { ...(cookie ? { cookie } : {}), ...headers },
  });
  sockets.push(socket);
  await new Promise<void>((up, down) => {
    socket.once('connect', up);
    socket.once('connect_error', down);
  });
  const say = (event: string, what: unknown): Promise<Any> => socket.timeout(30_000).emitWithAck(event, what);
  return {
    socket,
    say,
    hello: (surface: Surface = 'phone') =>
      say('hello', { protocol: PROTOCOL, code: 'PROVA', surface, since: null, people: 0 }),
    command: (type: string, ask: unknown, id = `cmd-${Math.random().toString(36).slice(2, 12)}`) =>
      say('command', { code: 'PROVA', command: { id, type, ask } }),
  };
}

/** An account, and the cookie of a device signed in to it. */
async function account(h: TestHouse, role: 'owner' | 'planner' | 'helper') {
  const token = h.accounts.invite('invite', role, null, 1);
  const entered = await fetch(`${h.url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ token, name: `Una ${role}`, passphrase: 'una frase lunga assai' }),
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const id = h.accounts.list().find((a) => a.name === `Una ${role}`)?.id ?? '';
  return { id, cookie };
}

describe('at the socket', () => {
  it('a stranger may do none of the deeds, on any surface', async () => {
    house = await testHouse();
    const row = await openSpace(house);
    const before = house.streams.gathering(row).seq;
    const deeds = Object.keys(gathering.deeds);
    const told = new Set<string>();
    // Rate limit of a connection in ten seconds; a stranger needs several.
    for (let i = 0; i < deeds.length; i += 40) {
      const stranger = await line(house.url, null);
      expect((await stranger.hello(i === 0 ? 'wall' : 'phone')).you?.seat).toBeNull();
      for (const deed of deeds.slice(i, i + 40))
        told.add((await stranger.command(deed, {})).refused ?? 'done');
    }
    expect([...told]).toEqual(['no_seat']);
    for (const surface of ['desk', 'kiosk'] as const)
      expect(await (await line(house.url, null)).hello(surface)).toMatchObject({ refused: 'not_signed_in' });
    expect(house.streams.gathering(row).seq).toBe(before);
  });

  it('what the doors alone do no message can, whoever sends it', async () => {
    house = await testHouse();
    await openSpace(house);
    const { cookie } = await account(house, 'owner');
    const desk = await line(house.url, cookie);
    await desk.hello('desk');
    for (const deed of Object.keys(gathering.deeds).filter((d) => gathering.byRouteOnly(d)))
      expect(await desk.command(deed, {}), deed).toMatchObject({ refused: 'not_allowed' });
  });

  it('whoever has not said hello, has left, or whose seat is empty by now writes nothing', async () => {
    house = await testHouse();
    const row = await openSpace(house);
    const anna = await join_(house.url, 'PROVA', 'Anna');
    const phone = await line(house.url, anna.cookie);
    const propose = (topic: string) =>
      phone.command('proposeTopic', { topic, title: 'Cura' }, `cmd-${topic}`);
    expect(await propose('topic-0001')).toEqual({ ok: false, refused: 'not_caught_up' });
    await phone.hello();
    expect(await propose('topic-0001')).toMatchObject({ ok: true });
    phone.socket.emit('leave', 7);
    phone.socket.emit('leave', 'prova');
    expect(await propose('topic-0002')).toEqual({ ok: false, refused: 'not_caught_up' });
    await phone.hello();
    const before = house.streams.gathering(row).seq;
    // The row alone, as when the erasure has not reached this connection yet.
    house.streams.seats.erase(row.id, anna.seat);
    expect(await propose('topic-0003')).toEqual({ ok: false, refused: 'erased_seat' });
    expect(house.streams.gathering(row).seq).toBe(before);
  });

  it('a page of another origin is turned away, a cookie of another house is nobody', async () => {
    house = await testHouse();
    await openSpace(house);
    const { url } = house;
    for (const origin of ['http://example.org', 'null', 'not an origin', `${url}.example.org`])
      await expect(line(url, null, { origin })).rejects.toThrow();
    await line(url, null, { origin: url });
    const forged = await line(url, `cerchi=Fe26.2*1*${'a'.repeat(200)}`);
    expect((await forged.hello()).you?.seat).toBeNull();
  });

  it('[E35] who was erased is cut on every device at once, and her old cookie is nobody', async () => {
    house = await testHouse();
    await openSpace(house);
    const anna = await join_(house.url, 'PROVA', 'Anna');
    const [one, two] = [await line(house.url, anna.cookie), await line(house.url, anna.cookie)];
    await one.hello();
    await two.hello();
    let again = '';
    two.socket.on('again', (a: { why: string }) => {
      again = a.why;
    });
    const erased = await fetch(`${house.url}/api/erase-me`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', cookie: anna.cookie },
      body: JSON.stringify({ code: 'PROVA' }),
    });
    expect(await erased.json()).toEqual({ ok: true });
    await until('the other device is told', () => again === 'erased');
    expect(await two.command('proposeTopic', { topic: 'topic-0001', title: 'ancora io' })).toMatchObject({
      refused: 'not_caught_up',
    });
    expect((await two.hello()).you?.seat).toBeNull();
    expect((await (await line(house.url, anna.cookie)).hello()).you?.seat).toBeNull();
  });

  it('a revoked account can no longer read nor write, also on a line already open', async () => {
    house = await testHouse();
    await openSpace(house);
    const { id, cookie } = await account(house, 'owner');
    const desk = await line(house.url, cookie);
    expect(await desk.hello('desk')).toMatchObject({ ok: true });
    expect(await desk.command('ringGong', {})).toMatchObject({ ok: true });
    house.accounts.revoke(id, id);
    expect(await desk.command('ringGong', {})).toMatchObject({ refused: 'not_signed_in' });
    house.hall.dismiss((who) => who.account?.id === id, 'signed_out');
    expect(await desk.hello('desk')).toMatchObject({ refused: 'not_signed_in' });
  });

  it('the owner takes an account away and the trail says so; the last owner stays', async () => {
    house = await testHouse();
    await openSpace(house);
    const boss = await account(house, 'owner');
    const planner = await account(house, 'planner');
    const { url } = house;
    const ask = async (path: string, cookie: string, body: unknown) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json', cookie };
      const sent = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await sent.json()) as Any & { link?: string };
    };
    expect(await ask('/api/accounts/revoke', planner.cookie, { id: boss.id })).toMatchObject({
      refused: 'not_allowed',
    });
    expect(await ask('/api/accounts/revoke', boss.cookie, { id: boss.id })).toMatchObject({
      refused: 'last_of_its_kind',
    });
    expect((await ask('/api/accounts/reset', boss.cookie, { id: planner.id })).link).toMatch(/^\/chiave\//);
    const desk = await line(url, planner.cookie);
    await desk.hello('desk');
    expect(await ask('/api/accounts/role', boss.cookie, { id: planner.id, role: 'helper' })).toEqual({
      ok: true,
    });
    expect(await desk.hello('desk')).toMatchObject({ refused: 'not_signed_in' });
    expect(await ask('/api/accounts/revoke', boss.cookie, { id: planner.id })).toEqual({ ok: true });
    const trail = house.accounts.trail().map((l) => l.what);
    expect(trail).toEqual(expect.arrayContaining(['reset_link', 'role_changed', 'account_revoked']));
  });

  it('an event that is not ours is answered; a flood is slowed, then cut, and its phone comes back', async () => {
    house = await testHouse();
    await openSpace(house);
    const { cookie } = await join_(house.url, 'PROVA', 'Bruno');
    const phone = await line(house.url, cookie, {}, true);
    const other = await line(house.url, (await join_(house.url, 'PROVA', 'Anna')).cookie);
    await phone.hello();
    await other.hello();
    expect(await phone.say('__proto__', {})).toMatchObject({ refused: 'malformed' });
    expect(await phone.say('shutdown', { now: true })).toMatchObject({ refused: 'malformed' });
    const answers = await Promise.all(Array.from({ length: 80 }, () => phone.command('moveTo', { to: 'x' })));
    expect(answers.some((a) => a.refused === 'too_fast')).toBe(true);
    let cut = false;
    phone.socket.once('disconnect', () => {
      cut = true;
    });
    for (let i = 0; i < 1400; i++) phone.socket.emit('command', { junk: i });
    await until('the line is cut', () => cut);
    await until('it has connected again', () => phone.socket.connected);
    expect(await phone.hello()).toMatchObject({ ok: true });
    expect([other.socket.connected, (await other.hello()).ok]).toEqual([true, true]);
  });
});
