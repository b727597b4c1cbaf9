/** The whole server on PostgreSQL: what is answered is in the database, and only its owner answers. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Replica } from '@/client/replica/replica';
import type { Gathering } from '@/domain/gathering/state';
import { createApp } from '@/server/compose';
import { startStoreThread } from '@/server/database/postgres-store';
import { verifyAll } from '@/server/upkeep/verify';
import { device, joinWhenReady, newFolder, openSpace, type TestHouse, testHouse, until } from './house';
import { owner } from '../harm/terms';
import { freshDatabase, query, takeOver, whyNoPostgres } from './postgres-cluster';

const houses: TestHouse[] = [];
const devices: Replica<Gathering>[] = [];
afterEach(async () => {
  for (const d of devices.splice(0)) d.close();
  for (const h of houses.splice(0)) await h.close();
});
const open = (...args: Parameters<typeof device>) => {
  const d = device(...args);
  devices.push(d);
  return d;
};
async function houseOn(database: string, folder = newFolder(), lost: (why: string) => void = () => {}) {
  const house = await testHouse(folder, 0, { database, lost });
  houses.push(house);
  return house;
}
/** As on another machine, with the first one's secret. */
function folderLike(first: string): string {
  const folder = newFolder();
  copyFileSync(join(first, 'secret'), join(folder, 'secret'));
  return folder;
}
const facts = async (url: string) =>
  (await query(url, 'SELECT stream, seq, cmd FROM facts ORDER BY stream, seq')).rows;

