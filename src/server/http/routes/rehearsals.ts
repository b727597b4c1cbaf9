/** Routes of rehearsals: open one, add simulated people, pause them, delete it all. */
import type { Hono } from 'hono';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { preparedOf, rehearsalOf, rehearsalOfNothing } from '@/domain/gathering/rehearsal';
import { isRefusal, refuse } from '@/domain/refusal';
import { createGathering } from '../../streams/create-stream';
import { CROWDS, SPEEDS } from '../../rehearsals/rehearsals';
import { addRoute, CodeParam, answerRefusal, type RouteSpec, wantsJson } from './route';
import type { Routes } from './routes';

const OPENERS = ['facilitator', 'planner', 'owner'] as const;
const HOLDERS = ['facilitator', 'owner'] as const;
const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;
const among = (numbers: readonly number[]) =>
  z.coerce
    .number()
    .int()
    .refine((n) => numbers.includes(n), 'malformed');

export function rehearsalRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts, rehearsals } = routes.context;

  /** Standalone, or like the gathering with this code: its question, hours and spaces, without anybody's words. */
  const openOne = {
    method: 'post',
    path: '/api/rehearsals',
    who: OPENERS,
    body: { like: CodeParam.default('') },
    back: '/ufficio',
  } as const;
  addRoute(app, routes, openOne, async (c, { account, body: asked }) => {
    const slowed = await routes.context.paces.spend(account.id, 'made');
    if (slowed) return answerRefusal(c, slowed);
    const like = asked.like ? streams.index.find(asked.like) : null;
    if (asked.like && like?.kind !== 'gathering') return answerRefusal(c, refuse('unknown_code'), '/ufficio');
    const today = new Date(streams.clock()).toISOString().slice(0, 10);
    const settings = like ? rehearsalOf(streams.gathering(like).whole()) : rehearsalOfNothing(today);
    const actor = { id: account.id, role: account.role, seat: null };
    const row = await createGathering(streams, { path: null, rehearsal: true }, settings, actor);
    if (isRefusal(row)) return answerRefusal(c, row, '/ufficio');
    const room = streams.gathering(row);
    const prepared = like ? preparedOf(streams.gathering(like).whole(), settings.spaces) : [];
    for (const command of prepared) await room.submit({ id: nanoid(14), ...command }, actor);
    accounts.note(account.id, 'rehearsal_opened', row.code);
    return wantsJson(c) ? c.json({ ok: true, code: row.code }) : c.redirect(`/regia/${row.code}`, 303);
  });

  const standing = {
    method: 'get',
    path: '/api/rehearsal/:code',
    who: OFFICE,
    about: 'any',
    params: { code: CodeParam },
  } as const;
  addRoute(app, routes, standing, (c, { row }) => {
    if (!row.rehearsal) return answerRefusal(c, refuse('not_a_rehearsal'));
    return c.json({ ok: true, ...rehearsals.standing(row) });
  });

  /** Shared by the routes below: who may ask, and the rehearsal they are about. */
  const holding = { method: 'post', who: HOLDERS, about: 'gathering' } as const satisfies Partial<RouteSpec>;

  /** The desk sends the same form for each of its buttons. */
  const Same = { code: CodeParam, people: among(CROWDS).optional(), speed: among(SPEEDS).optional() };

  const people = {
    ...holding,
    path: '/api/rehearsal/people',
    body: { code: CodeParam, people: among(CROWDS), speed: among(SPEEDS) },
  } as const;
  addRoute(app, routes, people, async (c, { account, row, body }) => {
    if (!row.rehearsal) return answerRefusal(c, refuse('not_a_rehearsal'));
    const trouble = await rehearsals.play(row, { people: body.people, speed: body.speed });
    if (trouble) return answerRefusal(c, trouble);
    accounts.note(account.id, 'simulated_people', `${row.code} ${body.people}`);
    return c.json({ ok: true, ...rehearsals.standing(row) });
  });

  const still = { ...holding, path: '/api/rehearsal/still', body: Same } as const;
  addRoute(app, routes, still, async (c, { row }) => {
    if (!row.rehearsal) return answerRefusal(c, refuse('not_a_rehearsal'));
    await rehearsals.still(row);
    return c.json({ ok: true, ...rehearsals.standing(row) });
  });

  const throwAway = { ...holding, path: '/api/rehearsal/throw-away', body: Same } as const;
  addRoute(app, routes, throwAway, async (c, { account, row }) => {
    if (!row.rehearsal) return answerRefusal(c, refuse('not_a_rehearsal'));
    const trouble = await rehearsals.throwAway(row);
    if (trouble) return answerRefusal(c, trouble);
    accounts.note(account.id, 'rehearsal_thrown_away', row.code);
    return c.json({ ok: true });
  });
}
