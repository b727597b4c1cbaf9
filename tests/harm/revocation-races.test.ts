/**
 * An account is revoked while it sends from many connections: from that moment nothing more is done, answered or sent
 * to it.
 */
import { request } from 'node:http';
import { nanoid } from 'nanoid';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL } from '@/protocol/wire';
import { join_, openSpace, type TestHouse, testHouse, until } from '../server/house';
import { ask, enter } from '../server/office';
import { rest } from './terms';

let house: TestHouse;
const sockets: Socket[] = [];
beforeEach(async () => {
  house = await testHouse(undefined, 0, { pace: 1_000_000 });
  await openSpace(house);
});
afterEach(async () => {
  for (const s of sockets.splice(0)) s.disconnect();
  await house.close();
  house.remove();
});

const row = () => {
  const found = house.streams.index.find('PROVA');
  if (!found) throw new Error('no gathering');
  return found;
};
const factsBy = (who: string) =>
  [...house.streams.log.since(row().id, 0)].filter((f) => f.by === who || f.via === who).length;
const listening = () => house.hall.io.sockets.adapter.rooms.get(`${row().id}:staff`)?.size ?? 0;

/** Connections that send hello and commands without a pause; returns how to stop. */
async function manyHands(
  cookie: string,
  surface: string,
  command: () => { type: string; ask: unknown },
  hands = 8,
) {
  let on = true;
  const okAfter: string[] = [];
  const state = { over: false };
  const work = Array.from({ length: hands }, async () => {
    const line = io(house.url, {
      path: '/filo',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie },
    });
    sockets.push(line);
    const say = (event: string, what: unknown) =>
      line
        .timeout(5000)
        .emitWithAck(event, what)
        .catch(() => ({ ok: false })) as Promise<{ ok: boolean }>;
    while (on) {
      const sentAfter = state.over;
      const answers = await Promise.all([
        say('hello', { protocol: PROTOCOL, code: 'PROVA', surface, since: null }),
        ...Array.from({ length: 4 }, () =>
          say('command', { code: 'PROVA', command: { id: nanoid(14), ...command() } }),
        ),
      ]);
      // The hello of a phone without identity is answered: it reads what anybody may.
      const [hello, ...commands] = answers;
      if (sentAfter && (commands.some((a) => a.ok) || (surface === 'desk' && hello?.ok)))
        okAfter.push('answered');
    }
  });
  return {
    okAfter,
    over: () => {
      state.over = true;
    },
    stop: async () => {
      on = false;
      await Promise.all(work);
    },
  };
}

describe('with many hands at once', () => {
  it.each(['revoke', 'role', 'sign-out', 'close-others'] as const)(
    'an account (%s): no fact, no answer and no frame after it',
    async (how) => {
      const me = await enter(house, 'chi tiene', 'facilitator');
      const owner = await enter(house, 'owner', 'owner');
      const id = house.accounts.list().find((a) => a.name === 'chi tiene')?.id ?? '';
      const hands = await manyHands(me, 'desk', () => ({
        type: 'announce',
        ask: { announcement: nanoid(14), text: 'ancora', kind: 'avviso', until: null },
      }));
      await until('it works', () => listening() === 8);
      await rest(150);
      if (how === 'sign-out') await ask(house, '/api/sign-out', {}, me);
      else if (how === 'close-others') {
        const there = await ask(house, '/api/sign-in', { name: 'chi tiene', passphrase: 'una frase lunga' });
        expect((await ask(house, '/api/entries/close-others', {}, there.cookie)).answer.ok).toBe(true);
      } else
        await ask(house, `/api/accounts/${how}`, how === 'role' ? { id, role: 'planner' } : { id }, owner);
      await house.streams.gathering(row()).settled();
      const done = factsBy(id);
      hands.over();
      await rest(600);
      await hands.stop();
      expect(hands.okAfter).toEqual([]);
      expect(factsBy(id)).toBe(done);
      expect(listening()).toBe(0);
    },
  );

  it.each(['erase-me', 'leave-seat', 'recover'] as const)(
    'a seat (%s): no fact of theirs after it',
    async (how) => {
      const anna = await join_(house.url, 'PROVA', 'Anna');
      const hands = await manyHands(anna.cookie, 'phone', () => ({
        type: 'proposeTopic',
        ask: { topic: nanoid(14), title: 'ancora' },
      }));
      await until('it works', () => factsBy(anna.seat) > 8);
      if (how === 'recover') await ask(house, '/api/recover', { code: 'PROVA', recovery: anna.recovery });
      else await ask(house, `/api/${how}`, { code: 'PROVA' }, anna.cookie);
      await house.streams.gathering(row()).settled();
      const done = factsBy(anna.seat);
      hands.over();
      await rest(500);
      await hands.stop();
      expect(hands.okAfter).toEqual([]);
      expect(factsBy(anna.seat)).toBe(done);
    },
  );
});

it('a request whose body comes slowly is refused when its account was closed meanwhile', async () => {
  const planner = await enter(house, 'chi programma', 'planner');
  const anna = await join_(house.url, 'PROVA', 'Anna');
  const body = JSON.stringify({ code: 'PROVA', seat: anna.seat });
  const answered = new Promise<number>((done) => {
    const slow = request(`${house.url}/api/erase`, {
      method: 'POST',
      headers: {
        cookie: planner,
        'content-type': 'application/json',
        accept: 'application/json',
        'content-length': body.length,
      },
    });
    slow.on('response', (r) => done(r.statusCode ?? 0));
    slow.write(body.slice(0, 10));
    setTimeout(() => {
      house.accounts.revoke(house.accounts.list()[0]?.id ?? '', 'x');
      slow.end(body.slice(10));
    }, 300);
  });
  expect(await answered).toBe(401);
  expect(house.streams.seats.sits(row().id, anna.seat)).toBe(true);
});
