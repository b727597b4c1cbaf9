/**
 * Signing out, revoking an account, leaving a seat or moving it take effect at once, on the server, for reading and for
 * commands.
 */
import { io, type Socket } from 'socket.io-client';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL, type Surface } from '@/protocol/wire';
import { ask, enter, PASSPHRASE } from './office';
import { join_, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse;
const sockets: Socket[] = [];
beforeEach(async () => {
  house = await testHouse();
  await openSpace(house);
});
afterEach(async () => {
  for (const s of sockets.splice(0)) s.disconnect();
  await house.close();
  house.remove();
});

/** A connection, and everything it receives. */
async function line(cookie: string, surface: Surface, code = 'PROVA') {
  const socket = io(house.url, {
    path: '/filo',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: cookie ? { cookie } : {},
  });
  sockets.push(socket);
  const heard: string[] = [];
  let cut = 0;
  socket.on('disconnect', () => (cut += 1));
  socket.onAny((event: string, what: unknown) => heard.push(`${event} ${JSON.stringify(what)}`));
  const say = (
    event: string,
    what: unknown,
  ): Promise<{ ok: boolean; refused?: string; you?: { seat: string | null } }> =>
    socket.timeout(30_000).emitWithAck(event, what);
  const hello = () => say('hello', { protocol: PROTOCOL, code, surface, since: null });
  const command = (type: string, what: unknown) =>
    say('command', { code, command: { id: nanoid(14), type, ask: what } });
  const answer = await hello();
  return { heard, hello, command, answer, cut: () => cut };
}
type Line = Awaited<ReturnType<typeof line>>;

const announce = (text: string) => ({
  announcement: nanoid(14),
  text,
  kind: 'avviso',
  until: null,
});

/** An event that only staff or people of the hall receive. */
async function something(text: string): Promise<void> {
  const row = house.streams.index.find('PROVA');
  if (!row) throw new Error('no gathering');
  const seat = (await join_(house.url, 'PROVA', `Chi scrive ${text}`)).seat;
  const topic = { topic: nanoid(14), title: text };
  const actor = { id: seat, role: 'participant', seat } as const;
  await house.streams.gathering(row).submit({ id: nanoid(14), type: 'proposeTopic', ask: topic }, actor);
}

async function isOut(l: Line, cookie: string, other: Line): Promise<void> {
  await until('it is told', () => l.heard.some((h) => h.startsWith('again') && h.includes('signed_out')));
  expect((await l.command('announce', announce('ciao'))).ok).toBe(false);
  expect((await l.hello()).refused).toBe('not_signed_in');
  await something('dopo che è uscita');
  await until('the other hears it', () => other.heard.some((h) => h.includes('dopo che è uscita')));
  expect(l.heard.some((h) => h.includes('dopo che è uscita'))).toBe(false);
  // A copy of the cookie, kept from before, is invalid too.
  expect((await ask(house, '/api/freeze', { code: 'PROVA' }, cookie)).answer.refused).toBe('not_signed_in');
  expect((await line(cookie, 'desk')).answer.refused).toBe('not_signed_in');
}

/** Ways in which an account ends, or its sign-ins do. `me` and `owner` are cookies, `id` the account. */
const ENDS: [string, (me: string, owner: string, id: string) => Promise<unknown>][] = [
  ['signs out', (me) => ask(house, '/api/sign-out', {}, me)],
  ['is closed by the owner', (_, owner, id) => ask(house, '/api/accounts/revoke', { id }, owner)],
  ['has another role', (_, owner, id) => ask(house, '/api/accounts/role', { id, role: 'planner' }, owner)],
  [
    'has another passphrase',
    async (_, owner, id) => {
      const { answer } = await ask(house, '/api/accounts/reset', { id }, owner);
      const token = String(answer.link).split('/').at(-1);
      return ask(house, '/api/enter', { token, name: 'chi tiene', passphrase: 'un’altra frase ancora' });
    },
  ],
  [
    'closes the others from another device',
    async () => {
      const there = await ask(house, '/api/sign-in', { name: 'chi tiene', passphrase: PASSPHRASE });
      return ask(house, '/api/entries/close-others', {}, there.cookie);
    },
  ],
  [
    'closes that one from another device',
    async (_, __, id) => {
      const there = await ask(house, '/api/sign-in', { name: 'chi tiene', passphrase: PASSPHRASE });
      const first = house.accounts.entries.standing(id, 0).at(-1);
      return ask(house, '/api/entries/close', { id: first?.id }, there.cookie);
    },
  ],
];
/** These end the account's sign-ins on every device, so also on a totem; the others end that device's alone. */
const EVERYWHERE = ENDS.filter(
  ([how]) => how !== 'signs out' && how !== 'closes that one from another device',
);

describe('an account that is out', () => {
  it.each(ENDS)('%s', async (_, leave) => {
    const me = await enter(house, 'chi tiene', 'facilitator');
    const owner = await enter(house, 'owner', 'owner');
    const id = house.accounts.list().find((a) => a.name === 'chi tiene')?.id ?? '';
    const [mine, other] = [await line(me, 'desk'), await line(owner, 'desk')];
    expect(mine.answer.ok && other.answer.ok).toBe(true);
    await leave(me, owner, id);
    await isOut(mine, me, other);
  });

  it('[E14] is out on the device that it leaves as a totem, also by a copy of its cookie', async () => {
    const me = await enter(house, 'chi tiene', 'facilitator');
    const owner = await enter(house, 'owner', 'owner');
    const copy = await line(me, 'desk');
    await totemOf(me);
    await until('it was cut', () => copy.cut() > 0);
    expect((await line(me, 'desk')).answer.refused).toBe('not_signed_in');
    expect((await ask(house, '/api/freeze', { code: 'PROVA' }, me)).answer.refused).toBe('not_signed_in');
    expect((await line(owner, 'desk')).answer.ok).toBe(true);
  });

  it('a device left to everybody as a totem has its other pages cut, to come back as that', async () => {
    const me = await enter(house, 'chi tiene', 'facilitator');
    const mine = await line(me, 'desk');
    await fetch(`${house.url}/api/totem/start`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: me, 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'PROVA' }),
    });
    await until('it was cut', () => mine.cut() > 0);
  });

  it('stays in on the device that closed the others, and nowhere else; each account sees its own', async () => {
    const first = await enter(house, 'owner', 'owner');
    const second = await ask(house, '/api/sign-in', { name: 'owner', passphrase: PASSPHRASE });
    const id = house.accounts.list()[0]?.id ?? '';
    expect(house.accounts.entries.standing(id, 0)).toHaveLength(2);
    const stranger = await enter(house, 'helper', 'helper');
    const mine = house.accounts.entries.standing(id, 0)[0]?.id;
    expect((await ask(house, '/api/entries/close', { id: mine }, stranger)).answer.refused).toBe(
      'unknown_thing',
    );
    const { cookie } = await ask(house, '/api/entries/close-others', {}, second.cookie);
    expect(house.accounts.entries.standing(id, 0)).toHaveLength(1);
    const status = async (c: string) => (await ask(house, '/api/retention', { days: 90 }, c)).status;
    expect([await status(cookie), await status(first), await status(second.cookie)]).toEqual([200, 401, 401]);
  });
});

