/**
 * Facts whose author nobody may know: the log cannot tell, nor a copy, nor the program once the gathering is concluded.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { nanoid } from 'nanoid';
import { afterEach, describe, expect, it } from 'vitest';
import { brokenInvariants } from '@/domain/gathering/invariants';
import type { Gathering } from '@/domain/gathering/state';
import { AuthorKeys, isSealedAuthor } from '@/server/log/author-keys';
import { backUp, restore } from '@/server/upkeep/backup';
import { verifyAll } from '@/server/upkeep/verify';
import { join_, newFolder, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});

type Row = Record<string, string | number | null>;
const rowsIn = (file: string): Row[] => {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT * FROM facts ORDER BY seq').all() as Row[];
  db.close();
  return rows;
};
const keysIn = (folder: string): string[] =>
  existsSync(join(folder, 'keys')) ? readdirSync(join(folder, 'keys')) : [];
const UNSIGNED = new Set([
  'dotsPlaced',
  'moved',
  'interestMarked',
  'wordSaid',
  'textFlagged',
  'noteWritten',
  'noteRevised',
  'noteWithdrawn',
  'noteRestored',
]);

/** Three people who do one signed deed and all the unsigned ones. */
async function furnished(folder = newFolder()) {
  const h = await testHouse(folder);
  house = h;
  const row = await openSpace(h);
  const room = () => h.streams.gathering(row);
  const people = [
    await join_(h.url, 'PROVA', 'Uno'),
    await join_(h.url, 'PROVA', 'Due'),
    await join_(h.url, 'PROVA', 'Tre'),
  ];
  const seat = (n: number): string => people[n]?.seat ?? '';
  const office = { id: 'account-01', role: 'owner' as const, seat: null };
  const ask = (n: number | 'office', type: string, what: unknown, id = nanoid(14)) =>
    room().submit(
      { id, type, ask: what },
      n === 'office' ? office : { id: seat(n), role: 'participant', seat: seat(n) },
    );
  const say = async (n: number | 'office', type: string, what: unknown) => {
    const answer = await ask(n, type, what);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
    return answer;
  };
  await say(0, 'proposeTopic', { topic: 'topic-0001', title: 'Chi cura chi cura?' });
  await say(0, 'placeTopic', {
    session: 'session-01',
    topic: 'topic-0001',
    slot: 'slot-0001',
    space: 'space-000',
  });
  await say('office', 'openVoting', { quota: 5 });
  await say('office', 'setClosingWord', { on: true });
  for (const n of [0, 1, 2]) {
    await say(n, 'markInterest', { topic: 'topic-0001', on: true });
    await say(n, 'moveTo', { to: 'session-01' });
    await say(n, 'placeDots', { topic: 'topic-0001', dots: n + 1 });
    const [note, words] = [`note-000${n}`, { kind: 'bisogno', text: `nota di ${n}` }];
    await say(n, 'writeNote', {
      note,
      topic: 'topic-0001',
      session: 'session-01',
      anonymous: true,
      ...words,
    });
    await say(n, 'reviseNote', { note, kind: 'altro', text: `nota di ${n}, detta meglio` });
    await say(n, 'withdrawNote', { note });
    await say(n, 'restoreNote', { note });
    await say(n, 'sayWord', { word: `word-000${n}`, text: 'grazie' });
  }
  await say(2, 'flagText', { what: 'note', id: 'note-0000' });
  return { h, row, room, seat, ask, say, folder, people };
}
const plain = (x: unknown): unknown => JSON.parse(JSON.stringify(x));
const stateOf = (room: { whole(): unknown }) => plain(room.whole()) as Gathering;

