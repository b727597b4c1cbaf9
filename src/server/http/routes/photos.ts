/** Photographs of flip charts: checked by their content, made small, stripped of place and camera, kept by their hash. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import * as z from 'zod';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import { writeAtomically } from '../../files/atomic-write';
import { addRoute, Code, refused } from './route';
import type { Routes } from './routes';

const LONGEST = 1600;
const KINDS = new Set(['jpeg', 'png', 'webp']);

export type Photo = { hash: string; w: number; h: number; bytes: Buffer };

/** Any picture becomes a WebP no longer than 1600 px, upright, without any metadata. */
export async function developed(raw: Buffer): Promise<Photo | Refusal> {
  try {
    // Loaded with the first photograph: it is the slowest package to load.
    const { default: sharp } = await import('sharp');
    const picture = sharp(raw, { limitInputPixels: 80_000_000, failOn: 'error' });
    const { format } = await picture.metadata();
    if (!KINDS.has(format ?? '')) return refuse('not_an_image');
    const { data, info } = await picture
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
    const hash = createHash('sha256').update(data).digest('hex');
    return { hash, w: info.width, h: info.height, bytes: data };
  } catch {
    return refuse('not_an_image');
  }
}

export function photoRoutes(app: Hono, door: Routes): void {
  const { folder } = door.doors;
  const pace = new RateLimiterMemory({ points: 10, duration: 60 });
  const shelf = join(folder, 'photos');
  const at = (hash: string): string => join(shelf, `${hash}.webp`);

  const send = {
    method: 'post',
    path: '/api/photos/:code',
    who: 'anyone',
    about: 'gathering',
    params: { code: Code },
  } as const;
  addRoute(app, door, send, async (c, { account, row }) => {
    const seat = (await door.identity(c)).seats[row.id]?.id;
    if (!seat && !account) return refused(c, refuse('no_seat'));
    try {
      await pace.consume(seat ?? 'office');
    } catch (e) {
      return refused(c, refuse('too_fast', { ms: (e as Partial<RateLimiterRes>).msBeforeNext ?? 1000 }));
    }
    const photo = await developed(Buffer.from(await c.req.arrayBuffer()));
    if (isRefusal(photo)) return refused(c, photo);
    mkdirSync(shelf, { recursive: true });
    if (!existsSync(at(photo.hash))) writeAtomically(at(photo.hash), photo.bytes);
    const { bytes: _, ...told } = photo;
    return c.json({ ok: true, ...told });
  });

  const show = {
    method: 'get',
    path: '/foto/:file',
    who: 'anyone',
    params: { file: z.string().max(80) },
  } as const;
  addRoute(app, door, show, (c, { params }) => {
    const hash = /^([a-f0-9]{64})\.webp$/.exec(params.file)?.[1];
    if (!hash || !existsSync(at(hash))) return c.notFound();
    c.header('content-type', 'image/webp');
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'public, max-age=31536000, immutable');
    return c.body(readFileSync(at(hash)));
  });
}
