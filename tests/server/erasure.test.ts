/** A person erased and a text erased: nothing of them is left, in any file of the data folder. */
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import type { Gathering } from '@/domain/gathering/state';
import { founding } from '@/domain/programming/founding-document';
import { gatheringJson } from '@/reports/gathering-json';
import { backUp } from '@/server/upkeep/backup';
import { scheduleBackups } from '@/server/upkeep/scheduled-backups';
import { fingerprint } from '@/server/log/fingerprint';
import { retain } from '@/server/upkeep/retention';
import { verifyAll } from '@/server/upkeep/verify';
import { device, join_, newFolder, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});

/** Matches that `grep -a` over the data folder would find. */
const inFiles = (folder: string, words: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return inFiles(path, words);
    return readFileSync(path).includes(words) ? [path] : [];
  });
/** The files with such names. */
const inFolder = (folder: string, name: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes(name))
    .map((path) => join(folder, path));
const office = (role: 'owner' | 'planner' | 'facilitator') => ({ id: `acc-${role}`, role, seat: null });
const json = { 'content-type': 'application/json', accept: 'application/json' };

const fail = (what: string, error?: unknown): never => {
  throw new Error(`${what}: ${String(error)}`);
};
const NAME = 'Genoveffa Quattrocchi';
const SECRET = 'il figlio di Zenobia è in cura';

async function furnished(folder = newFolder()) {
  const h = await testHouse(folder);
  const row = await openSpace(h);
  const room = () => h.streams.gathering(row);
  const anna = await join_(h.url, 'PROVA', NAME, { subgroup: 'care_giver', municipality: 'Soliera' });
  const her = { id: anna.seat, role: 'participant' as const, seat: anna.seat };
  const say = async (
    type: string,
    ask: unknown,
    actor: Parameters<ReturnType<typeof room>['submit']>[1] = her,
  ) => {
    const answer = await room().submit({ id: nanoid(14), type, ask }, actor);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
  };
  await say('proposeTopic', { topic: 'topic-0001', title: 'Chi cura chi cura?' });
  const kind = 'bisogno';
  await say('writeNote', { note: 'note-bad-1', topic: 'topic-0001', kind, text: `prima: ${SECRET}` });
  await say('reviseNote', { note: 'note-bad-1', kind, text: `poi: ${SECRET}` });
  await say('writeNote', { note: 'note-good', topic: 'topic-0001', kind, text: 'una nota che resta' });
  await say('beginReport', { topic: 'topic-0001' });
  return { h, row, room, anna, her, say, folder };
}

/** A path whose planners have quoted the note before anybody saw that it names a person. */
async function quoting(h: TestHouse, gathering: string) {
  const path = h.streams.index.file({
    id: 'path-2014-x',
    kind: 'path',
    code: 'PATTO',
    path: null,
    demo: false,
  });
  const ask = async (type: string, what: unknown) => {
    const answer = await h.streams.path(path).submit({ id: nanoid(14), type, ask: what }, office('planner'));
    if (!answer.ok) throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
  };
  await ask('openPath', { ...founding, path: path.id, code: 'PATTO' });
  await ask('addMeeting', { id: 'meeting-01', title: 'OST', gathering });
  const ref = `${gathering}/note/note-bad-1`;
  await ask('codeWords', {
    id: 'coding-01',
    ref,
    start: 0,
    end: 20,
    make: [{ id: 'code-0001', label: 'cura' }],
  });
  await ask('addNeed', { id: 'need-00001', title: 'tempo' });
  await ask('linkEvidence', { id: 'evidence-1', what: 'need', target: 'need-00001', ref });
  return path;
}

