/**
 * Two worlds that differ only in the author of something secret are equal for everybody else, to the byte, and on every
 * disk.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Actor, Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import {
  ANNA,
  BRUNO,
  CARLA,
  type Command,
  GATHERING,
  isSecret,
  peopled,
  ROLES,
  SECRETS,
  submitter,
} from '../server/two-worlds';
import { PROTOCOL } from '@/protocol/wire';
import { nobody, seal } from '@/server/identity/session-cookie';
import { isSealedAuthor } from '@/server/log/author-keys';
import { backUp } from '@/server/upkeep/backup';
import { CASES, OWNER } from '../domain/authority.cases';
import { person } from '../domain/given';
import { opened } from '../domain/opened';
import { owner } from '../harm/terms';
import { newFolder, type TestHouse, testHouse, until } from '../server/house';

vi.setConfig({ testTimeout: 120_000 });
// Each world makes its accounts.
vi.mock('@node-rs/argon2', () => import('../server/quick-argon2'));
const houses: TestHouse[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) {
    await house.close();
    house.remove();
  }
});

const SHEETS =
  'seats topics sessions interests presences notes reports report-items votes clusters actions ideas announcements';
const START = Date.UTC(2026, 4, 17, 8, 0);

/** One world: everything that each observer was sent, surface by surface, and the contents of the disks. */
async function world(secret: Command[], who: string, restarted: boolean): Promise<Map<string, string>> {
  let now = START;
  const clock = () => now;
  const folder = newFolder();
  let house = await testHouse(folder, 0, { clock });
  const submit = submitter(
    () => house,
    () => {
      now += 1000;
    },
  );
  await peopled(house, submit);
  const row = house.streams.index.byId(GATHERING);
  if (!row) throw new Error('no gathering');
  const accounts = [];
  for (const role of ROLES) {
    const account = await house.accounts.create(`account ${role}`, role, `una frase ben lunga ${role}`);
    if (!account) throw new Error('no account');
    accounts.push(account);
  }
  if (restarted) {
    await house.close();
    house = await testHouse(folder, 0, { clock });
  }
  houses.push(house);
  const { url } = house;
  const cookieOf = (identity: Partial<ReturnType<typeof nobody>>) =>
    `cerchi=${encodeURIComponent(seal({ ...nobody(), ...identity }, house.secret))}`;
  const asAccount = Object.fromEntries(
    accounts.map((a) => [a.role, cookieOf({ account: { id: a.id, epoch: a.epoch, at: now } })]),
  );
  const observers: [name: string, surface: string, cookie: string | null][] = [
    ['the wall', 'wall', null],
    ['another phone', 'phone', cookieOf({ seats: { [row.id]: { id: CARLA, code: null } } })],
    ...ROLES.map(
      (role) => [`the desk of a ${role}`, 'desk', asAccount[role] ?? ''] as [string, string, string],
    ),
    ['a totem', 'kiosk', asAccount.helper ?? ''],
  ];
  const heard = new Map<string, string>();
  const say = (where: string, what: unknown) =>
    heard.set(where, `${heard.get(where) ?? ''}${typeof what === 'string' ? what : JSON.stringify(what)}\n`);
  const reached = new Map<string, number>();
  const lines = observers.map(([name, surface, cookie]) => {
    const line = io(url, {
      path: '/filo',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: cookie ? { cookie } : {},
    });
    line.onAny((event: string, ...args: { from?: number; facts?: unknown[] }[]) => {
      say(`${name}: frames`, [event, ...args]);
      const [frame] = args;
      if (event === 'frame') reached.set(name, (frame?.from ?? 0) + (frame?.facts?.length ?? 0) - 1);
    });
    const hello = (since: number | null) =>
      line
        .timeout(20_000)
        .emitWithAck('hello', { protocol: PROTOCOL, code: 'PROVA', surface, since, people: 0 });
    return { name, line, hello };
  });
  const seq = () => house.streams.gathering(row).seq;
  const before = seq();
  for (const { name, hello } of lines) say(`${name}: welcome`, await hello(null));
  const all = () => until('all heard', () => lines.every(({ name }) => reached.get(name) === seq()));
  for (const [type, ask] of secret) {
    await submit(person(who), type, ask);
    await all();
  }
  // Signed facts travel with the name, so that this can fail.
  await submit(person(CARLA), 'reviseTopic', {
    topic: 'topic-0003',
    title: 'detto meglio',
    line: '',
    strands: [],
  });
  await all();
  for (const { name, hello } of lines) {
    say(`${name}: catch-up`, await hello(before));
    say(`${name}: snapshot`, await hello(null));
  }
  for (const { line } of lines) line.close();
  const readers: [string, string | null][] = [
    ['anybody', null],
    ['another phone', observers[1]?.[2] ?? null],
    ...ROLES.map((role) => [role, asAccount[role] ?? ''] as [string, string]),
  ];
  for (const [name, cookie] of readers) {
    const get = async (path: string) => {
      const answer = await fetch(url + path, { headers: cookie ? { cookie } : {} });
      say(`${name}: ${path}`, `${answer.status} ${await answer.text()}`);
    };
    for (const what of ['tutto.json', ...SHEETS.split(' ').map((s) => `${s}.csv`)])
      await get(`/api/export/PROVA/${what}`);
    await get('/api/film/PROVA');
    if (name !== 'anybody') await get('/api/mine/PROVA');
  }
  say(
    'the trail',
    house.accounts.trail().map(({ who: by, what, about }) => [by, what, about]),
  );
  house.store.$client.pragma('wal_checkpoint(TRUNCATE)');
  backUp(folder, join(folder, 'one.backup'));
  for (const file of ['cerchi.sqlite', 'one.backup']) say(`disk: ${file}`, onDisk(join(folder, file)));
  for (const [where, text] of heard) {
    let masked = text;
    accounts.forEach((a) => {
      masked = masked.replaceAll(a.id, a.role);
    });
    heard.set(where, masked);
  }
  return heard;
}

