/** A person erased and a text erased: nothing of them is left, in any file of the data folder. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { Gathering } from '@/domain/gathering/state';
import { gatheringJson } from '@/reports/gathering-json';
import { fingerprint } from '@/server/log/fingerprint';
import { verifyAll } from '@/server/upkeep/verify';
import { device, newFolder, type TestHouse, testHouse, until } from './house';
import { furnished, inFiles, json, NAME, office, quoting, SECRET } from './erasure-bench';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});

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

  it('a start loads no gathering for erasures that the database says it has; with another journal, all of them', async () => {
    const folder = newFolder();
    const f = await furnished(folder);
    house = f.h;
    await house.erasure.erase(f.row, f.anna.seat, office('owner'));
    const loads = async () => {
      house?.streams.sleep(f.row.id);
      expect(await house?.erasure.again()).toBe(0);
      return house?.streams.awakeCount().gathering;
    };
    expect([await loads(), await loads()]).toEqual([1, 0]);
    const journal = join(folder, 'forgotten.jsonl');
    const line = readFileSync(journal, 'utf8');
    writeFileSync(journal, line.replace(/"at":\d+/, '"at":1'));
    expect([await loads(), await loads()]).toEqual([1, 0]);
  });

  it('what is left to erase in a log that could not be read is erased once it can', async () => {
    const folder = newFolder();
    const f = await furnished(folder);
    f.h.store.$client.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(join(folder, 'cerchi.sqlite'), join(folder, 'copy.backup'));
    await f.h.erasure.erase(f.row, f.anna.seat, office('owner'));
    await f.h.close();
    copyFileSync(join(folder, 'copy.backup'), join(folder, 'cerchi.sqlite'));
    const spoilt = async (by: number) => {
      const file = new Database(join(folder, 'cerchi.sqlite'));
      file.exec(
        `INSERT INTO settings (key, value) VALUES ('maintenance', 'open');
         UPDATE facts SET at = at + ${by} WHERE seq = 2;
         DELETE FROM settings WHERE key = 'maintenance'`,
      );
      file.close();
      const at = await testHouse(folder);
      const done = await at.erasure.again();
      await at.close();
      return done;
    };
    expect(await spoilt(1)).toBe(0);
    expect(await spoilt(-1)).toBe(1);
    house = await testHouse(folder);
    expect(inFiles(folder, NAME).filter((p) => !p.endsWith('.backup'))).toEqual([]);
  });
});