describe('[I7][I12][E24] a line of the log', () => {
  it('of an unsigned act bears nobody in any column, and two by one person have nothing in common', async () => {
    const f = await furnished();
    const rows = rowsIn(join(f.folder, 'cerchi.sqlite')).filter((r) => UNSIGNED.has(String(r.type)));
    expect(rows.length).toBe(25);
    for (const row of rows) {
      for (const n of [0, 1, 2]) expect(JSON.stringify(row)).not.toContain(f.seat(n));
      expect([row.via, row.origin]).toEqual([null, 'telefono']);
      expect(isSealedAuthor(String(row.by))).toBe(true);
    }
    expect(new Set(rows.map((r) => r.by)).size).toBe(rows.length);
    expect(new Set(rows.map((r) => String(r.by).length)).size).toBe(1);
    for (const row of rows.filter((r) => r.type === 'noteWritten'))
      expect(JSON.parse(String(row.data))).toMatchObject({ anonymous: true, sector: null });
    const db = new Database(join(f.folder, 'cerchi.sqlite'), { readonly: true });
    const joined = db
      .prepare(
        'SELECT count(*) FROM facts JOIN seats ON seats.id IN (facts."by", facts.via) WHERE facts."by" LIKE ?',
      )
      .pluck()
      .get('~%');
    db.close();
    expect(joined).toBe(0);
  });

  it('is its author’s still, also when the server has started again: changed, taken back, counted once', async () => {
    const f = await furnished();
    const before = stateOf(f.room());
    await f.h.close();
    house = await testHouse(f.folder);
    const room = house.streams.gathering(f.row);
    expect(stateOf(room)).toEqual(before);
    expect(brokenInvariants(room.whole() as Gathering)).toEqual([]);
    const her = { id: f.seat(1), role: 'participant' as const, seat: f.seat(1) };
    const again = (type: string, ask: unknown) => room.submit({ id: nanoid(14), type, ask }, her);
    expect(await again('withdrawNote', { note: 'note-0001' })).toMatchObject({ ok: true });
    expect(await again('withdrawNote', { note: 'note-0002' })).toMatchObject({ refused: 'not_author' });
    expect(await again('placeDots', { topic: 'topic-0001', dots: 4 })).toMatchObject({ ok: true });
    const close = { id: nanoid(14), type: 'closeVoting', ask: {} };
    await room.submit(close, { id: 'account-01', role: 'owner', seat: null });
    expect(room.whole().voting).toMatchObject({
      voters: 3,
      totals: { 'topic-0001': { phone: 8, paper: 0 } },
    });
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
  });
});

describe('[S50] a copy', () => {
  it('has no key in it; on another machine it folds to the same counts, an open vote is void, and all vote again', async () => {
    const f = await furnished();
    const before = stateOf(f.room());
    const elsewhere = newFolder();
    const copy = join(elsewhere, 'one.backup');
    backUp(f.folder, copy);
    const keys = keysIn(f.folder).map((name) => readFileSync(join(f.folder, 'keys', name)));
    expect(keys.length).toBe(1);
    for (const key of keys) expect(readFileSync(copy).includes(key)).toBe(false);
    await f.h.close();
    f.h.remove();
    expect(restore(elsewhere, copy, 0).verdicts.flatMap((v) => v.wrong)).toEqual([]);
    expect(keysIn(elsewhere)).toEqual([]);
    house = await testHouse(elsewhere);
    const room = () => house?.streams.gathering(f.row);
    await until('said', () => room()?.whole().keyEpoch === 1);
    const now = stateOf(room() as never);
    expect(now.sessions['session-01']).toMatchObject({ present: 0, attended: 3, attendedFinal: true });
    expect(Object.keys(now.notes)).toEqual(Object.keys(before.notes));
    expect(now.voting).toMatchObject({ state: 'open', voters: 0, round: 2 });
    expect(now.voting.log.at(-1)?.what).toBe('voided');
    for (const { dots, circle, notes } of Object.values(now.private))
      expect({ dots, circle, notes }).toEqual({ dots: {}, circle: null, notes: {} });
    await until('the operator was told', () => house?.said.join().includes('votes again') ?? false);
    const her = { id: f.seat(1), role: 'participant' as const, seat: f.seat(1) };
    const ask = (type: string, what: unknown) =>
      (room() as NonNullable<ReturnType<typeof room>>).submit({ id: nanoid(14), type, ask: what }, her);
    expect(await ask('placeDots', { topic: 'topic-0001', dots: 5 })).toMatchObject({ ok: true });
    expect(await ask('placeDots', { topic: 'topic-0001', dots: 3 })).toMatchObject({ ok: true });
    expect(await ask('withdrawNote', { note: 'note-0001' })).toMatchObject({ refused: 'authors_forgotten' });
    expect(await ask('moveTo', { to: 'session-01' })).toMatchObject({ ok: true });
    expect(await ask('sayWord', { word: 'word-again', text: 'due' })).toMatchObject({
      refused: 'authors_forgotten',
    });
    expect(stateOf(room() as never)).toMatchObject({
      voting: { voters: 1 },
      sessions: { 'session-01': { present: 1, attended: 3 } },
    });
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
  });
});