describe('[E15][E16] a seat that is left', () => {
  const topic = () => ({ topic: nanoid(14), title: 'ancora io' });
  const gone = async (l: Line, cookie: string) => {
    await until('it is told', () => l.heard.some((h) => h.startsWith('again') && h.includes('signed_out')));
    expect((await l.command('proposeTopic', topic())).ok).toBe(false);
    // It reads what anybody may, without an identity.
    expect((await l.hello()).you?.seat).toBeNull();
    expect((await l.command('proposeTopic', topic())).refused).toBe('no_seat');
    expect((await ask(house, '/api/label', { code: 'PROVA', label: 'Altra' }, cookie)).answer.refused).toBe(
      'no_seat',
    );
    expect((await line(cookie, 'phone')).answer.you?.seat).toBeNull();
  };

  it('taken elsewhere by its code is left everywhere else', async () => {
    const a = await join_(house.url, 'PROVA', 'Anna');
    const old = await line(a.cookie, 'phone');
    const there = await ask(house, '/api/recover', { code: 'PROVA', recovery: a.recovery });
    expect(there.answer).toMatchObject({ ok: true, seat: a.seat });
    await gone(old, a.cookie);
    const now = await line(there.cookie, 'phone');
    expect(now.answer.you?.seat).toBe(a.seat);
    expect((await now.command('proposeTopic', topic())).ok).toBe(true);
    // Also after a restart.
    await house.close();
    house = await testHouse(house.folder);
    expect((await line(a.cookie, 'phone')).answer.you?.seat).toBeNull();
    expect((await line(there.cookie, 'phone')).answer.you?.seat).toBe(a.seat);
  });

  it('changed for another person’s is left, also by a copy of its cookie, and waits for its code', async () => {
    const a = await join_(house.url, 'PROVA', 'Anna');
    const old = await line(a.cookie, 'phone');
    await ask(house, '/api/leave-seat', { code: 'PROVA' }, a.cookie);
    await gone(old, a.cookie);
    expect((await ask(house, '/api/recover', { code: 'PROVA', recovery: a.recovery })).answer.ok).toBe(true);
  });

  it('is kept by the device that closes the others', async () => {
    const a = await join_(house.url, 'PROVA', 'Anna');
    const old = await line(a.cookie, 'phone');
    const kept = await ask(house, '/api/seat/close-others', { code: 'PROVA' }, a.cookie);
    await gone(old, a.cookie);
    expect((await line(kept.cookie, 'phone')).answer.you?.seat).toBe(a.seat);
  });
});

