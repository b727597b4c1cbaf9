import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUp, restore, verifyBackup, verifyFolder } from '@/server/upkeep/backup';
import { dropPhotos } from '@/server/files/photo-files';
import { scheduleBackups, tooOld } from '@/server/upkeep/scheduled-backups';
import { holdFolder } from '../../db/folder-lock';
import { newFolder, openSpace, testHouse } from './house';

const anna = { id: 'seat-anna', role: 'participant' as const, seat: 'seat-anna' };
const photo = `${'a'.repeat(64)}.webp`;

/** A gathering with a few topics, a photograph beside it, and a server that goes on writing. */
async function written(topics = 5) {
  const house = await testHouse();
  const row = await openSpace(house);
  const room = house.streams.gathering(row);
  house.streams.seats.add(row.id, 'seat-anna', 'Anna');
  await room.submit({ id: 'sit-anna', type: 'takeSeat', ask: { seat: 'seat-anna', sector: null } }, anna);
  const propose = (n: number) =>
    room.submit(
      { id: `propose-${n}`, type: 'proposeTopic', ask: { topic: `topic-${n}`, title: `tema ${n}` } },
      anna,
    );
  for (let n = 0; n < topics; n++) await propose(n);
  mkdirSync(join(house.folder, 'photos'));
  writeFileSync(join(house.folder, 'photos', photo), 'una foto');
  return { house, row, propose };
}
const topicsOf = (file: string) => verifyBackup(file).map((v) => [v.code, v.totals.topics, v.wrong]);

