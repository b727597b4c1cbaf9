/**
 * Routes for photographs of flip charts: checked by their content, made small, stripped of location and camera data,
 * stored by hash.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import * as z from 'zod';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import { writeAtomically } from '../../files/atomic-write';
import { bringPhoto, PHOTOS } from '../../files/shared-files';
import { addRoute, CodeParam, answerRefusal } from './route';
import type { Routes } from './routes';

const LONGEST = 1600;
const KINDS = new Set(['jpeg', 'png', 'webp']);

export type Photo = { hash: string; w: number; h: number; bytes: Buffer };

/** Any picture becomes a WebP of at most 1600 px, upright, without any metadata. */
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

/** Decoded pictures are large: this many are processed at once, the others wait. */
const AT_ONCE = 2;
let opened = 0;
const waiting: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (opened >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else opened += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else opened -= 1;
  }
}

export function photoRoutes(app: Hono, routes: Routes): void {
  const { folder, streams } = routes.context;
  const { files } = streams.store;
  const shelf = join(folder, 'photos');
  const at = (hash: string): string => join(shelf, `${hash}.webp`);

  const send = {
    method: 'post',
    path: '/api/photos/:code',
    who: 'anyone',
    about: 'gathering',
    params: { code: CodeParam },
  } as const;
  addRoute(app, routes, send, async (c, { account, row }) => {
    const seat = (await routes.identity(c)).seats[row.id]?.id;
    if (!seat && !account) return answerRefusal(c, refuse('no_seat'));
    const { paces } = routes.context;
    const slowed =
      (await paces.spend(seat ?? account?.id ?? '', 'photosOfOne')) ??
      (await paces.spend(row.id, 'photos', 'photosOfDay'));
    if (slowed) return answerRefusal(c, slowed);
    const raw = Buffer.from(await c.req.arrayBuffer());
    const photo = await inTurn(() => developed(raw));
    if (isRefusal(photo)) return answerRefusal(c, photo);
    mkdirSync(shelf, { recursive: true });
    files?.put(`${PHOTOS}${photo.hash}.webp`, photo.bytes, Date.now());
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
  addRoute(app, routes, show, (c, { params }) => {
    const hash = /^([a-f0-9]{64})\.webp$/.exec(params.file)?.[1];
    if (!hash || !bringPhoto(files, folder, `${PHOTOS}${hash}.webp`)) return c.notFound();
    c.header('content-type', 'image/webp');
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'public, max-age=31536000, immutable');
    return c.body(readFileSync(at(hash)));
  });
}
