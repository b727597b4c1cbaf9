/** The route that makes a token with which a program reads exports. It is closed as every other sign-in is. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { LABEL_MAX } from '@/domain/words';
import { addRoute, answerRefusal, CodeParam } from './route';
import type { Routes } from './routes';

const PLANNERS = ['planner', 'owner'] as const;
/** Shown in a list on one line: no control characters. */
const Use = z
  .string()
  .trim()
  .min(1, 'blank_text')
  .max(LABEL_MAX, 'text_too_long')
  .regex(/^\P{C}+$/u);

export function readingTokenRoutes(app: Hono, routes: Routes): void {
  const { accounts, paces } = routes.context;
  const make = {
    method: 'post',
    path: '/api/tokens',
    who: PLANNERS,
    about: 'any',
    body: { code: CodeParam, use: Use },
  } as const;
  addRoute(app, routes, make, async (c, { account, row, body }) => {
    const slowed = await paces.spend(account.id, 'made');
    if (slowed) return answerRefusal(c, slowed);
    const token = accounts.readingTokens.make(row, account, body.use);
    accounts.note(account.id, 'token_made', row.code);
    return c.json({ ok: true, token });
  });
}
