/** The server's health: `/healthz` for everybody, and `/metrics` for whoever bears the secret that opens it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { Routes } from './routes';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export function healthRoutes(app: Hono, { context }: Routes): void {
  app.get('/healthz', (c) => {
    // A number: the code of a gathering opens it, and anybody may ask here. The office's page and the terminal name them.
    const damaged = context.streams.damaged().length;
    const { unread } = context.streams;
    const leap = context.trusted.leap();
    const copied = context.lastCopy();
    // False while the disk fails: people are asked to wait. False when a log cannot be folded: somebody must restore a
    // copy.
    const owned = context.owned();
    const ok = owned && !context.streams.commits.failing && damaged === 0;
    return c.json(
      {
        ok,
        version: context.version,
        gatherings: context.streams.all().filter((r) => r.kind === 'gathering').length,
        live: context.streams.live,
        damaged,
        // Logs not looked into since the start: there may be damage in them.
        ...(unread > 0 ? { unread } : {}),
        // The database does not answer, or is another process's.
        ...(owned ? {} : { owned }),
        // Milliseconds, in the last minute or two.
        turns: context.turns.read(),
        // Only while the machine's clock disagrees with the time this server has lived.
        ...(leap ? { clockLeap: leap } : {}),
        // Age of the newest automatic copy, where there is one.
        ...(copied === null ? {} : { copyMinutes: Math.max(0, Math.round((Date.now() - copied) / 60_000)) }),
      },
      ok ? 200 : 503,
    );
  });

  const { metrics } = context;
  if (!metrics) return;
  const expected = digest(`Bearer ${metrics.secret}`);
  app.get('/metrics', async (c) => {
    // To a stranger it is as if it were not there; a wrong secret waits as a wrong code does.
    if (!timingSafeEqual(digest(c.req.header('authorization') ?? ''), expected)) return c.notFound();
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });
}
