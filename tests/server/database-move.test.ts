/** An office moved from a data folder to PostgreSQL and back: the same to the letter, and people are where they were. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startStoreThread } from '@/server/database/postgres-store';
import { openStore } from '@/server/database/sqlite-store';
import { move } from '@/server/upkeep/database-move';
import { device, join_, newFolder, openSpace, type TestHouse, testHouse, until } from './house';
import { freshDatabase, query, whyNoPostgres } from './postgres-cluster';

const houses: TestHouse[] = [];
afterEach(async () => {
  for (const h of houses.splice(0)) await h.close();
});
async function houseIn(folder: string, database = join(folder, 'cerchi.sqlite')): Promise<TestHouse> {
  const house = await testHouse(folder, 0, { database });
  houses.push(house);
  return house;
}

describe.skipIf(whyNoPostgres)('[S50] an office moves', () => {
  beforeAll(startStoreThread);

  it('from a folder to PostgreSQL and back, with its people, links, keys and photographs', async () => {
    const [folder, back, url] = [newFolder(), join(newFolder(), 'back'), await freshDatabase()];
    const first = await houseIn(folder);
    const row = await openSpace(first);
    const anna = await join_(first.url, 'PROVA', 'Anna');
    const phone = device(first.url, 'PROVA', anna.cookie);
    await until('she is in', () => phone.snapshot().link === 'live');
    phone.ask('proposeTopic', { topic: 'topic-anna', title: 'Perché “qui”? 🌳' });
    phone.ask('markInterest', { topic: 'topic-anna', on: true });
    await until('all is answered', () => phone.snapshot().outbox.length === 0);
    phone.close();
    const link = first.accounts.invite('setup', 'owner', null, 24);
    await houses.pop()?.close();
    const sqlite = join(folder, 'cerchi.sqlite');

    const counted = { streams: 1, facts: 4, seats: 1, accounts: 0 };
    expect(await move(folder, sqlite, url, 0)).toEqual(counted);
    // Nobody starts on the old file.
    expect(existsSync(sqlite)).toBe(false);
    expect(readdirSync(folder)).toContain('cerchi.sqlite.moved-1970-01-01T00-00-00');
    const second = await houseIn(folder, url);
    const again = device(second.url, 'PROVA', anna.cookie);
    await until('she has her seat', () => again.snapshot().link === 'live');
    expect(again.snapshot().confirmed.private[anna.seat]?.interests).toEqual({ 'topic-anna': true });
    again.close();
    expect(second.accounts.link(link)?.usedAt).toBeNull();
    await houses.pop()?.close();

    expect(await move(folder, url, back, 0)).toEqual(counted);
    const third = await houseIn(back);
    expect(third.streams.gathering(row).seq).toBe(4);
    expect(third.streams.gathering(row).authors).toBe('known');
    expect(third.streams.seats.label(row.id, anna.seat)).toBe('Anna');
  });

  it('only into an empty place, and only from what folds', async () => {
    const [folder, url] = [newFolder(), await freshDatabase()];
    const house = await houseIn(folder);
    const row = await openSpace(house);
    await houses.pop()?.close();
    const sqlite = join(folder, 'cerchi.sqlite');
    await expect(move(folder, sqlite, join(folder, 'other'), 0)).rejects.toThrow(/to PostgreSQL, or back/);
    const { $client } = openStore(sqlite);
    const change = (at: number) =>
      $client.exec(`INSERT INTO settings (key, value) VALUES ('maintenance', 'open');
        UPDATE facts SET at = at + ${at}; DELETE FROM settings WHERE key = 'maintenance'`);
    change(1);
    await expect(move(folder, sqlite, url, 0)).rejects.toThrow(/damaged/);
    change(-1);
    $client.close();
    await move(folder, sqlite, url, 0);
    const rows = await query(url, 'SELECT count(*)::int AS n FROM facts');
    expect(rows.rows[0]?.n).toBe(1);
    const other = await houseIn(folder);
    await openSpace(other, 'ALTRO');
    await houses.pop()?.close();
    await expect(move(folder, sqlite, url, 0)).rejects.toThrow(/an empty place/);
    expect((await query(url, 'SELECT id FROM streams')).rows).toEqual([{ id: row.id }]);
  });
});
