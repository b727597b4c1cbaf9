/** A start goes on from a stored state: the same as folding the whole log, and never instead of it. */
import { pbkdf2 } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { nextHistoryHash } from '@/domain/catalogue';
import type { Actor, Command, Fact } from '@/domain/deed';
import type { Phase } from '@/domain/gathering/state/phase';
import { openStore, type SqliteStore } from '@/server/database/sqlite-store';
import type { LogStore } from '@/server/log/log-store';
import { type GatheringStream, Streams, type StreamRow } from '@/server/streams/streams';
import { backUp } from '@/server/upkeep/backup';
import { wouldDo } from '@/simulated/person';
import { seededRandom } from '@/simulated/random';
import { CODE, opening, owner } from '../harm/terms';
import { furnished, inFiles, office } from './erasure-bench';
import { newFolder, type TestHouse } from './house';

const SECRET = 'of no account here, but long enough to be one';
const PHASES: Phase[] = ['proposing', 'market', 'sessions', 'reading', 'voting', 'actions', 'closing'];
const PEOPLE = Array.from({ length: 24 }, (_, n) => `seat-${n}`);
const person = (seat: string): Actor => ({ id: seat, role: 'participant', seat });
const PROGRAM = 'this program';

type Asked = { command: Command; actor: Actor };
/** The day of some simulated people, and everything they asked. */
let day: { folder: string; asked: Asked[]; facts: number };

const stores: SqliteStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.$client.close();
});

/** A copy of the day for one test. */
function copy(): string {
  const folder = newFolder();
  cpSync(day.folder, folder, { recursive: true });
  return folder;
}

function open(folder: string): SqliteStore {
  const store = openStore(join(folder, 'cerchi.sqlite'));
  stores.push(store);
  return store;
}

const streamsOn = (
  store: SqliteStore,
  { log = store.log, program = PROGRAM as string | null, at = 0 } = {},
) => new Streams(store, SECRET, () => at || Date.now(), log, program);
const rowIn = (streams: Streams): StreamRow<'gathering'> =>
  streams.index.find(CODE) as StreamRow<'gathering'>;
const roomIn = (streams: Streams): GatheringStream => streams.gathering(rowIn(streams));

/** The log as it was at a number; `as` changes what is read. */
const upTo = (store: SqliteStore, last: number, as: (fact: Fact) => Fact = (f) => f): LogStore => ({
  ...store.log,
  *since(...of) {
    for (const fact of store.log.since(...of)) {
      if (fact.seq > last) return;
      yield as(fact);
    }
  },
});

/** Stores the state of the day at this number. */
async function storeAt(store: SqliteStore, seq: number): Promise<void> {
  store.states.remove('stream-1');
  const room = roomIn(streamsOn(store, { log: upTo(store, seq) }));
  // The staff's view is stored where there is one.
  if (seq % 2 === 0) room.seen('staff');
  expect([room.seq, await room.store()]).toEqual([seq, true]);
}

beforeAll(async () => {
  const folder = newFolder();
  const store = openStore(join(folder, 'cerchi.sqlite'));
  const streams = streamsOn(store, { program: null });
  const row = streams.index.file({ id: 'stream-1', kind: 'gathering', code: CODE, path: null, demo: false });
  const room = streams.gathering(row as StreamRow<'gathering'>);
  const asked: Asked[] = [];
  const dice = seededRandom(11);
  let at = 1400317200000;
  const answers: Promise<unknown>[] = [];
  // Each is decided in the state after the one before, which runs ahead of the disk.
  const say = (type: string, ask: unknown, actor: Actor) => {
    const command = { id: `cmd-${asked.length}-of-day`, type, ask };
    asked.push({ command, actor });
    answers.push(room.submit(command, actor, at));
  };
  say('openGathering', opening('stream-1'), owner);
  for (const seat of PEOPLE) say('takeSeat', { seat, sector: 'volontariato' }, person(seat));
  const facilitator: Actor = { id: 'account-2', role: 'facilitator', seat: null };
  for (const phase of PHASES) {
    say('changePhase', { phase }, owner);
    if (phase === 'voting') say('openVoting', { quota: 5 }, owner);
    if (phase === 'closing') say('setClosingWord', { on: true }, owner);
    for (let step = 0; step < 400; step++) {
      const seat = PEOPLE[step % PEOPLE.length] ?? '';
      at += 1000;
      const gesture = wouldDo(room.whole(), seat, { at, speed: 60, dice });
      if (gesture) say(gesture.type, gesture.ask, person(seat));
      const notes = Object.keys(room.whole().notes);
      const note = notes[step % Math.max(1, notes.length)];
      if (step % 40 === 7 && note) say('flagText', { what: 'note', id: note }, person(seat));
      if (step % 40 === 27 && note) say('restoreText', { what: 'note', id: note }, facilitator);
      if (step % 60 === 31 && note)
        say('reviseNote', { note, kind: 'bisogno', text: `detto meglio ${step}` }, person(seat));
    }
  }
  await Promise.all(answers);
  day = { folder, asked, facts: room.seq };
  store.close();
});

