/** HTTP routes of a participant's own data: language, what is stored about them, and leaving. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { ownJson } from '@/reports/my-data-json';
import { refuse } from '@/domain/refusal';
import { addRoute, CodeParam, answerRefusal, wantsJson } from './route';
import type { Routes } from './routes';
import { insidePath } from '../../security/safe-redirects';

export function myDataRoutes(app: Hono, routes: Routes): void {
  const { streams } = routes.context;

  const lang = {
    method: 'post',
    path: '/api/lang',
    who: 'anyone',
    body: { lang: z.string().regex(/^[a-z]{2}$/), back: z.string().max(300).default('/') },
    back: '/',
  } as const;
  addRoute(app, routes, lang, async (c, { body }) => {
    await routes.remember(c, { ...(await routes.identity(c)), lang: body.lang });
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(insidePath(body.back), 303);
  });

  /** Everything this seat wrote, and everything stored about the person. */
  const mine = {
    method: 'get',
    path: '/api/mine/:code',
    who: 'anyone',
    about: 'gathering',
    params: { code: CodeParam },
  } as const;
  addRoute(app, routes, mine, async (c, { row }) => {
    const held = (await routes.identity(c)).seats[row.id];
    if (!held) return answerRefusal(c, refuse('no_seat'));
    c.header('content-disposition', `attachment; filename="cerchi-${row.code}-io.json"`);
    const label = streams.seats.label(row.id, held.id);
    return c.json(ownJson(streams.gathering(row).whole(), held.id, label));
  });

  /** E35: the seat is emptied, and the log says so; its contributions stay, unattributed. */
  const eraseMe = {
    method: 'post',
    path: '/api/erase-me',
    who: 'anyone',
    about: 'gathering',
    body: { code: CodeParam },
    back: '/',
  } as const;
  addRoute(app, routes, eraseMe, async (c, { row }) => {
    const identity = await routes.identity(c);
    const held = identity.seats[row.id];
    if (!held) return answerRefusal(c, refuse('no_seat'), '/');
    const answer = await routes.context.erasure.erase(row, held.id, {
      id: held.id,
      role: 'participant',
      seat: held.id,
    });
    if (!answer.ok) return answerRefusal(c, refuse(answer.refused, answer.detail), `/i/${row.code}/io`);
    routes.emptied(row.id, held.id);
    routes.context.accounts.note('participant', 'erased', row.code);
    delete identity.seats[row.id];
    await routes.remember(c, identity);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/', 303);
  });
}