describe('backup and restore', () => {
  it('copies under load, restores elsewhere, and verify holds: the log, the labels, the photographs, the secret', async () => {
    const { house, propose } = await written();
    const file = join(newFolder(), 'copia.backup');
    const writing = Array.from({ length: 50 }, (_, n) => propose(100 + n));
    backUp(house.folder, file);
    await Promise.all(writing);
    const secret = readFileSync(join(house.folder, 'secret'), 'utf8');
    await house.close();

    const elsewhere = newFolder();
    const { verdicts, aside } = restore(elsewhere, file, 0);
    expect(verdicts.map((v) => [v.code, v.wrong])).toEqual([['PROVA', []]]);
    expect(verdicts[0]?.totals.topics).toBeGreaterThanOrEqual(5);
    expect(aside).toBeNull();
    expect(readFileSync(join(elsewhere, 'secret'), 'utf8')).toBe(secret);
    expect(readFileSync(join(elsewhere, 'photos', photo), 'utf8')).toBe('una foto');
    const again = await testHouse(elsewhere);
    expect(again.streams.seats.label(again.streams.index.find('PROVA')?.id ?? '', 'seat-anna')).toBe('Anna');
    await again.close();
    expect(verifyFolder(elsewhere).flatMap((v) => v.wrong)).toEqual([]);
  });

  it('what was there before is moved aside, not deleted; a folder in use is left alone', async () => {
    const { house } = await written();
    const file = join(newFolder(), 'copia.backup');
    backUp(house.folder, file);
    expect(() => restore(house.folder, file, 0)).toThrow(expect.objectContaining({ why: 'locked' }));
    await house.close();
    const { aside } = restore(house.folder, file, 0);
    expect(readdirSync(aside ?? '')).toEqual(expect.arrayContaining(['cerchi.sqlite', 'photos', 'secret']));
    expect(existsSync(join(house.folder, 'restoring'))).toBe(false);
    expect(verifyFolder(house.folder).flatMap((v) => v.wrong)).toEqual([]);
  });

  it('a gathering whose log is damaged is said and not half read; the others stand, and it opens when it is mended', async () => {
    const { house, row } = await written();
    const other = await openSpace(house, 'ALTRO');
    const spoil = (by: number, at = house) =>
      at.store.$client.exec(
        `INSERT INTO settings (key, value) VALUES ('maintenance', 'open');
         UPDATE facts SET at = at + ${by} WHERE stream = '${row.id}' AND seq = 3;
         DELETE FROM settings WHERE key = 'maintenance'`,
      );
    const health = async (at = house) => (await fetch(`${at.url}/healthz`)).json();
    spoil(1);
    house.streams.sleep(row.id);
    expect(() => house.streams.gathering(row)).toThrow(/fact 3 is damaged/);
    expect(() => house.streams.gathering(row)).toThrow(/fact 3 is damaged/);
    expect(house.said).toEqual([expect.stringMatching(/^PROVA can't be opened.*restore/)]);
    expect(await health()).toMatchObject({ ok: false, damaged: 1 });
    expect(house.streams.gathering(other).seq).toBeGreaterThan(0);
    // A server that starts on it opens the others, and deletes no photograph that the damaged one may show.
    await house.close();
    const again = await testHouse(house.folder);
    again.keepNoLonger();
    await again.erasure.again();
    expect(again.said).toEqual([expect.stringMatching(/^PROVA can't be opened/)]);
    expect(again.streams.all().map((r) => r.code)).toEqual(['ALTRO']);
    dropPhotos(again.streams, again.folder, ['a'.repeat(64)]);
    expect(existsSync(join(again.folder, 'photos', photo))).toBe(true);
    spoil(-1, again);
    expect(again.streams.gathering(row).seen('public').topicOrder).toHaveLength(5);
    expect(await health(again)).toMatchObject({ ok: true, damaged: 0 });
    await again.close();
  });

  it('a damaged backup is said, and nothing is changed', async () => {
    const { house } = await written();
    const file = join(newFolder(), 'copia.backup');
    backUp(house.folder, file);
    await house.close();
    const before = readdirSync(house.folder).sort();
    truncateSync(file, 20_000);
    for (const act of [() => verifyBackup(file), () => restore(house.folder, file, 0)])
      expect(act).toThrow(expect.objectContaining({ why: 'damaged' }));
    writeFileSync(file, 'niente di utile '.repeat(100));
    expect(() => verifyBackup(file)).toThrow(expect.objectContaining({ why: 'damaged' }));
    expect(() => verifyBackup(`${file}-altrove`)).toThrow(expect.objectContaining({ why: 'missing' }));
    expect(readdirSync(house.folder).sort()).toEqual(before);
  });

  it('a file that is not there is said before the folder is taken: a wrong name makes no folder', () => {
    const folder = join(newFolder(), 'nuova');
    expect(() => restore(folder, join(folder, '..', 'altrove.backup'), 0)).toThrow(
      expect.objectContaining({ why: 'missing' }),
    );
    expect(existsSync(folder)).toBe(false);
  });

  it('a backup whose log was tampered with is refused whole', async () => {
    const { house } = await written();
    const file = join(newFolder(), 'copia.backup');
    backUp(house.folder, file);
    await house.close();
    const copy = new Database(file);
    for (const { name } of copy.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
      name: string;
    }[])
      copy.exec(`DROP TRIGGER ${name}`);
    copy.exec('DELETE FROM facts WHERE seq = 3');
    copy.close();
    expect(topicsOf(file)[0]?.[2]).toEqual([expect.stringContaining('fact 3 is missing')]);
    expect(() => restore(newFolder(), file, 0)).toThrow(expect.objectContaining({ why: 'damaged' }));
  });
});

describe('the data folder', () => {
  it('belongs to one server at a time', async () => {
    const { house } = await written(1);
    expect(() => holdFolder(house.folder)).toThrow(expect.objectContaining({ why: 'locked' }));
    await house.close();
    holdFolder(house.folder)();
  });

  it('is rid of a stream and of a seat whose first fact never came', async () => {
    const { house, row } = await written(1);
    house.streams.seats.add(row.id, 'seat-of-nobody', 'Nessuno');
    house.streams.index.file({
      id: 'stream-of-nothing',
      kind: 'gathering',
      code: 'VUOTO',
      path: null,
      demo: false,
    });
    await house.close();
    const again = await testHouse(house.folder);
    expect(again.streams.all().map((r) => r.code)).toEqual(['PROVA']);
    expect([
      again.streams.seats.has(row.id, 'seat-of-nobody'),
      again.streams.seats.has(row.id, 'seat-anna'),
    ]).toEqual([false, true]);
    await again.close();
  });
});

describe('automatic copies', () => {
  it('are made when something was written, and only then', async () => {
    const { house, propose } = await written(1);
    const into = newFolder();
    const copies = scheduleBackups(
      { store: house.store, data: house.folder, into, everyMinutes: 60, clock: Date.now, warn: () => {} },
      async (data, file) => backUp(data, file),
    );
    await copies.now();
    expect(readdirSync(into)).toHaveLength(0);
    await propose(50);
    await copies.now();
    await copies.now();
    const [file] = readdirSync(into);
    expect(readdirSync(into)).toHaveLength(1);
    expect(topicsOf(join(into, file ?? ''))).toEqual([['PROVA', 2, []]]);
    copies.stop();
    await house.close();
  });

  it('a folder that can’t be written is said, and tried again', async () => {
    const { house, propose } = await written(1);
    const said: string[] = [];
    const copies = scheduleBackups(
      {
        store: house.store,
        data: house.folder,
        into: join(house.folder, 'secret', 'copies'),
        everyMinutes: 60,
        clock: Date.now,
        warn: (what) => said.push(what),
      },
      async (data, file) => backUp(data, file),
    );
    await propose(50);
    await copies.now();
    await copies.now();
    expect(said).toHaveLength(2);
    copies.stop();
    await house.close();
  });

  it('the latest twenty-four stay, and the last of each of thirty days', () => {
    const names = Array.from({ length: 60 * 96 }, (_, i) => {
      const at = new Date(Date.UTC(2026, 0, 1) + i * 900_000).toISOString().slice(0, 19).replaceAll(':', '-');
      return `cerchi-${at}.backup`;
    });
    const gone = new Set(tooOld([...names, 'altro.txt'], Date.UTC(2026, 0, 61)));
    const left = names.filter((n) => !gone.has(n));
    expect(left).toHaveLength(24 + 29);
    expect(left.at(-1)).toBe(names.at(-1));
    expect(gone.has('altro.txt')).toBe(false);
    expect(left[0]).toContain('T23-45-00');
    // When nothing has been written for long, only the newest is left.
    expect(names.length - tooOld(names, Date.UTC(2026, 5, 1)).length).toBe(1);
    expect(tooOld(names, Date.UTC(2026, 5, 1))).not.toContain(names.at(-1));
  });
});