/** Everything that a stream shows, tells and remembers. */
function shown(room: GatheringStream, log: LogStore) {
  const chains = [0];
  for (const fact of log.since('stream-1', 0)) chains.push(nextHistoryHash(chains.at(-1) ?? 0, fact));
  const last = room.seq;
  const back = [0, 1, Math.floor(last / 3), last - 40, last - 1, last].flatMap((since) =>
    (['public', 'staff'] as const).flatMap((audience) =>
      [null, 'seat-3'].map((seat) =>
        room.catchUp(
          { since, chain: chains[since] ?? 0, answered: ['cmd-3-of-day', 'cmd-400-of-day', 'never'] },
          audience,
          seat,
        ),
      ),
    ),
  );
  return {
    state: room.whole(),
    whole: JSON.stringify(room.whole()),
    public: room.snapshot('public').text,
    staff: room.snapshot('staff').text,
    numbers: [room.commands, room.last, room.authors],
    back,
    parted: [1, Math.floor(last / 2), last].map(
      (since) => room.catchUp({ since, chain: 7, answered: [] }, 'public', null).parted,
    ),
  };
}

describe('a stored state with the facts after it', () => {
  it('is what the whole log folds to, for all audiences and wherever it was stored', async () => {
    const store = open(copy());
    const whole = shown(roomIn(streamsOn(store, { program: null })), store.log);
    expect(whole.back.every((b) => b.parted === undefined && b.facts !== null)).toBe(true);
    const types = new Set([...store.log.since('stream-1', 0)].map((f) => f.type));
    expect(types.size).toBeGreaterThan(15);
    expect([...types]).toEqual(expect.arrayContaining(['textFlagged', 'dotsPlaced', 'moved']));
    const dice = seededRandom(5);
    const first = [...store.log.since('stream-1', 0)].find((f) => f.by?.startsWith('~'))?.seq ?? 0;
    const cuts = Array.from({ length: 14 }, () => first + dice.below(day.facts - first));
    for (const cut of [first, ...cuts, day.facts]) {
      await storeAt(store, cut);
      const room = roomIn(streamsOn(store));
      // It was used: otherwise nothing is left to be checked.
      expect([cut, room.isUnchecked]).toEqual([cut, true]);
      expect(shown(room, store.log)).toEqual(whole);
    }
  });

  it('answers all that was asked before, and what is asked then, as if the whole log had been folded', async () => {
    const answers = async (folder: string, stored: boolean) => {
      const store = open(folder);
      if (stored) await storeAt(store, day.facts - 200);
      const streams = streamsOn(store, { at: 1400357200000 });
      const room = roomIn(streams);
      expect(room.isUnchecked).toBe(stored);
      const ask = ({ command, actor }: Asked) => room.submit(command, actor);
      const told = await Promise.all(day.asked.map(ask));
      const again = day.asked
        .slice(-300)
        .map((a) => ({ ...a, command: { ...a.command, id: `${a.command.id}-2` } }));
      told.push(...(await Promise.all(again.map(ask))));
      return { told, shown: shown(room, store.log) };
    };
    const [from, without] = [await answers(copy(), true), await answers(copy(), false)];
    expect(from).toEqual(without);
    const refused = from.told.filter((a) => !a.ok);
    expect(from.told.filter((a) => a.ok).length).toBeGreaterThan(day.facts);
    expect(refused.length).toBeGreaterThan(10);
  });
});

