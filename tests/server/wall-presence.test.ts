/** Walls report to the server that they are open, and facilitators see and control them. */
import { afterEach, describe, expect, it } from 'vitest';
import { io, Manager, type Socket } from 'socket.io-client';
import { PROTOCOL } from '@/protocol/wire';
import { type OpenWall, WALLS } from '@/protocol/walls';
import { openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse | null = null;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const s of sockets.splice(0)) s.disconnect();
  await house?.close();
  house?.remove();
  house = null;
});

type Answer = { ok: boolean; refused?: string; number?: number; walls?: OpenWall[] };

async function line(url: string, cookie: string | null = null) {
  const socket = io(url + WALLS, {
    path: '/filo',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: cookie ? { cookie } : {},
  });
  sockets.push(socket);
  await new Promise<void>((up, down) => {
    socket.once('connect', up);
    socket.once('connect_error', down);
  });
  const say = (event: string, what: unknown): Promise<Answer> =>
    socket.timeout(30_000).emitWithAck(event, what);
  const report = (more: object = {}) =>
    say('report', { code: 'PROVA', name: null, sound: 'off', awake: 'on', scene: 'welcome', ...more });
  return { socket, say, report };
}

async function account(h: TestHouse, role: 'facilitator' | 'planner') {
  const token = h.accounts.invite('invite', role, null, 1);
  const entered = await fetch(`${h.url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ token, name: `Una ${role}`, passphrase: 'una frase lunga assai' }),
  });
  return entered.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('open walls', () => {
  it('are numbered from the lowest that is free, and told to desks as they come, change and go', async () => {
    house = await testHouse();
    await openSpace(house);
    const desk = await line(house.url, await account(house, 'facilitator'));
    let seen: OpenWall[] = [];
    desk.socket.on('walls', (walls: OpenWall[]) => {
      seen = walls;
    });
    expect(await desk.say('watch', { code: 'prova' })).toEqual({ ok: true, walls: [] });
    const [first, second] = [await line(house.url), await line(house.url)];
    expect(await first.report()).toEqual({ ok: true, number: 1 });
    expect(await second.report()).toEqual({ ok: true, number: 2 });
    await first.report({ name: 'Ingresso', sound: 'blocked' });
    await until('the desk sees both', () => seen.length === 2 && seen[0]?.name === 'Ingresso');
    expect(seen[0]).toMatchObject({ number: 1, sound: 'blocked', awake: 'on', scene: 'welcome' });
    first.socket.disconnect();
    await until('one is gone', () => seen.length === 1);
    expect(await (await line(house.url)).report()).toEqual({ ok: true, number: 1 });
  });

  it('are seen by a desk that speaks of its gathering over the same connection', async () => {
    house = await testHouse();
    await openSpace(house);
    const extraHeaders = { cookie: await account(house, 'facilitator') };
    const manager = new Manager(house.url, { path: '/filo', transports: ['websocket'], extraHeaders });
    const ask = async (space: string, event: string, what: object): Promise<Answer> => {
      const socket = manager.socket(space);
      sockets.push(socket);
      await new Promise<void>((up) => socket.once('connect', up));
      return socket.timeout(30_000).emitWithAck(event, what);
    };
    const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'desk', since: null, people: 0 };
    expect(await ask('/', 'hello', hello)).toMatchObject({ ok: true });
    expect(await ask(WALLS, 'watch', { code: 'PROVA' })).toEqual({ ok: true, walls: [] });
  });

  it('are asked by whoever holds the space alone: one of them, or all', async () => {
    house = await testHouse();
    await openSpace(house);
    const [hall, door] = [await line(house.url), await line(house.url)];
    await hall.report({ name: 'Sala' });
    await door.report({ name: 'Ingresso' });
    const heard: unknown[] = [];
    hall.socket.on('order', (o: unknown) => heard.push(['hall', o]));
    door.socket.on('order', (o: unknown) => heard.push(['door', o]));
    const desk = await line(house.url, await account(house, 'facilitator'));
    const { walls } = await desk.say('watch', { code: 'PROVA' });
    const id = walls?.find((w) => w.name === 'Ingresso')?.id;
    const rename = { what: 'rename', name: 'Porta' };
    await desk.say('order', { code: 'PROVA', wall: id, order: rename });
    await until('the door hears it', () => heard.length === 1);
    expect(heard).toEqual([['door', rename]]);
    await desk.say('order', { code: 'PROVA', wall: null, order: { what: 'try' } });
    await until('both hear it', () => heard.length === 3);

    const stranger = await line(house.url);
    expect(await stranger.say('watch', { code: 'PROVA' })).toMatchObject({ refused: 'not_signed_in' });
    const asked = { code: 'PROVA', wall: null, order: { what: 'try' } };
    expect(await stranger.say('order', asked)).toMatchObject({ refused: 'not_signed_in' });
    const planner = await line(house.url, await account(house, 'planner'));
    expect(await planner.say('watch', { code: 'PROVA' })).toMatchObject({ ok: true });
    expect(await planner.say('order', asked)).toMatchObject({ refused: 'not_allowed' });
    expect(heard).toHaveLength(3);
  });

  it('on a device of the office are listed, first, however many strangers opened before', async () => {
    house = await testHouse();
    await openSpace(house);
    const strangers = await Promise.all(Array.from({ length: 60 }, () => line(house?.url ?? '')));
    for (const stranger of strangers)
      expect(await stranger.report({ name: 'Falso' })).toMatchObject({ ok: true });
    expect(await (await line(house.url)).report()).toMatchObject({ refused: 'hall_full' });
    const cookie = await account(house, 'facilitator');
    const hall = await line(house.url, cookie);
    expect(await hall.report({ name: 'Sala' })).toEqual({ ok: true, number: 60 });
    // The place of the newest was taken, and it gets no other by asking again.
    expect(await strangers[59]?.report({ name: 'Falso' })).toMatchObject({ refused: 'hall_full' });
    const desk = await line(house.url, cookie);
    const { walls = [] } = await desk.say('watch', { code: 'PROVA' });
    expect(walls).toHaveLength(60);
    expect(walls[0]).toEqual({
      id: hall.socket.id,
      number: 60,
      name: 'Sala',
      sound: 'off',
      awake: 'on',
      scene: 'welcome',
    });
  });

  it('of no gathering, or in no known shape, are refused', async () => {
    house = await testHouse();
    await openSpace(house);
    const wall = await line(house.url);
    expect(await wall.report({ code: 'NIENTE' })).toMatchObject({ refused: 'unknown_code' });
    expect(await wall.report({ sound: 'loud' })).toMatchObject({ refused: 'malformed' });
    expect(await wall.report({ name: ' ' })).toMatchObject({ refused: 'malformed' });
  });
});
