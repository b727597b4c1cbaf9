/** Properties of the SQLite file beyond the contract of every store. */
import { copyFileSync, existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import type { LogRow } from '@/server/log/log-store';
import { openStore } from '@/server/database/sqlite-store';
import { CannotOpen, markClosed } from '../../db/open';
import { newFolder } from './house';

/** Whole seconds, which a copy can be given too. */
const TIME = 1_400_317_200;
const line = (seq: number, cmd = `cmd-${seq}`, stream = 'stream-1'): LogRow => ({
  stream,
  fact: {
    seq,
    type: 'topicProposed',
    v: 1,
    at: 1400317200000 + seq,
    by: 'seat-anna',
    origin: 'telefono',
    cmd,
    data: { title: `tema ${seq}` },
  },
});
const numbers = (facts: Iterable<Fact>): number[] => [...facts].map((f) => f.seq);

describe('[S50] the SQLite file', () => {
  it('refuses UPDATE and DELETE of a fact', () => {
    const store = openStore(':memory:');
    void store.log.append([line(1)]);
    expect(() => store.$client.exec("UPDATE facts SET data = '{}'")).toThrow(/append-only/);
    expect(() => store.$client.exec('DELETE FROM facts')).toThrow(/append-only/);
  });

  it('gives no line that is not as it was written', () => {
    const store = openStore(':memory:');
    const log = store.log;
    void log.append([line(1), line(2), line(3)]);
    const spoil = (set: string) => {
      store.$client.exec("INSERT INTO settings (key, value) VALUES ('maintenance', 'open')");
      store.$client.exec(`UPDATE facts SET ${set} WHERE seq = 2; DELETE FROM settings`);
    };
    const good = line(2).fact;
    for (const [spoilt, mended] of [
      [`data = '{"title":"tema 7"}'`, `data = '{"title":"tema 2"}'`],
      [`"by" = 'seat-bice'`, `"by" = 'seat-anna'`],
      [`at = at + 1`, `at = ${good.at}`],
      [`type = 'noteWritten'`, `type = 'topicProposed'`],
    ] as const) {
      spoil(spoilt);
      expect(() => numbers(log.since('stream-1', 0)), spoilt).toThrow(/fact 2 is damaged/);
      spoil(mended);
      expect(numbers(log.since('stream-1', 0))).toEqual([1, 2, 3]);
    }
    log.rewrite('stream-1', new Map([[2, { title: '' }]]));
    expect([...log.since('stream-1', 1)][0]?.data).toEqual({ title: '' });
  });

  it('vouches for no line from before lines were sealed, not after a rewriting either', () => {
    const store = openStore(':memory:');
    const log = store.log;
    void log.append([line(1), line(2)]);
    store.$client.exec("INSERT INTO settings (key, value) VALUES ('maintenance', 'open')");
    store.$client.exec('UPDATE facts SET seal = NULL WHERE seq = 1; DELETE FROM settings');
    log.rewrite('stream-1', new Map([[1, { title: '' }]]));
    const unsealed: number[] = [];
    const check = (fact: Fact): Fact => {
      unsealed.push(fact.seq);
      return { ...fact, data: 'checked' };
    };
    const read = [...log.since('stream-1', 0, check)];
    expect(unsealed).toEqual([1]);
    expect(read.map((f) => f.data)).toEqual(['checked', line(2).fact.data]);
  });

  it('is synchronous=FULL and WAL also when it is opened again', () => {
    const file = join(newFolder(), 'cerchi.sqlite');
    openStore(file).$client.close();
    const again = openStore(file).$client;
    expect(again.pragma('synchronous', { simple: true })).toBe(2);
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
  });

  describe('has every page checked', () => {
    /** A file that was closed, and then had a page torn that opening it does not read. `tear` false: it is whole. */
    function closed(tear = true): string {
      const file = join(newFolder(), 'cerchi.sqlite');
      const store = openStore(file);
      void store.log.append(Array.from({ length: 400 }, (_, n) => line(n + 1)));
      store.close();
      if (tear) {
        const bytes = readFileSync(file);
        bytes.fill(0xff, bytes.length - 8192, bytes.length - 4096);
        writeFileSync(file, bytes);
      }
      return file;
    }
    const damaged = expect.objectContaining({ why: 'damaged' });

    it('when it is another file than was closed', () => {
      const file = closed();
      expect(() => openStore(file)).toThrow(damaged);
      const copy = join(newFolder(), 'cerchi.sqlite');
      // Not even with its time.
      utimesSync(file, TIME, TIME);
      markClosed(file);
      for (const end of ['', '-closed']) copyFileSync(`${file}${end}`, `${copy}${end}`);
      utimesSync(copy, TIME, TIME);
      expect(() => openStore(copy)).toThrow(damaged);
    });

    it('when something was left to write back', () => {
      const file = closed();
      markClosed(file);
      writeFileSync(`${file}-wal`, 'x'.repeat(100));
      expect(() => openStore(file)).toThrow(damaged);
    });

    it('after an end that was not clean', () => {
      const file = closed(false);
      expect(existsSync(`${file}-closed`)).toBe(true);
      openStore(file).$client.close();
      expect(existsSync(`${file}-closed`)).toBe(false);
    });

    it('and not once it was closed whole: each line has a check of its own', () => {
      const file = closed();
      markClosed(file);
      const store = openStore(file);
      expect(() => numbers(store.log.since('stream-1', 0))).toThrow();
      store.close();
    });
  });

  it('written by a newer version is refused with a word for it, as is one that is no database', () => {
    const file = join(newFolder(), 'cerchi.sqlite');
    const store = openStore(file);
    store.$client.exec(
      "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)",
    );
    store.$client.close();
    expect(() => openStore(file)).toThrow(expect.objectContaining({ why: 'newer' }));
    const damaged = join(newFolder(), 'cerchi.sqlite');
    writeFileSync(damaged, 'this is not a database, and longer than a hundred bytes '.repeat(20));
    expect(() => openStore(damaged)).toThrow(CannotOpen);
  });
});
