/** Routes for after the day: links to complete a report at home, and the seal on the record. */
import type { Hono } from 'hono';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { topicNumber } from '@/domain/gathering/state/topic';
import { refuse } from '@/domain/refusal';
import { UNBOUND } from '../../identity/accounts';
import { fingerprint } from '../../log/fingerprint';
import { addRoute, CodeParam, IdField, answerRefusal } from './route';
import type { Routes } from './routes';

const KEEPERS = ['facilitator', 'planner', 'owner'] as const;

export function recordRoutes(app: Hono, door: Routes): void {
  const { streams, accounts } = door.doors;

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
  addRoute(app, door, completionLink, async (c, { account, row, body: asked }) => {
    const topic = streams.gathering(row).whole().topics[asked.topic];
    if (!topic) return answerRefusal(c, refuse('unknown_thing', { what: 'topic' }));
    const slowed = await door.doors.paces.spend(account.id, 'made');
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
  addRoute(app, door, complete, async (c, { body: asked }) => {
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
    const identity = await door.identity(c);
    identity.completes = { ...identity.completes, [row.id]: { topic: topic.id, link: link.hash } };
    await door.remember(c, identity);
    return c.redirect(`/i/${row.code}/resoconto/${number}`, 303);
  });

  /** Computes the fingerprint and seals with it; if somebody wrote meanwhile, computes it again. */
  const freeze = {
    method: 'post',
    path: '/api/freeze',
    who: KEEPERS,
    about: 'gathering',
    body: { code: CodeParam },
  } as const;
  addRoute(app, door, freeze, async (c, { account, row }) => {
    const actor = { id: account.id, role: account.role, seat: null };
    for (let attempt = 0; attempt < 5; attempt++) {
      await streams.gathering(row).settled();
      const room = streams.gathering(row);
      const upTo = room.seq;
      const hash = fingerprint(streams.log, row.id, upTo);
      const answer = await room.submit({ id: nanoid(14), type: 'freezeRecord', ask: { hash, upTo } }, actor);
      if (answer.ok) {
        accounts.note(account.id, 'record_frozen', `${row.code} ${hash}`);
        return c.json({ ok: true, hash, upTo });
      }
      if (answer.refused !== 'stale_version' && answer.refused !== 'busy')
        return answerRefusal(c, refuse(answer.refused, answer.detail));
    }
    return answerRefusal(c, refuse('busy'));
  });
}