describe('[E38] the conclusion', () => {
  const conclude = async (f: Awaited<ReturnType<typeof furnished>>) => {
    await f.say('office', 'changePhase', { phase: 'concluded' });
    await until('forgotten', () => f.room().whole().keyEpoch === 1 && keysIn(f.folder).length === 0);
  };

  it('destroys the key: nobody has the link, in no file and not in memory; what was counted stays', async () => {
    const f = await furnished();
    const first = readFileSync(join(f.folder, 'keys', keysIn(f.folder)[0] ?? ''));
    await conclude(f);
    const now = stateOf(f.room());
    expect(now.voting).toMatchObject({
      state: 'closed',
      voters: 3,
      totals: { 'topic-0001': { phone: 6, paper: 0 } },
    });
    expect(now.topics['topic-0001']).toMatchObject({ interested: 3, interestedFinal: true });
    for (const mine of Object.values(now.private)) expect(JSON.stringify(mine)).not.toContain('0001');
    // Their own words too are shown to nobody as theirs.
    const own = f.room().since(0, 'public', f.seat(1)) ?? [];
    expect(own.filter((text) => text.includes('note-0001') && text.includes(f.seat(1)))).toEqual([]);
    expect(await f.ask('office', 'reopenVoting', { reason: 'presto' })).toMatchObject({
      refused: 'authors_forgotten',
    });
    expect(await f.ask(1, 'reviseNote', { note: 'note-0001', kind: 'altro', text: 'altro' })).toMatchObject({
      refused: 'authors_forgotten',
    });
    expect(await f.ask(1, 'markInterest', { topic: 'topic-0001', on: true })).toMatchObject({
      refused: 'authors_forgotten',
    });
    expect(f.h.accounts.trail().map((l) => l.what)).toContain('authors_forgotten');
    await f.h.close();
    for (const name of readdirSync(f.folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(f.folder, name);
      if (statSync(file).isFile()) expect(readFileSync(file).includes(first), name).toBe(false);
    }
    house = await testHouse(f.folder);
    expect(stateOf(house.streams.gathering(f.row))).toEqual(now);
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
  });

  it('is finished at the next start, should a crash come between the log’s word and the key', async () => {
    const f = await furnished();
    const name = keysIn(f.folder)[0] ?? '';
    const key = readFileSync(join(f.folder, 'keys', name));
    await conclude(f);
    await f.h.close();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(f.folder, 'keys', name), key);
    house = await testHouse(f.folder);
    await until('gone', () => keysIn(f.folder).length === 0);
    const own = house.streams.gathering(f.row).since(0, 'public', f.seat(1)) ?? [];
    expect(own.filter((text) => text.includes('note-0001') && text.includes(f.seat(1)))).toEqual([]);
  });

  it('turned back leaves a day that goes on: nobody is counted twice, and what is new is their own again', async () => {
    const f = await furnished();
    await conclude(f);
    await f.say('office', 'changePhase', { phase: 'sessions' });
    await f.say(1, 'moveTo', { to: 'session-01' });
    const words = { kind: 'altro', text: 'ancora' };
    await f.say(1, 'writeNote', { note: 'note-late', topic: 'topic-0001', anonymous: true, ...words });
    await f.say(1, 'withdrawNote', { note: 'note-late' });
    expect(stateOf(f.room()).sessions['session-01']).toMatchObject({ present: 1, attended: 3 });
    expect(keysIn(f.folder).map((name) => name.split('.')[1])).toEqual(['1']);
    expect(verifyAll(f.h.streams).flatMap((v) => v.wrong)).toEqual([]);
  });
});