describe('links that an account has made', () => {
  const MENDED = EVERYWHERE.filter(([how]) => how !== 'closes the others from another device');

  it.each(MENDED)('open nothing any more once it %s', async (how, leave) => {
    const me = await enter(house, 'chi tiene', 'owner');
    const owner = await enter(house, 'owner', 'owner');
    const idOf = (name: string) => house.accounts.list().find((a) => a.name === name)?.id ?? '';
    const row = house.streams.index.find('PROVA');
    if (!row) throw new Error('no gathering');
    const topic = { topic: nanoid(14), title: 'Un tema' };
    const seat = (await join_(house.url, 'PROVA', 'Anna')).seat;
    const anna = { id: seat, role: 'participant', seat } as const;
    await house.streams.gathering(row).submit({ id: nanoid(14), type: 'proposeTopic', ask: topic }, anna);
    const made = async (path: string, body: object) =>
      String((await ask(house, path, body, me)).answer.link)
        .split('/')
        .at(-1) ?? '';
    const report = { code: 'PROVA', topic: topic.topic, days: 7 };
    const [invitation, reset, completion, taken] = [
      await made('/api/invite', { role: 'helper' }),
      await made('/api/accounts/reset', { id: idOf('owner') }),
      await made('/api/completion-link', report),
      await made('/api/completion-link', report),
    ];
    const device = await form('/api/complete', { token: taken }, '');
    expect(device.to).toContain('/resoconto/');
    const writer = await line(device.cookie, 'phone');
    await leave(me, owner, idOf('chi tiene'));
    const fresh = { name: 'di nuovo io', passphrase: 'un’altra frase ancora' };
    for (const token of [invitation, reset])
      expect((await ask(house, '/api/enter', { token, ...fresh })).answer.refused).toBe('expired_link');
    expect((await form('/api/complete', { token: completion }, '')).to).toContain('link_expired');
    // A writer who has the report already goes on with it, unless its maker was closed.
    const role = (await writer.hello()).you as { completes?: string } | undefined;
    expect(role?.completes).toBe(how === 'is closed by the owner' ? undefined : topic.topic);
  });

  it('let nobody in once its time is over', async () => {
    const owner = await enter(house, 'owner', 'owner');
    const { answer } = await ask(house, '/api/invite', { role: 'facilitator', days: 1 }, owner);
    const token = String(answer.link).split('/').at(-1) ?? '';
    const me = (await ask(house, '/api/enter', { token, name: 'un giorno', passphrase: PASSPHRASE })).cookie;
    const made = await ask(house, '/api/invite', { role: 'helper' }, me);
    const invitation = String(made.answer.link).split('/').at(-1) ?? '';
    expect(house.accounts.link(invitation)).not.toBeNull();
    house.store.$client.prepare("UPDATE accounts SET ends_at = 1 WHERE name = 'un giorno'").run();
    expect(house.accounts.link(invitation)).toBeNull();
  });
});

/** Turns the device of this cookie into a totem; returns its cookie. */
async function totemOf(cookie: string): Promise<string> {
  return (await form('/api/totem/start', { code: 'PROVA' }, cookie)).cookie;
}

/** A form sent without scripts, as a totem's are. */
async function form(path: string, fields: Record<string, string>, cookie: string) {
  const response = await fetch(house.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams(fields),
  });
  return {
    to: response.headers.get('location') ?? '',
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie,
  };
}