describe('a stored state is ignored, and the log folded,', () => {
  const loads = (streams: Streams) => {
    const room = roomIn(streams);
    return [room.isUnchecked, JSON.stringify(room.whole())];
  };
  async function stored() {
    const store = open(copy());
    const seq = day.facts - 50;
    await storeAt(store, seq);
    const folded = (log = store.log) => [
      false,
      JSON.stringify(roomIn(streamsOn(store, { log, program: null })).whole()),
    ];
    expect(loads(streamsOn(store))[0]).toBe(true);
    return { store, seq, folded };
  }
  const change = (store: SqliteStore, to: object) => {
    const row = store.states.get('stream-1');
    if (!row) throw new Error('nothing is stored');
    store.states.put({ ...row, ...to });
  };

  it('when another program folded it', async () => {
    const { store, folded } = await stored();
    expect(loads(streamsOn(store, { program: 'another program' }))).toEqual(folded());
  });

  it('when a bit of it is not as it was written', async () => {
    const { store, folded } = await stored();
    const bytes = Buffer.from(store.states.get('stream-1')?.bytes ?? []);
    for (const at of [0, 40, bytes.length - 1]) {
      const spoilt = Buffer.from(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      change(store, { bytes: spoilt });
      expect(loads(streamsOn(store))).toEqual(folded());
    }
    change(store, { bytes: Buffer.alloc(0) });
    expect(loads(streamsOn(store))).toEqual(folded());
  });

  it('when it is said to be of another number, or encrypted by the key of another epoch', async () => {
    const { store, seq, folded } = await stored();
    change(store, { seq: seq - 1 });
    expect(loads(streamsOn(store))).toEqual(folded());
    change(store, { seq, epoch: 1 });
    expect(loads(streamsOn(store))).toEqual(folded());
  });

  it('when the key is not here any more', async () => {
    const { store } = await stored();
    rmSync(join(store.keyFolder ?? '', '.'), { recursive: true });
    const room = roomIn(streamsOn(store));
    expect([room.isUnchecked, room.authors]).toEqual([false, 'lost']);
  });

  it('when the log is shorter, or has another fact with its number', async () => {
    const { store, seq, folded } = await stored();
    const shorter = upTo(store, seq - 1);
    expect(loads(streamsOn(store, { log: shorter }))).toEqual(folded(shorter));
    for (const to of [{ cmd: 'another' }, { at: 5 }]) {
      const other = upTo(store, day.facts, (fact) => (fact.seq === seq ? { ...fact, ...to } : fact));
      expect(loads(streamsOn(store, { log: other }))).toEqual(folded(other));
    }
  });
});

describe('lines that a start took as folded', () => {
  it('are read afterwards, and then the state may be stored again', async () => {
    const store = open(copy());
    await storeAt(store, day.facts - 50);
    const streams = streamsOn(store);
    const room = roomIn(streams);
    expect([streams.unread, await room.store()]).toEqual([1, false]);
    await streams.checkRest();
    expect([streams.unread, room.isUnchecked, await room.store()]).toEqual([0, false, true]);
    expect([roomIn(streams) === room, store.states.get('stream-1')?.seq]).toEqual([true, day.facts]);
  });

  it('are found damaged as ever: the gathering is set aside, and its state deleted', async () => {
    const store = open(copy());
    await storeAt(store, day.facts);
    store.$client.exec(
      `INSERT INTO settings (key, value) VALUES ('maintenance', 'open');
       UPDATE facts SET at = at + 1 WHERE seq = 2; DELETE FROM settings WHERE key = 'maintenance'`,
    );
    const streams = streamsOn(store);
    const found: unknown[] = [];
    streams.foundDamaged = (row, error) => found.push([row.code, String(error)]);
    const room = roomIn(streams);
    expect([room.seq, found]).toEqual([day.facts, []]);
    await streams.loadRest();
    expect(found).toEqual([[CODE, expect.stringContaining('fact 2 is damaged')]]);
    expect([streams.damaged(), store.states.get('stream-1')]).toEqual([[CODE], null]);
    expect(await room.submit({ id: 'cmd-after', type: 'announce', ask: {} }, owner)).toMatchObject({
      refused: 'busy',
    });
    expect(() => roomIn(streams)).toThrow(/damaged/);
  });

  it('are read again when the disk did not answer in the middle of them', async () => {
    const store = open(copy());
    await storeAt(store, day.facts);
    let silent = false;
    const log: LogStore = {
      ...store.log,
      *since(...of) {
        for (const fact of store.log.since(...of)) {
          if (silent && fact.seq === 40)
            throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' });
          yield fact;
        }
      },
    };
    const streams = streamsOn(store, { log });
    const room = roomIn(streams);
    silent = true;
    await streams.checkRest();
    expect([streams.unread, streams.damaged(), roomIn(streams) === room]).toEqual([1, [], true]);
    silent = false;
    await streams.checkRest();
    expect([streams.unread, await room.store()]).toEqual([0, true]);
  });

  it('are of another history, and the state cannot be deleted: this process reads it no more', async () => {
    const store = open(copy());
    await storeAt(store, day.facts);
    const other = upTo(store, day.facts, (fact) => (fact.seq === 3 ? { ...fact, cmd: 'cmd-other' } : fact));
    const streams = streamsOn(store, { log: other });
    roomIn(streams);
    const remove = vi.spyOn(store.states, 'remove').mockImplementation(() => {
      throw new Error('database or disk is full');
    });
    await streams.checkRest();
    expect(remove).toHaveBeenCalledOnce();
    expect([store.states.get('stream-1')?.seq, roomIn(streams).isUnchecked]).toEqual([day.facts, false]);
  });

  it('are of another history: the log is folded, and nothing is said to be damaged', async () => {
    const store = open(copy());
    await storeAt(store, day.facts);
    const other = upTo(store, day.facts, (fact) => (fact.seq === 3 ? { ...fact, cmd: 'cmd-other' } : fact));
    const streams = streamsOn(store, { log: other });
    const room = roomIn(streams);
    await streams.checkRest();
    expect([store.states.get('stream-1'), streams.damaged()]).toEqual([null, []]);
    expect(roomIn(streams).whole().chain).not.toBe(room.whole().chain);
    expect(roomIn(streams).isUnchecked).toBe(false);
  });
});

describe('storing a state', () => {
  it('does nothing where no key is: before the first secret act, and after the keys were destroyed', async () => {
    const store = open(copy());
    const early = roomIn(streamsOn(store, { log: upTo(store, 3) }));
    rmSync(store.keyFolder ?? '', { recursive: true });
    const late = roomIn(streamsOn(store));
    expect([await early.store(), await late.store(), store.states.get('stream-1')]).toEqual([
      false,
      false,
      null,
    ]);
  });

  it('does nothing while a key is left that should have been destroyed', async () => {
    const store = open(copy());
    const streams = streamsOn(store);
    const room = roomIn(streams);
    streams.keys.add('stream-1', 0);
    expect([await room.store(), store.states.get('stream-1')]).toEqual([false, null]);
    streams.keys.destroy('stream-1', (_, last) => last);
    expect(await room.store()).toBe(true);
    const left = new Streams(store, SECRET, Date.now, store.log, PROGRAM);
    left.keys.add('stream-1', 1);
    expect(await roomIn(left).store()).toBe(false);
  });

  it('lets other work through, and is given up for a fact that withholds something', async () => {
    const store = open(copy());
    const streams = streamsOn(store);
    const room = roomIn(streams);
    const note = Object.values(room.whole().notes).find((n) => n.hidden === null)?.id;
    // The compression waits in a row behind these, so that the fact is on the disk before it.
    for (let n = 0; n < 8; n++) pbkdf2('a', 'b', 40_000, 64, 'sha512', () => {});
    const storing = room.store();
    const flag = { id: 'cmd-flag-now', type: 'flagText', ask: { what: 'note', id: note } };
    expect(await room.submit(flag, person('seat-4'))).toMatchObject({ ok: true });
    expect([await storing, store.states.get('stream-1')]).toEqual([false, null]);
    const again = room.store();
    streams.sleep('stream-1');
    expect([await again, store.states.get('stream-1')]).toEqual([false, null]);
  });

  it('is due after so many facts, where nothing is published for a moment', async () => {
    const store = open(copy());
    const streams = streamsOn(store);
    const room = roomIn(streams);
    expect(await streams.storeOne(day.facts, 0)).toBe(false);
    expect(await streams.storeOne(day.facts - 1, 0)).toBe(true);
    expect([room.behind, await streams.storeOne(0, 0)]).toEqual([0, false]);
    const news = { id: 'cmd-news-1', type: 'announce', ask: { announcement: 'news-0001', text: 'Ora' } };
    await room.submit(news, owner);
    expect([await streams.storeOne(0, 60_000), await streams.storeOne(0, 0)]).toEqual([false, true]);
    expect(await streamsOn(store, { program: null }).storeOne(0, 0)).toBe(false);
  });
});

describe('[E23] what must go', () => {
  let house: TestHouse | null = null;
  afterEach(async () => {
    await house?.close();
    house?.remove();
    house = null;
  });

  /** A gathering with a stored state, and a piece of its encrypted bytes. */
  async function kept() {
    const f = await furnished();
    house = f.h;
    await f.say('markInterest', { topic: 'topic-0001', on: true });
    await f.room().settled();
    expect(await f.h.streams.storeOne(0, 0)).toBe(true);
    const { states } = f.h.store;
    const bytes = Buffer.from(states.get(f.row.id)?.bytes ?? []);
    const piece = bytes.subarray(60, 90);
    const inFolder = (): string[] => inFiles(f.folder, piece);
    expect(inFolder().length).toBeGreaterThan(0);
    return { ...f, h: f.h, states, bytes, inFolder };
  }

  it('is never readable in a stored state', async () => {
    const { bytes } = await kept();
    expect((bytes.length - 12 - 16) % (64 * 1024)).toBe(0);
    for (const words of ['"cmd"', '"audiences"', 'public', 'Zenobia'])
      expect(bytes.includes(words)).toBe(false);
  });

  it('leaves no byte of a state that held it, in any file', async () => {
    const f = await kept();
    const target = { what: 'note', id: 'note-bad-1' } as const;
    await f.say('flagText', target);
    expect(f.states.get(f.row.id)).toBeNull();
    expect(await f.h.streams.storeOne(0, 0)).toBe(true);
    expect(await f.h.erasure.clear(f.row, target, 'un nome', office('planner'))).toMatchObject({ ok: true });
    expect([f.states.get(f.row.id), f.inFolder()]).toEqual([null, []]);
    expect(inFiles(f.folder, 'Zenobia')).toEqual([]);
  });

  it('[E35] goes with a person who is erased, and with the keys at the conclusion', async () => {
    const f = await kept();
    expect(await f.h.erasure.erase(f.row, f.anna.seat, office('planner'))).toMatchObject({ ok: true });
    expect([f.states.get(f.row.id), f.inFolder()]).toEqual([null, []]);
    f.room();
    expect(await f.h.streams.storeOne(0, 0)).toBe(true);
    await f.say('changePhase', { phase: 'concluded' }, office('owner'));
    await f.room().settled();
    for (let n = 0; n < 100 && f.states.get(f.row.id); n++) await new Promise((r) => setTimeout(r, 10));
    expect(f.states.get(f.row.id)).toBeNull();
    f.room();
    expect(await f.h.streams.storeOne(0, 0)).toBe(false);
  });

  it('is in no backup', async () => {
    const f = await kept();
    const file = join(newFolder(), 'copia.backup');
    backUp(f.folder, file);
    const copied = openStore(file);
    expect([copied.states.get(f.row.id), [...copied.log.since(f.row.id, 0)].length]).toEqual([
      null,
      f.room().seq,
    ]);
    copied.$client.close();
    expect(inFiles(join(file, '..'), f.bytes.subarray(60, 90))).toEqual([]);
  });
});

describe('a clean stop', () => {
  it('stores the state of a gathering of many facts, from which the next start goes on', async () => {
    const folder = copy();
    const { createApp } = await import('@/server/compose');
    const start = () => createApp({ folder, database: join(folder, 'cerchi.sqlite'), warn: () => {} });
    const first = start();
    expect(roomIn(first.streams).isUnchecked).toBe(false);
    await first.close();
    const next = start();
    const room = roomIn(next.streams);
    expect([room.isUnchecked, room.seq]).toEqual([true, day.facts]);
    await next.close();
    rmSync(folder, { recursive: true });
  });
});
