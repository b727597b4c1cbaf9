/** Photographs of reports and the hall's map: their files go when nothing shows them any more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { backUp } from '@/server/upkeep/backup';
import { retain } from '@/server/upkeep/retention';
import type { TestHouse } from './house';
import { furnished, inFolder, NAME, office } from './erasure-bench';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
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