describe('[E14] a totem', () => {
  const topic = () => ({ topic: nanoid(14), title: 'da qui' });
  const person = (label: string) => ({ code: 'PROVA', label, sector: 'volontariato' });
  const seatAt = async (cookie: string) => (await line(cookie, 'phone')).answer.you?.seat;

  /** Nothing more is done or read as somebody from this device. */
  async function isOver(l: Line, cookie: string): Promise<void> {
    await until('it is told', () => l.heard.some((h) => h.startsWith('again') && h.includes('signed_out')));
    expect((await l.command('proposeTopic', topic())).ok).toBe(false);
    expect((await l.hello()).you?.seat).toBeNull();
    expect(await seatAt(cookie)).toBeNull();
    expect((await ask(house, '/api/label', { code: 'PROVA', label: 'Altra' }, cookie)).answer.refused).toBe(
      'no_seat',
    );
  }

  it.each(EVERYWHERE)('ends at once when the account that set it up %s', async (_, leave) => {
    const me = await enter(house, 'chi tiene', 'facilitator');
    const owner = await enter(house, 'owner', 'owner');
    const id = house.accounts.list().find((a) => a.name === 'chi tiene')?.id ?? '';
    const totem = await totemOf(me);
    const { cookie } = await form('/api/totem/join', person('Nonna'), totem);
    const nonna = await line(cookie, 'phone');
    expect((await nonna.command('proposeTopic', topic())).ok).toBe(true);
    await leave(
      (await ask(house, '/api/sign-in', { name: 'chi tiene', passphrase: PASSPHRASE })).cookie,
      owner,
      id,
    );
    await isOver(nonna, cookie);
    for (const held of [totem, cookie]) {
      expect((await form('/api/totem/join', person('Altra'), held)).to).toContain('rifiuto=not_allowed');
      expect((await form('/api/totem/rise', { code: 'PROVA' }, held)).to).toContain('rifiuto=not_allowed');
    }
  });

  it('is in the list of its account’s sign-ins, and ends when it is closed there', async () => {
    const me = await enter(house, 'chi tiene', 'facilitator');
    const id = house.accounts.list()[0]?.id ?? '';
    const totem = await totemOf(me);
    const [entry] = house.accounts.entries.standing(id, 0);
    expect(entry?.device).toMatch(/^Totem/);
    const { cookie } = await form('/api/totem/join', person('Nonna'), totem);
    const nonna = await line(cookie, 'phone');
    const there = await ask(house, '/api/sign-in', { name: 'chi tiene', passphrase: PASSPHRASE });
    // Signing out elsewhere leaves the totem where it is.
    await ask(house, '/api/sign-out', {}, there.cookie);
    expect((await nonna.command('proposeTopic', topic())).ok).toBe(true);
    const again = await ask(house, '/api/sign-in', { name: 'chi tiene', passphrase: PASSPHRASE });
    expect((await ask(house, '/api/entries/close', { id: entry?.id }, again.cookie)).answer.ok).toBe(true);
    await isOver(nonna, cookie);
  });

  it.each<[string, (cookie: string, seat: string) => Promise<unknown>]>([
    ['rises', (cookie) => form('/api/totem/rise', { code: 'PROVA' }, cookie)],
    ['is followed by another', (cookie) => form('/api/totem/join', person('Altra'), cookie)],
    ['chooses again', (cookie, seat) => form('/api/totem/sit', { code: 'PROVA', seat }, cookie)],
  ])('keeps nobody’s seat in a copy of its cookie once its person %s', async (_, next) => {
    const totem = await totemOf(await enter(house, 'chi tiene', 'facilitator'));
    const { cookie } = await form('/api/totem/join', person('Nonna'), totem);
    const copy = await line(cookie, 'phone');
    const after = (await next(cookie, copy.answer.you?.seat ?? '')) as { to: string; cookie: string };
    await isOver(copy, cookie);
    // The totem itself stands, for the next person; also after a restart.
    await house.close();
    house = await testHouse(house.folder);
    const third = await form('/api/totem/join', person('Terza'), after.cookie);
    expect(third.to).toBe('/i/PROVA');
    expect(await seatAt(third.cookie)).not.toBeNull();
    expect(await seatAt(cookie)).toBeNull();
  });

  it.each([
    [
      'signs in',
      (cookie: string) => ask(house, '/api/sign-in', { name: 'altra', passphrase: PASSPHRASE }, cookie),
    ],
    [
      'opens an invitation',
      (cookie: string) => {
        const token = house.accounts.invite('invite', 'helper', null, 1);
        return ask(house, '/api/enter', { token, name: 'nuova', passphrase: PASSPHRASE }, cookie);
      },
    ],
  ])('is none any more, and keeps nobody’s seat, once somebody %s on it', async (_, take) => {
    const totem = await totemOf(await enter(house, 'chi tiene', 'facilitator'));
    await enter(house, 'altra', 'helper');
    const { cookie } = await form('/api/totem/join', person('Nonna'), totem);
    const nonna = await line(cookie, 'phone');
    const taken = await take(cookie);
    expect(taken.answer.ok).toBe(true);
    await isOver(nonna, cookie);
    expect(await seatAt(taken.cookie)).toBeNull();
    expect((await form('/api/totem/join', person('Altra'), taken.cookie)).to).toContain(
      'rifiuto=not_allowed',
    );
  });
});
