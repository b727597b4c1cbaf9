/** The route by which the owner confirms the machine's date, after a jump of its clock. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { addRoute, answerRefusal } from './route';
import type { Routes } from './routes';

export function clockRoutes(app: Hono, routes: Routes): void {
  const { trusted, accounts } = routes.context;
  const confirm = {
    method: 'post',
    path: '/api/clock',
    who: ['owner'],
    body: { today: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'malformed') },
  } as const;
  addRoute(app, routes, confirm, (c, { account, body }) => {
    if (!trusted.confirm(body.today)) return answerRefusal(c, refuse('bad_date'));
    accounts.note(account.id, 'date_confirmed', body.today);
    return c.json({ ok: true });
  });
}