/** Every row of every table; an encrypted author is only marked as one, and random values by their name. */
function onDisk(file: string): string {
  const db = new Database(file, { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const rows = tables
    .filter((t) => !['__drizzle_migrations', 'carried', 'accounts', 'sqlite_sequence'].includes(t))
    .flatMap((t) =>
      (db.prepare(`SELECT * FROM "${t}"`).all() as Record<string, unknown>[]).map((r) => ({ t, ...r })),
    );
  db.close();
  return JSON.stringify(rows, (key, value: unknown) =>
    key === 'by' && isSealedAuthor(value as string)
      ? `sealed ${(value as string).length}`
      : key === 'seal' || key === 'recovery_hash'
        ? '*'
        : value,
  );
}

describe('[I7][I12][E24] two worlds', () => {
  it.each(Object.entries(SECRETS))('that differ in who did %s are one to all others', async (_, secret) => {
    const surfaces = new Set<string>();
    for (const restarted of [false, true]) {
      const [one, other] = [await world(secret, ANNA, restarted), await world(secret, BRUNO, restarted)];
      // Between two lines the network decides whose frame is there first.
      expect([...one.keys()].sort()).toEqual([...other.keys()].sort());
      for (const [where, text] of one) {
        surfaces.add(where);
        expect(other.get(where), `${where}${restarted ? ', after a restart' : ''}`).toBe(text);
      }
      expect(one.get('another phone: frames')).toContain('detto meglio');
    }
    // 7 lines × (welcome, frames, catch-up, snapshot), 6 readers × 15 exports, 5 × one's own data, the trail, two disks.
    expect(surfaces.size).toBe(7 * 4 + 6 * 15 + 5 + 1 + 2);
  });
});

/** The same history with the secret acts of one person done by the other. */
function swapped(facts: readonly Fact[], from: number, to: number): Gathering {
  const other: Record<string, string> = { [ROSA]: SARA, [SARA]: ROSA };
  return gathering.replay(
    facts.map((f) => {
      const fact = structuredClone(f);
      if (f.seq > from && f.seq <= to && f.by !== null) fact.by = other[f.by] ?? f.by;
      return fact;
    }),
  );
}
const [ROSA, SARA, PHONE] = ['seat-rosa-001', 'seat-sara-001', 'seat-phone-01'];

describe('[E14] an oracle', () => {
  it('is no deed, for no role, on behalf of nobody: what is answered hangs on no secret of another', () => {
    let asked = 0;
    const granted = new Set<string>();
    const deeds = Object.keys(gathering.deeds) as (keyof typeof CASES)[];
    for (const deed of deeds) {
      if (CASES[deed].blank) continue;
      const g = opened();
      for (const seat of [OWNER, 'seat-other', 'seat-third', PHONE]) g.seat(seat);
      const helper: Actor = { id: 'account-9', role: 'helper', seat: null };
      for (const seat of [ROSA, SARA])
        g.done(helper, 'takeSeat', { seat, sector: 'volontariato' }, { for: seat, origin: 'totem' });
      g.done(person(OWNER), 'proposeTopic', { topic: 'topic-first', title: 'il primo' });
      g.done(person(OWNER), 'placeTopic', {
        session: 'session-1st',
        topic: 'topic-first',
        slot: 'slot-002',
        space: 'room-003',
      });
      const from = g.state.seq;
      const voting = deed === 'openVoting' || CASES[deed].ask.toString().includes('voting(');
      const secrets: Command[] = [
        ['markInterest', { topic: 'topic-first', on: true }],
        ['moveTo', { to: 'session-1st' }],
        [
          'writeNote',
          { note: 'note-secret', topic: 'topic-first', kind: 'altro', text: 'x', anonymous: true },
        ],
      ];
      for (const [type, ask] of secrets) g.done(person(ROSA), type, ask);
      let to = g.state.seq;
      const ask = CASES[deed].ask(g);
      if (!voting && g.state.voting.state === 'none') {
        g.done(owner, 'openVoting', { quota: 5 });
        const at = g.state.seq;
        g.done(person(ROSA), 'placeDots', { topic: 'topic-first', dots: 5 });
        const ballot = g.facts.at(-1);
        if (ballot && at > to) ballot.by = ROSA;
        to = g.state.seq;
      }
      // The case's own acts by its owner stay theirs in both worlds: only the two others change places.
      const [one, other] = [gathering.replay(structuredClone(g.facts)), swapped(g.facts, from, to)];
      expect(other.private[SARA]?.circle).toBe('session-1st');
      const asks: unknown[] = [ask, ...(isSecret[deed] ?? [])];
      for (const role of [...ROLES, 'participant'] as const)
        for (const behalf of role === 'participant' ? [undefined] : [undefined, ROSA, SARA, PHONE])
          for (const what of asks) {
            const actor: Actor =
              role === 'participant'
                ? { id: 'seat-third', role, seat: 'seat-third' }
                : { id: 'account-9', role, seat: null };
            const answer = (state: Gathering) =>
              JSON.stringify(
                gathering.decide(
                  state,
                  { id: 'cmd-oracle', type: deed, ask: what, ...(behalf ? { for: behalf } : {}) },
                  actor,
                  g.now,
                ),
              );
            asked += 1;
            const said = answer(one);
            expect(answer(other), `${deed} by a ${role} for ${behalf}: ${JSON.stringify(what)}`).toBe(said);
            if (behalf && said.includes('"seq"')) granted.add(deed);
            if (behalf === PHONE && deed !== 'takeSeat')
              expect(said).toMatch(/"refused":"(has_phone|not_allowed|malformed)/);
          }
    }
    expect(deeds.length).toBeGreaterThan(90);
    expect(asked).toBeGreaterThan(1500);
    // Signed deeds are done on behalf of a person without a phone, so that this can fail.
    expect(granted.has('proposeTopic') && granted.has('writeNote')).toBe(true);
    for (const secret of ['placeDots', 'moveTo', 'markInterest', 'sayWord', 'flagText'])
      expect(granted).not.toContain(secret);
  });
});
