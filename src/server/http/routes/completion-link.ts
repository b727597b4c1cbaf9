/** Routes of the links by which somebody completes a circle's report at home (E26). */
import type { Hono } from 'hono';
import * as z from 'zod';
import { topicNumber } from '@/domain/gathering/state/topic';
import { refuse } from '@/domain/refusal';
import { UNBOUND } from '../../identity/accounts';
import { addRoute, CodeParam, IdField, answerRefusal } from './route';
import type { Routes } from './routes';

const KEEPERS = ['facilitator', 'planner', 'owner'] as const;

export function completionLinkRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts } = routes.context;

  /**
   * E26: a link that opens one report to be completed, on the first device that uses it, until it expires. It is no
   * seat.
   */
  const completionLink = {
    method: 'post',
    path: '/api/completion-link',
    who: KEEPERS,
    about: 'gathering',
    body: { code: CodeParam, topic: IdField, days: z.number().int().min(1).max(90) },
  } as const;
  addRoute(app, routes, completionLink, async (c, { account, row, body: asked }) => {
    const topic = streams.gathering(row).whole().topics[asked.topic];
    if (!topic) return answerRefusal(c, refuse('unknown_thing', { what: 'topic' }));
    const slowed = await routes.context.paces.spend(account.id, 'made');
    if (slowed) return answerRefusal(c, slowed);
    const target = [row.code, topic.id, topicNumber(topic.n)].join(' ');
    const token = accounts.invite('completion', null, target, asked.days * 24, UNBOUND, account.id);
    accounts.note(account.id, 'completion_link', `${row.code} ${topicNumber(topic.n)}`);
    return c.json({ ok: true, link: `/completa/${token}` });
  });

  const complete = {
    method: 'post',
    path: '/api/complete',
    who: 'anyone',
    body: { token: z.string().regex(/^[\w-]{1,100}$/) },
    back: '/',
  } as const;
  addRoute(app, routes, complete, async (c, { body: asked }) => {
    const link = accounts.link(asked.token);
    const [code = '', , number = ''] = link?.target?.split(' ') ?? [];
    const row = link?.purpose === 'completion' ? streams.index.find(code) : null;
    const over = () =>
      answerRefusal(c, refuse('link_expired'), `/completa/${encodeURIComponent(asked.token)}`);
    if (!link || row?.kind !== 'gathering') return over();
    const topic = Object.values(streams.gathering(row).whole().topics).find(
      (t) => topicNumber(t.n) === number,
    );
    // The first device that opens it has it: afterwards it opens nothing anywhere else.
    if (!topic || !accounts.use(asked.token)) return over();
    const identity = await routes.identity(c);
    identity.completes = { ...identity.completes, [row.id]: { topic: topic.id, link: link.hash } };
    await routes.remember(c, identity);
    return c.redirect(`/i/${row.code}/resoconto/${number}`, 303);
  });
}