describe('[E35] a person erased', () => {
  it('is in no file any more; what she gave stays, unattributed, and the log says it was done', async () => {
    const f = await furnished();
    house = f.h;
    expect(inFiles(f.folder, NAME).length).toBeGreaterThan(0);
    expect(inFiles(f.folder, 'care_giver').length).toBeGreaterThan(0);
    const own = await fetch(`${house.url}/api/mine/PROVA`, { headers: { cookie: f.anna.cookie } });
    expect(await own.json()).toMatchObject({
      label: NAME,
      seat: { subgroup: 'care_giver', municipality: 'Soliera' },
      topics: [{ number: 'T01' }],
      notes: [{ id: 'T01-N01', earlier: [`prima: ${SECRET}`] }, { id: 'T01-N02' }],
    });
    const erased = await fetch(`${house.url}/api/erase-me`, {
      method: 'POST',
      headers: { ...json, cookie: f.anna.cookie },
      body: JSON.stringify({ code: 'PROVA' }),
    });
    expect(await erased.json()).toEqual({ ok: true });
    for (const words of [NAME, 'Genoveffa', 'care_giver', 'Soliera', f.anna.recovery])
      expect(inFiles(f.folder, words), words).toEqual([]);
    const state = f.room().whole() as Gathering;
    expect(state.topics['topic-0001']?.title).toBe('Chi cura chi cura?');
    expect(state.seats[f.anna.seat]).toMatchObject({ erased: true, sector: 'volontariato', subgroup: null });
    expect([...house.streams.log.since(f.row.id, 0)].at(-1)).toMatchObject({ type: 'seatErased' });
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
    const recovered = await fetch(`${house.url}/api/recover`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ code: 'PROVA', recovery: f.anna.recovery }),
    });
    expect(recovered.status).toBe(403);
    expect(house.accounts.trail().map((l) => l.what)).toContain('erased');
  });
});

describe('[E36] minors', () => {
  it('once it is known that there are some, of those already in only the sector stays, in every file', async () => {
    const f = await furnished();
    house = f.h;
    expect(inFiles(f.folder, 'care_giver').length).toBeGreaterThan(0);
    const { title, question, sponsor, venue, fifthPrinciple } = f.room().whole();
    await f.say(
      'reviseGathering',
      { title, question, sponsor, venue, fifthPrinciple, minors: true },
      office('facilitator'),
    );
    const kept = () => f.room().whole().seats[f.anna.seat];
    expect(kept()).toMatchObject({ sector: 'volontariato', subgroup: null, municipality: null });
    await until('gone', () => house?.accounts.trail().at(-1)?.what === 'particulars_removed');
    for (const words of ['care_giver', 'Soliera']) expect(inFiles(f.folder, words), words).toEqual([]);
    expect(inFiles(f.folder, NAME).length).toBeGreaterThan(0);
    expect(kept()).toMatchObject({ sector: 'volontariato', subgroup: null, municipality: null });
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
  });
});

