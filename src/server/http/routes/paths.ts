/** The planners' door: opening a path, and reading what was said along it. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { founding } from '@/domain/programming/founding';
import { isRefusal, refuse } from '@/domain/refusal';
import { alongPath } from '@/domain/programming/along';
import { inspirationFor } from '@/domain/programming/inspiration';
import { type Routes, fields, refused } from './routes';
import { openPath } from '../../streams/create-stream';
import { openYearAfter } from '../../streams/next-year';
import { gatheringsOf, pathsOf } from '../../streams/path-gatherings';

const READERS = new Set(['facilitator', 'planner', 'owner']);
const PLANNERS = new Set(['planner', 'owner']);
/** Blank, as the founding document lists it, or from the path of the year before, by its code. */
const Opening = z.object({
  from: z.enum(['blank', 'founding', 'last']).default('blank'),
  last: z.string().max(40).default(''),
  title: z.string().max(400).optional(),
  year: z.number().int().min(2000).max(2100).optional(),
});

export function pathRoutes(app: Hono, door: Routes): void {
  const { streams, accounts } = door.doors;

  app.post('/api/paths', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    if (!PLANNERS.has(account.role)) return refused(c, refuse('not_allowed'));
    const asked = await fields(c, Opening);
    if (isRefusal(asked)) return refused(c, asked);
    const { from, last, ...words } = asked;
    const before = from === 'last' ? streams.index.find(last) : null;
    if (from === 'last' && before?.kind !== 'path') return refused(c, refuse('unknown_code'));
    const actor = { id: account.id, role: account.role, seat: null };
    const opening =
      from === 'last' && before
        ? openYearAfter(streams, before, words, actor)
        : openPath(streams, { ...(from === 'founding' ? founding : {}), ...words }, actor);
    const row = await opening;
    if (isRefusal(row)) return refused(c, row);
    if ('already' in row) return c.json({ ok: true, code: row.already, already: true });
    accounts.note(account.id, 'path_opened', row.code);
    return c.json({ ok: true, code: row.code });
  });

  /** The gatherings of the house: a path's meeting may be one of them. */
  app.get('/api/gatherings', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    if (!READERS.has(account.role)) return refused(c, refuse('not_allowed'));
    const rows = streams.all().filter((r) => r.kind === 'gathering' && !r.rehearsal);
    return c.json({
      gatherings: rows.map((r) => {
        const { title, days, phase } = streams.gathering(r).whole();
        return { id: r.id, code: r.code, title, day: days[0] ?? null, phase };
      }),
    });
  });

  /** What was said in the path's other meetings, for whoever thinks of a topic here. */
  app.get('/api/inspiration/:code', async (c) => {
    const row = streams.index.find(c.req.param('code'));
    if (row?.kind !== 'gathering') return refused(c, refuse('unknown_code'));
    await streams.commits.settle();
    const paths = pathsOf(streams, row);
    return c.json({
      ideas: paths.flatMap((p) => inspirationFor(streams.path(p).whole(), gatheringsOf(streams, p), row.id)),
    });
  });

  app.get('/api/path/:code/said', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    if (!READERS.has(account.role)) return refused(c, refuse('not_allowed'));
    const row = streams.index.find(c.req.param('code'));
    if (row?.kind !== 'path') return refused(c, refuse('unknown_code'));
    await streams.commits.settle();
    return c.json(alongPath(streams.path(row).whole(), gatheringsOf(streams, row)));
  });
}
