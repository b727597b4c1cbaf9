/** Older data folders named the author of everything: they are upgraded when opened, and keep their meaning. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { AuthorKeys } from '@/server/log/author-keys';
import { upgradeAuthors } from '@/server/log/author-upgrade';
import { fingerprint } from '@/server/log/fingerprint';
import { Streams } from '@/server/streams/streams';
import { backUp, restore, verifyBackup } from '@/server/upkeep/backup';
import { verifyAll } from '@/server/upkeep/verify';
import { openStore } from '@/server/database/sqlite-store';
import { bundledProgram } from '../bundled-program';
import { STEPS } from '../harm/upgrade-crash';
import { dump, opened, sealedIn, tellsNothing, told } from '../harm/sealed-lines';
import { type Folded, fold, hasKeys, layOutVersion, versions } from '../harm/versions';
import { newFolder, type TestHouse, testHouse } from '../server/house';

vi.setConfig({ testTimeout: 120_000 });
let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});

const SECRET = 'of no account here, but long enough to be one';
const lastNames = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('cerchi.sqlite'));

const unlink = (database: string): number => {
  const store = openStore(database);
  try {
    return new Streams(store, SECRET).unlinked;
  } finally {
    store.$client.close();
  }
};

describe('[S50] a data folder of before', () => {
  it.each(versions().filter((name) => !hasKeys(name)))(
    '%s is unlinked when it is opened, every line means what it meant, none tells',
    (name) => {
      const folder = newFolder();
      const { database, before } = layOutVersion(name, folder);
      const was = told(database);
      const n = unlink(database);
      expect(n).toBeGreaterThan(500);
      expect(opened(database)).toEqual(was);
      expect(tellsNothing(database)).toBe(n);
      const now: Folded = fold(database);
      for (const [code, then] of Object.entries(before)) {
        expect([code, now[code]?.facts, now[code]?.wrong]).toEqual([code, then.facts, []]);
        const [is, old] = [now[code]?.state as Gathering, then.state as Gathering];
        if (!old.private) continue;
        // The author of a flag is stored since flags are rate limited; all else is as it was.
        expect(Object.keys(is.private)).toEqual(Object.keys(old.private));
        expect(is.private).toMatchObject(old.private);
        expect(is.voting).toEqual(old.voting);
        expect(Object.values(is.sessions).map((s) => [s.present, s.attended])).toEqual(
          Object.values(old.sessions).map((s) => [s.present, s.attended]),
        );
      }
      expect(unlink(database)).toBe(0);
    },
  );

  it('unlinks exactly what the deeds of today say is nobody’s to know', () => {
    const folder = newFolder();
    const { database } = layOutVersion('2026-11-26-sealed', folder);
    const store = openStore(database);
    const streams = store.$client
      .prepare("SELECT id FROM streams WHERE kind = 'gathering'")
      .pluck()
      .all() as string[];
    const unsigned = streams.flatMap((id) => {
      const state = gathering.empty();
      return [...store.log.since(id, 0)].flatMap((fact) => {
        const is = gathering.isUnsigned(state, fact);
        gathering.apply(state, fact);
        expect(gathering.isUnsigned(state, fact)).toBe(is);
        return is ? [`${id} ${fact.seq}`] : [];
      });
    });
    upgradeAuthors(store.$client, new AuthorKeys(join(folder, 'keys')), 0);
    store.$client.close();
    expect(sealedIn(dump(database).facts).map((f) => `${f.stream} ${f.seq}`)).toEqual(unsigned);
  });

  it('closed with a fingerprint keeps one that is right, and the trail has the old beside the new', () => {
    const folder = newFolder();
    const { database } = layOutVersion('2026-11-26-sealed', folder);
    const store = openStore(database);
    const log = store.log;
    const id = store.$client.prepare("SELECT id FROM streams WHERE code = 'DEMO'").pluck().get() as string;
    const upTo = [...log.since(id, 0)].length;
    const hash = fingerprint(log, id, upTo);
    const at = Date.now();
    const phase = {
      seq: upTo + 1,
      at,
      type: 'phaseChanged',
      v: 1,
      by: 'acc',
      origin: 'ufficio' as const,
      cmd: 'cmd-phase',
    };
    const frozen = { ...phase, seq: upTo + 2, type: 'recordFrozen', cmd: 'cmd-freeze', data: { hash, upTo } };
    void log.append([
      { stream: id, fact: { ...phase, data: { phase: 'concluded' } } },
      { stream: id, fact: frozen },
    ]);
    store.$client.close();
    unlink(database);
    const again = openStore(database);
    const streams = new Streams(again, SECRET);
    expect(verifyAll(streams).flatMap((v) => v.wrong)).toEqual([]);
    const row = streams.index.byId(id);
    const is = row && streams.gathering(row).whole().frozen?.hash;
    expect(is).not.toBe(hash);
    const trail = again.$client
      .prepare("SELECT about FROM audit WHERE what = 'record_resealed'")
      .pluck()
      .all();
    expect(trail).toEqual([`DEMO ${hash} ${is}`]);
    again.$client.close();
  });
});

describe('[S50] the unlinking', () => {
  it.each(STEPS)('killed at “%s” is finished at the next start, and loses nothing', (step) => {
    const folder = newFolder();
    const { database } = layOutVersion('2026-11-24', folder);
    const was = told(database);
    const script = fileURLToPath(new URL('../harm/upgrade-crash.ts', import.meta.url));
    const child = spawnSync(process.execPath, [bundledProgram(script), database, step], {
      encoding: 'utf8',
    });
    expect(child.signal, child.stderr).toBe('SIGKILL');
    unlink(database);
    expect(opened(database)).toEqual(was);
    expect(tellsNothing(database)).toBeGreaterThan(500);
    expect(fold(database).DEMO?.wrong).toEqual([]);
    expect(lastNames(folder).some((name) => name.endsWith('-journal'))).toBe(false);
  });

  it('reaches the copies that are at hand; and one put back later is unlinked then', async () => {
    const folder = newFolder();
    const { database } = layOutVersion('2026-11-25', folder);
    const plain = join(newFolder(), 'cerchi.sqlite');
    layOutVersion('2026-11-25', join(plain, '..'));
    const apart = join(newFolder(), 'by-hand.backup');
    backUp(join(plain, '..'), apart);
    mkdirSync(join(folder, 'copies'));
    mkdirSync(join(folder, 'before-restore-2026-11-25T10-00-00'));
    const copies = [
      join(folder, 'copies', 'cerchi-2026-11-25T10-00-00.backup'),
      join(folder, 'cerchi.sqlite.before-upgrade-1795472386407'),
      join(folder, 'before-restore-2026-11-25T10-00-00', 'cerchi.sqlite'),
    ];
    for (const copy of copies) copyFileSync(copy.endsWith('.backup') ? apart : plain, copy);
    expect(sealedIn(dump(copies[0] ?? '').facts)).toEqual([]);
    house = await testHouse(folder);
    expect(house.said.join()).toMatch(/unlinked.*Copies made by hand/);
    for (const copy of copies) expect(tellsNothing(copy)).toBeGreaterThan(500);
    expect(verifyBackup(copies[0] ?? '').flatMap((v) => v.wrong)).toEqual([]);
    await house.close();
    house = null;
    expect(tellsNothing(database)).toBeGreaterThan(500);
    restore(folder, apart, 1);
    expect(tellsNothing(database)).toBeGreaterThan(500);
    house = await testHouse(folder);
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
  });
});