describe('[E35] somebody erased', () => {
  it('leaves acts that are nobody’s and still count; neither log nor an older copy tells which, even side by side', async () => {
    const f = await furnished();
    const database = join(f.folder, 'cerchi.sqlite');
    const rows = () => rowsIn(database).filter((r) => UNSIGNED.has(String(r.type)));
    const [old, oldKeys] = [rows(), new AuthorKeys(join(f.folder, 'keys'))];
    expect(oldKeys.open(f.row.id, Number(old[0]?.seq), String(old[0]?.by))).toEqual({ by: f.seat(0) });
    const gone = await fetch(`${f.h.url}/api/erase-me`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        cookie: f.people[1]?.cookie ?? '',
      },
      body: JSON.stringify({ code: 'PROVA' }),
    });
    expect(await gone.json()).toEqual({ ok: true });
    const keys = new AuthorKeys(join(f.folder, 'keys'));
    const now = rows();
    expect(now.length).toBe(old.length);
    now.forEach((row, i) => {
      expect(row.by).not.toBe(old[i]?.by);
      expect(keys.open(f.row.id, Number(row.seq), String(row.by))?.by).not.toBe(f.seat(1));
      // No remaining key decrypts the older copy.
      expect(keys.open(f.row.id, Number(old[i]?.seq), String(old[i]?.by))).toBeNull();
    });
    await f.say('office', 'closeVoting', {});
    expect(stateOf(f.room())).toMatchObject({
      voting: { voters: 3, totals: { 'topic-0001': { phone: 6, paper: 0 } } },
      sessions: { 'session-01': { present: 3, attended: 3 } },
    });
    expect(brokenInvariants(f.room().whole() as Gathering)).toEqual([]);
    expect(verifyAll(f.h.streams).flatMap((v) => v.wrong)).toEqual([]);
    expect(await f.ask(2, 'withdrawNote', { note: 'note-0002' })).toMatchObject({ ok: true });
  });
});

describe('[I9] an answer belongs to who asked', () => {
  const words = (note: string, text: string) => ({ note, topic: 'topic-0001', kind: 'altro', text });

  it('under another’s id one does one’s own thing, and the other’s is done too', async () => {
    const f = await furnished();
    const id = 'cmd-everybody-sees';
    const eve = f.ask(2, 'writeNote', words('note-of-eve', 'mia'), id);
    const anna = f.ask(0, 'writeNote', words('note-of-anna', 'di Anna'), id);
    const [hers, theirs] = [await eve, await anna];
    expect([hers.ok, theirs.ok]).toEqual([true, true]);
    expect(hers).not.toEqual(theirs);
    expect(stateOf(f.room()).notes['note-of-anna']?.text).toBe('di Anna');
    // When they send it again, each gets their own number.
    expect(await f.ask(0, 'writeNote', words('note-of-anna', 'di Anna'), id)).toMatchObject({
      ok: true,
      seq: theirs.ok && theirs.seq,
    });
    // A refusal under one person's id refuses it to nobody else.
    const no = 'cmd-refused-to-eve';
    expect(await f.ask(2, 'withdrawNote', { note: 'note-of-anna' }, no)).toMatchObject({ ok: false });
    expect(await f.ask(0, 'withdrawNote', { note: 'note-of-anna' }, no)).toMatchObject({ ok: true });
  });

  it('a phone that asks after its answers is told that they are gone, though another used their ids', async () => {
    const f = await furnished();
    const id = 'cmd-lost-with-a-copy';
    await f.ask(2, 'writeNote', words('note-of-eve', 'mia'), id);
    const lacking = (n: number) =>
      f.room().catchUp({ since: null, answered: [id] }, 'public', f.seat(n)).missing;
    expect([lacking(0), lacking(2)]).toEqual([[id], []]);
    f.h.streams.sleep(f.row.id);
    expect([lacking(0), lacking(2)]).toEqual([[id], []]);
    // Nor does another person who repeats its id get the fact itself.
    const anonymous = await f.ask(
      1,
      'writeNote',
      { ...words('note-of-due', 'segreta'), anonymous: true },
      'cmd-anonymous-1',
    );
    expect(anonymous).toMatchObject({ ok: true, fact: { by: f.seat(1) } });
    const stolen = await f.ask(
      2,
      'writeNote',
      { ...words('note-of-due', 'segreta'), anonymous: true },
      'cmd-anonymous-1',
    );
    expect(stolen).toMatchObject({ ok: false, refused: 'id_already_used' });
  });

  it('once the authors are forgotten, repeating the id of an unsigned act gives its number and nothing of it', async () => {
    const f = await furnished();
    const [id, dots] = ['cmd-the-dots-of-due', { topic: 'topic-0001', dots: 1 }];
    const first = await f.ask(1, 'placeDots', dots, id);
    expect(first).toMatchObject({ ok: true, fact: { by: f.seat(1), data: dots } });
    await f.say('office', 'changePhase', { phase: 'concluded' });
    await until('forgotten', () => f.room().whole().keyEpoch === 1 && keysIn(f.folder).length === 0);
    f.h.streams.sleep(f.row.id);
    for (const n of [0, 1, 2])
      expect(await f.ask(n, 'placeDots', dots, id)).toEqual({ ok: true, seq: first.ok && first.seq });
  });
});
