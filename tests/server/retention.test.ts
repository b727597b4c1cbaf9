/** Copies let go of what was erased after thirty days; labels and codes of old gatherings go in time. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { backUp } from '@/server/upkeep/backup';
import { scheduleBackups } from '@/server/upkeep/scheduled-backups';
import { retain } from '@/server/upkeep/retention';
import { verifyAll } from '@/server/upkeep/verify';
import type { TestHouse } from './house';
import { fail, furnished, inFiles, NAME, office } from './erasure-bench';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
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

  it('[E35] begins again with each line that is written, however old the gathering is', async () => {
    const f = await furnished();
    house = f.h;
    const { streams, accounts } = f.h;
    const DAY = 86_400_000;
    const begun = Date.now();
    const goes = (day: number) => {
      Object.assign(streams, { clock: () => begun + day * DAY });
      return retain(streams, accounts, f.folder);
    };
    expect(goes(60)).toEqual([]);
    streams.sleep(f.row.id);
    await f.say('reviseNote', { note: 'note-good', kind: 'altro', text: 'ci ripensa due mesi dopo' });
    expect(goes(60)).toEqual([]);
    expect(goes(149)).toEqual([]);
    expect(goes(151)).toEqual([{ code: 'PROVA', people: 1 }]);
  });
});