describe.skipIf(whyNoPostgres)('[S50] the whole server on PostgreSQL', () => {
  beforeAll(startStoreThread);

  it('what one phone writes another sees, and it is there after a restart, once', async () => {
    const [url, folder] = [await freshDatabase(), newFolder()];
    const house = await houseOn(url, folder);
    const row = await openSpace(house);
    const [a, b] = [
      await joinWhenReady(house.url, 'PROVA', 'Anna'),
      await joinWhenReady(house.url, 'PROVA', 'Bruno'),
    ];
    const anna = open(house.url, 'PROVA', a.cookie);
    const bruno = open(house.url, 'PROVA', b.cookie);
    await until('both are in', () => [anna, bruno].every((d) => d.snapshot().link === 'live'));
    for (let i = 0; i < 30; i++) {
      anna.ask('proposeTopic', { topic: `topic-a${i}`, title: `Da Anna ${i}` });
      bruno.ask('proposeTopic', { topic: `topic-b${i}`, title: `Da Bruno ${i}` });
    }
    const both = [anna, bruno];
    await until('all is answered', () => both.every((d) => d.snapshot().outbox.length === 0));
    await until('all is seen', () =>
      both.every((d) => Object.keys(d.snapshot().confirmed.topics).length === 60),
    );
    expect(bruno.snapshot().people[a.seat]).toBe('Anna');
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
    const before = await facts(url);
    // The opening, two seats and sixty topics.
    expect(before.map((f) => f.seq)).toEqual(Array.from({ length: 63 }, (_, i) => i + 1));
    expect(new Set(before.map((f) => f.cmd)).size).toBe(63);
    for (const d of devices.splice(0)) d.close();
    await houses.pop()?.close();

    const again = await houseOn(url, folder);
    expect(again.streams.gathering(row).seq).toBe(63);
    const back = open(again.url, 'PROVA', a.cookie);
    await until('she is back in her seat', () => back.snapshot().link === 'live');
    expect(Object.keys(back.snapshot().confirmed.topics).length).toBe(60);
    expect(back.snapshot().you?.label).toBe('Anna');
    expect(await facts(url)).toEqual(before);
  });

  it('a second process does not start on it, and one that was replaced answers busy', async () => {
    const url = await freshDatabase();
    const whys: string[] = [];
    const first = await houseOn(url, newFolder(), (why) => whys.push(why));
    const row = await openSpace(first);
    const second = () => createApp({ folder: folderLike(first.folder), database: url, warn: () => {} });
    expect(second).toThrow(expect.objectContaining({ why: 'locked' }));
    const next = await takeOver(url, () => houseOn(url, folderLike(first.folder)));
    const sit = (house: TestHouse, seat: string) =>
      house.streams
        .gathering(row)
        .submit(
          { id: `sit-${seat}`, type: 'takeSeat', ask: { seat, sector: null } },
          { id: seat, role: 'participant', seat },
        );
    const busy = { ok: false, refused: 'busy' };
    expect(await sit(first, 'seat-of-the-old')).toMatchObject(busy);
    expect(await sit(next, 'seat-of-the-new')).toMatchObject({ ok: true, seq: 2 });
    await until('the first has noticed', () => whys.length === 1);
    expect(await sit(first, 'seat-of-the-late')).toMatchObject(busy);
    expect((await facts(url)).map((f) => [f.seq, f.cmd]).slice(1)).toEqual([[2, 'sit-seat-of-the-new']]);
  });

  it('[I12] from an empty folder with the secret it has the keys, the photographs and what was erased', async () => {
    const [url, home] = [await freshDatabase(), newFolder()];
    const first = await houseOn(url, home);
    const row = await openSpace(first);
    const anna = await joinWhenReady(first.url, 'PROVA', 'Anna');
    const phone = open(first.url, 'PROVA', anna.cookie);
    await until('she is in', () => phone.snapshot().link === 'live');
    phone.ask('proposeTopic', { topic: 'topic-anna', title: 'Da Anna' });
    phone.ask('markInterest', { topic: 'topic-anna', on: true });
    const { default: sharp } = await import('sharp');
    const raw = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b5c57' } })
      .png()
      .toBuffer();
    const sent = (address: string) =>
      fetch(`${address}/api/photos/PROVA`, {
        method: 'POST',
        headers: { cookie: anna.cookie, 'content-type': 'image/png' },
        body: new Uint8Array(raw),
      });
    const { hash } = (await (await sent(first.url)).json()) as { hash: string };
    const bruno = await joinWhenReady(first.url, 'PROVA', 'Bruno');
    await until('all is answered', () => phone.snapshot().outbox.length === 0);
    await first.erasure.erase(row, bruno.seat, owner);
    const [key = ''] = readdirSync(join(home, 'keys'));
    const bytes = readFileSync(join(home, 'keys', key));
    const kept = await query(url, 'SELECT name, bytes FROM files ORDER BY name');
    expect(kept.rows.map((r) => String(r.name).split('/')[0])).toEqual(['forgotten', 'keys', 'photos']);
    // A key is nothing to who has the database alone.
    expect(kept.rows.some((r) => (r.bytes as Buffer).includes(bytes))).toBe(false);
    phone.close();
    devices.length = 0;
    await houses.pop()?.close();

    const away = folderLike(home);
    const next = await houseOn(url, away);
    expect(readFileSync(join(away, 'keys', key)).equals(bytes)).toBe(true);
    expect(next.streams.gathering(row).authors).toBe('known');
    expect((await fetch(`${next.url}/foto/${hash}.webp`)).status).toBe(200);
    expect(next.erasure.mayReturn(row, bruno.seat)).toBe(false);
    // A key that another process destroyed goes from this folder too, when its process comes back.
    next.streams.keys.destroy(row.id);
    await query(url, "DELETE FROM files WHERE name LIKE 'photos/%'");
    await houses.pop()?.close();
    await houseOn(url, home);
    expect(readdirSync(join(home, 'keys'))).toEqual([]);
    expect(readdirSync(join(home, 'photos'))).toEqual([]);
  });

  it('an address that nobody answers at is said in words, without its password', () => {
    const folder = newFolder();
    const wrong = 'postgres://cerchi:segreto@%2Fnowhere/cerchi';
    let said: unknown;
    try {
      createApp({ folder, database: wrong });
    } catch (e) {
      said = e;
    }
    expect(said).toMatchObject({ why: 'unreachable' });
    expect(String((said as Error).message)).not.toContain('segreto');
  });
});