describe('[E36] minors, and a copy put back', () => {
  it('from before it was known that there are some: of those who were in only the sector stays, of later ones all', async () => {
    const folder = newFolder();
    const f = await furnished(folder);
    f.h.store.$client.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(join(folder, 'cerchi.sqlite'), join(folder, 'copy.backup'));
    expect(await f.h.erasure.sectorsAlone(f.row)).toBeGreaterThan(0);
    await f.h.close();
    copyFileSync(join(folder, 'copy.backup'), join(folder, 'cerchi.sqlite'));
    house = await testHouse(folder);
    expect(inFiles(folder, 'care_giver')).toContain(join(folder, 'cerchi.sqlite'));
    expect(await house.erasure.again()).toBe(1);
    expect(inFiles(folder, 'care_giver').filter((p) => !p.endsWith('.backup'))).toEqual([]);
    expect(await house.erasure.again()).toBe(0);
    const late = { code: 'PROVA', label: 'Chi viene poi', sector: 'volontariato', municipality: 'Soliera' };
    await fetch(`${house.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(late),
    });
    expect(await house.erasure.again()).toBe(0);
    expect(inFiles(folder, 'Soliera').filter((p) => !p.endsWith('.backup'))).not.toEqual([]);
  });
});

describe('photographs', () => {
  it('one taken off a report is no file any more, unless another report shows it; copies let it go in their time', async () => {
    const f = await furnished();
    house = f.h;
    const chart = (background: string) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .withExif({ IFD0: { Artist: NAME } })
        .jpeg()
        .toBuffer();
    const send = async (photo: string, colour: string, topic = 'topic-0001') => {
      const body = new Uint8Array(await chart(colour));
      const sent = await fetch(`${f.h.url}/api/photos/PROVA`, {
        method: 'POST',
        body,
        headers: { cookie: f.anna.cookie },
      });
      const { ok: _, ...told } = (await sent.json()) as { ok: true; hash: string; w: number; h: number };
      await f.say('attachPhoto', { topic, photo, ...told });
      return told.hash;
    };
    const there = (hash: string) => inFolder(f.folder, hash);
    const [red, blue] = [await send('photo-red', '#f00'), await send('photo-blu', '#00f')];
    expect(await send('photo-re2', '#f00')).toBe(red);
    expect([there(red).length, there(blue).length]).toEqual([1, 1]);
    for (const file of [...there(red), ...there(blue)]) expect(readFileSync(file).includes(NAME)).toBe(false);
    const bytes = readFileSync(there(blue)[0] ?? '');
    const backup = join(f.folder, 'one.backup');
    backUp(f.folder, backup);
    expect(readFileSync(backup).includes(bytes.subarray(0, 60))).toBe(true);
    await f.say('removePhoto', { topic: 'topic-0001', photo: 'photo-blu' });
    await f.say('removePhoto', { topic: 'topic-0001', photo: 'photo-red' });
    expect([there(red).length, there(blue)]).toEqual([1, []]);
    expect((await fetch(`${f.h.url}/foto/${blue}.webp`)).status).toBe(404);
    await f.say('removePhoto', { topic: 'topic-0001', photo: 'photo-re2' });
    expect(there(red)).toEqual([]);
    backUp(f.folder, backup);
    expect(readFileSync(backup).includes(bytes.subarray(0, 60))).toBe(false);
  });
});

describe('the map of the hall', () => {
  it('is a file as long as it hangs: kept by retention, deleted when it is taken away', async () => {
    const f = await furnished();
    house = f.h;
    const drawing = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#0f0' } })
      .png()
      .toBuffer();
    const sent = await fetch(`${f.h.url}/api/photos/PROVA`, {
      method: 'POST',
      body: new Uint8Array(drawing),
      headers: { cookie: f.anna.cookie },
    });
    const { ok: _, ...map } = (await sent.json()) as { ok: true; hash: string; w: number; h: number };
    await f.say('hangMap', map, office('facilitator'));
    const DAY = 86_400_000;
    for (const days of [0, 2, 4]) {
      Object.assign(f.h.streams, { clock: () => Date.now() + days * DAY });
      retain(f.h.streams, f.h.accounts, f.folder);
    }
    expect(inFolder(f.folder, map.hash)).toHaveLength(1);
    await f.say('takeMapDown', {}, office('facilitator'));
    expect(inFolder(f.folder, map.hash)).toEqual([]);
  });
});

describe('[E23] a text cleared', () => {
  it('withheld at once, then gone from log, snapshots, exports, quotes and files; the rest stays and holds', async () => {
    const f = await furnished();
    house = f.h;
    const path = await quoting(house, f.row.id);
    const target = { what: 'note', id: 'note-bad-1' } as const;
    const { erasure, streams } = house;
    expect(await erasure.clear(f.row, target, '', office('planner'))).toMatchObject({
      refused: 'nothing_to_change',
    });
    await f.say('flagText', target);
    expect(f.room().snapshot('public').text).not.toContain('Zenobia');
    expect(f.room().snapshot('staff').text).toContain('Zenobia');
    expect(await erasure.clear(f.row, target, '', office('facilitator'))).toMatchObject({
      refused: 'not_allowed',
    });
    await f.say('changePhase', { phase: 'concluded' }, office('owner'));
    await f.room().settled();
    const upTo = f.room().seq;
    await f.say('freezeRecord', { hash: fingerprint(streams.log, f.row.id, upTo), upTo }, office('owner'));
    expect(inFiles(f.folder, 'Zenobia').length).toBeGreaterThan(0);

    const reason = 'nome di un minore';
    expect(await erasure.clear(f.row, target, reason, office('planner'))).toMatchObject({ ok: true });

    expect(inFiles(f.folder, 'Zenobia')).toEqual([]);
    const facts = [...streams.log.since(f.row.id, 0)];
    expect(JSON.stringify(facts)).not.toContain('Zenobia');
    expect(facts.at(-1)).toMatchObject({
      type: 'textCleared',
      by: 'acc-planner',
      data: { ...target, reason },
    });
    for (const audience of ['public', 'staff'] as const) {
      expect(f.room().snapshot(audience).text).not.toContain('Zenobia');
      expect(JSON.stringify(f.room().since(0, audience, null))).not.toContain('Zenobia');
    }
    const { labels } = streams.seats.labelled(f.row.id, 'all');
    const whole = gatheringJson(f.room().whole() as Gathering, { labels, publicly: false, exportedAt: 0 });
    expect(JSON.stringify(whole)).not.toContain('Zenobia');
    expect(streams.path(path).snapshot('staff').text).not.toContain('Zenobia');
    expect(JSON.stringify([...streams.log.since(path.id, 0)])).not.toContain('Zenobia');
    // Other texts are unchanged, the seal is valid, and erasing twice does nothing.
    expect(JSON.stringify(facts)).toContain('una nota che resta');
    expect(verifyAll(streams).flatMap((v) => v.wrong)).toEqual([]);
    expect(await erasure.clear(f.row, target, '', office('planner'))).toMatchObject({
      refused: 'nothing_to_change',
    });
  });

  it('is gone from the screens that are open, and so is a name, without anybody touching them', async () => {
    const f = await furnished();
    house = f.h;
    const token = house.accounts.invite('invite', 'owner', null, 1);
    const entered = await fetch(`${house.url}/api/enter`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token, name: 'Chi titola', passphrase: 'una frase lunga' }),
    });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const desk = device(house.url, 'PROVA', cookie, 'desk');
    const wall = device(house.url, 'PROVA', null, 'wall');
    try {
      const texts = (of: typeof desk) => JSON.stringify([of.snapshot().confirmed, of.snapshot().people]);
      await until('both in', () => [desk, wall].every((d) => d.snapshot().link === 'live'));
      await f.say('flagText', { what: 'note', id: 'note-bad-1' });
      await until('the wall has it withheld', () => !texts(wall).includes('Zenobia'));
      expect(texts(desk)).toContain('Zenobia');
      await house.erasure.clear(f.row, { what: 'note', id: 'note-bad-1' }, '', office('owner'));
      await until('the desk has it cleared', () => !texts(desk).includes('Zenobia'));
      expect(texts(desk)).toContain(NAME);
      await fetch(`${house.url}/api/erase`, {
        method: 'POST',
        headers: { ...json, cookie },
        body: JSON.stringify({ code: 'PROVA', seat: f.anna.seat }),
      });
      await until('the name is gone from both', () => [desk, wall].every((d) => !texts(d).includes(NAME)));
      await until('and the fact is there', () => wall.snapshot().confirmed.seq === f.room().seq);
    } finally {
      desk.close();
      wall.close();
    }
  });

  it('a copy put back from before is cleansed at the start, of texts and of people', async () => {
    const folder = newFolder();
    const f = await furnished(folder);
    f.h.store.$client.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(join(folder, 'cerchi.sqlite'), join(folder, 'copy.backup'));
    await f.say('flagText', { what: 'note', id: 'note-bad-1' });
    await f.h.erasure.clear(f.row, { what: 'note', id: 'note-bad-1' }, '', office('owner'));
    await f.h.erasure.erase(f.row, f.anna.seat, office('owner'));
    await f.h.close();
    copyFileSync(join(folder, 'copy.backup'), join(folder, 'cerchi.sqlite'));
    house = await testHouse(folder);
    expect(inFiles(folder, NAME)).toContain(join(folder, 'cerchi.sqlite'));
    expect(await house.erasure.again()).toBe(2);
    for (const words of ['Zenobia', NAME, 'care_giver'])
      expect(inFiles(folder, words).filter((p) => !p.endsWith('.backup'))).toEqual([]);
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
    expect(await house.erasure.again()).toBe(0);
  });
});

describe('[E23][E35] the copies', () => {
  it('hold what was taken away for thirty days and no longer, also when nothing is written any more', async () => {
    const f = await furnished();
    house = f.h;
    let now = Date.now();
    const into = join(f.folder, 'copies');
    const copying = {
      store: house.store,
      data: f.folder,
      into,
      everyMinutes: 60,
      clock: () => now,
      warn: fail,
    };
    const start = () => scheduleBackups(copying, async (data, file) => backUp(data, file));
    const first = start();
    await f.say('writeNote', { note: 'note-more', topic: 'topic-0001', kind: 'altro', text: 'ancora' });
    await first.now();
    first.stop();
    const [before = ''] = inFiles(into, 'Zenobia');
    expect(before).toContain('.backup');
    now += 1000;
    await f.say('flagText', { what: 'note', id: 'note-bad-1' });
    await house.erasure.clear(f.row, { what: 'note', id: 'note-bad-1' }, '', office('owner'));
    await house.erasure.erase(f.row, f.anna.seat, office('owner'));
    // The server stops before the next copy, starts again, and nothing more is written: the copy is made all the same.
    const again = start();
    now += 60_000;
    await again.now();
    expect(readdirSync(into)).toHaveLength(2);
    expect(inFiles(f.folder, 'Zenobia')).toEqual([before]);
    expect(inFiles(f.folder, NAME)).toEqual([before]);
    await again.now();
    expect(readdirSync(into)).toHaveLength(2);
    now += 31 * 86_400_000;
    await again.now();
    again.stop();
    expect(readdirSync(into)).toHaveLength(1);
    for (const words of ['Zenobia', NAME, 'care_giver', f.anna.recovery])
      expect(inFiles(f.folder, words), words).toEqual([]);
  });
});

describe('retention', () => {
  it('labels and codes of a gathering long over go by themselves, and the trail says so', async () => {
    const f = await furnished();
    house = f.h;
    expect(retain(house.streams, house.accounts, f.folder)).toEqual([]);
    await house.accounts.signIn('una frase scritta nel campo sbagliato', 'altro');
    const refused = () => house?.accounts.trail().filter((l) => l.what === 'sign_in_refused').length;
    const DAY = 86_400_000;
    Object.assign(house.streams, { clock: () => Date.now() + 89 * DAY });
    expect(retain(house.streams, house.accounts, f.folder)).toEqual([]);
    expect(refused()).toBe(1);
    Object.assign(house.streams, { clock: () => Date.now() + 91 * DAY });
    expect(retain(house.streams, house.accounts, f.folder)).toEqual([{ code: 'PROVA', people: 1 }]);
    house.erasure.sweep();
    expect(inFiles(f.folder, NAME)).toEqual([]);
    expect(refused()).toBe(0);
    expect(house.accounts.trail().at(-1)).toMatchObject({ what: 'identifiers_removed', about: 'PROVA 1' });
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
    expect(retain(house.streams, house.accounts, f.folder)).toEqual([]);
  });
});
