import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { developed } from '@/server/http/routes/photos';
import { isRefusal } from '@/domain/refusal';
import { openSpace, testHouse } from './house';

const chart = (w: number, h: number) =>
  sharp({ create: { width: w, height: h, channels: 3, background: '#ffe' } }).withExif({
    IFD0: { Make: 'Camera', Copyright: 'Somebody' },
    IFD3: { GPSLatitude: '44/1 47/1 0/1' },
  });

describe('photographs of flip charts', () => {
  it('are made small, turned to WebP and stripped of place and camera', async () => {
    const raw = await chart(3000, 2000).jpeg().toBuffer();
    expect((await sharp(raw).metadata()).exif).toBeDefined();
    const photo = await developed(raw);
    if (isRefusal(photo)) throw new Error(photo.refused);
    expect([photo.w, photo.h]).toEqual([1600, 1067]);
    const kept = await sharp(photo.bytes).metadata();
    expect([kept.format, kept.exif, kept.icc, kept.xmp]).toEqual(['webp', undefined, undefined, undefined]);
  });

  it('what is not a picture is refused by its content, whatever its name', async () => {
    for (const raw of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '', '%PDF-1.7'])
      expect(await developed(Buffer.from(raw))).toEqual({ refused: 'not_an_image' });
  });

  it('come in only from who has a seat, and go out by their hash', async () => {
    const house = await testHouse();
    await openSpace(house);
    const body = new Uint8Array(await chart(400, 300).png().toBuffer());
    const send = (cookie?: string) =>
      fetch(`${house.url}/api/photos/PROVA`, { method: 'POST', body, headers: cookie ? { cookie } : {} });
    expect(await (await send()).json()).toMatchObject({ ok: false, refused: 'no_seat' });
    const joined = await fetch(`${house.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ code: 'PROVA', label: 'Anna', sector: null, newVoice: false }),
    });
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
    const sent = (await (await send(cookie)).json()) as { hash: string; w: number };
    expect(sent.w).toBe(400);
    const got = await fetch(`${house.url}/foto/${sent.hash}.webp`);
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await fetch(`${house.url}/foto/..%2Fcerchi.sqlite`)).status).toBe(404);
    await house.close();
    house.remove();
  });
});
