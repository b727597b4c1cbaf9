/** What is mine: my language, what is kept of me, and the way out. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { ownJson } from '@/reports/own-json';
import { isRefusal, refuse } from '@/domain/refusal';
import { type Routes, fields, refused, wantsJson } from './routes';

export function myDataRoutes(app: Hono, door: Routes): void {
  const { streams } = door.doors;

  app.post('/api/lang', async (c) => {
    const asked = await fields(
      c,
      z.object({
        lang: z.string().regex(/^[a-z]{2}$/),
        back: z.string().startsWith('/').max(300).default('/'),
      }),
    );
    if (isRefusal(asked)) return refused(c, asked, '/');
    await door.remember(c, { ...(await door.identity(c)), lang: asked.lang });
    return wantsJson(c)
      ? c.json({ ok: true })
      : c.redirect(/^\/[/\\]/.test(asked.back) ? '/' : asked.back, 303);
  });

  /** Everything this seat gave, and what is kept of the person. */
  app.get('/api/mine/:code', async (c) => {
    const row = streams.index.find(c.req.param('code'));
    const held = row && (await door.identity(c)).seats[row.id];
    if (row?.kind !== 'gathering' || !held) return refused(c, refuse('no_seat'));
    c.header('content-disposition', `attachment; filename="cerchi-${row.code}-io.json"`);
    const label = streams.seats.label(row.id, held.id);
    return c.json(ownJson(streams.gathering(row).whole(), held.id, label));
  });

  /** E35: the seat is emptied and says so in the log; what was given stays, unattributed. */
  app.post('/api/erase-me', async (c) => {
    const asked = await fields(c, z.object({ code: z.string().max(40) }));
    if (isRefusal(asked)) return refused(c, asked, '/');
    const row = streams.index.find(asked.code);
    const identity = await door.identity(c);
    const held = row && identity.seats[row.id];
    if (row?.kind !== 'gathering' || !held) return refused(c, refuse('no_seat'), '/');
    const answer = await door.doors.erasure.erase(row, held.id, {
      id: held.id,
      role: 'participant',
      seat: held.id,
    });
    if (!answer.ok) return refused(c, refuse(answer.refused, answer.detail), `/i/${row.code}/io`);
    door.emptied(row.id, held.id);
    door.doors.accounts.note('participant', 'erased', row.code);
    delete identity.seats[row.id];
    await door.remember(c, identity);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/', 303);
  });
}
