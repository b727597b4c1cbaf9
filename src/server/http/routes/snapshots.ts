/** Serves the compressed state that a welcome names, to clients that were given its key. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import type { Encoding } from '../../streams/snapshot-store';
import { addRoute, answerRefusal, type RouteSpec } from './route';
import type { Routes } from './routes';

/** The smallest encoding that the browser accepts; Brotli is offered over HTTPS and on localhost only. */
const encodingFor = (accepts: string): Encoding =>
  /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'identity';

const SPEC = {
  method: 'get',
  path: '/api/snapshots/:key',
  who: 'anyone',
  params: { key: z.string().max(40) },
} as const satisfies RouteSpec;

export function snapshotRoutes(app: Hono, routes: Routes): void {
  const { snapshots } = routes.context.streams;
  addRoute(app, routes, SPEC, async (c, { params }) => {
    const encoding = encodingFor(c.req.header('accept-encoding') ?? '');
    await snapshots.made(params.key);
    const body = snapshots.body(params.key, encoding);
    // 410: the snapshot is gone, and the device says hello again.
    if (!body) return answerRefusal(c, refuse('expired_link'));
    c.header('content-type', 'application/json; charset=utf-8');
    c.header('cache-control', 'private, no-store');
    c.header('vary', 'accept-encoding');
    if (encoding !== 'identity') c.header('content-encoding', encoding);
    // The same bytes for everybody, never copied for one answer.
    return c.body((await body) as Uint8Array<ArrayBuffer>);
  });
}
