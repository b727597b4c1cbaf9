/** The route that seals the record: it freezes the log of a gathering with its fingerprint, for good. */
import type { Hono } from 'hono';
import { nanoid } from 'nanoid';
import { refuse } from '@/domain/refusal';
import { fingerprint } from '../../log/fingerprint';
import { addRoute, answerRefusal, CodeParam } from './route';
import type { Routes } from './routes';

const KEEPERS = ['facilitator', 'planner', 'owner'] as const;

export function recordSealRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts } = routes.context;

  /** Computes the fingerprint and seals with it; if somebody wrote meanwhile, computes it again. */
  const freeze = {
    method: 'post',
    path: '/api/freeze',
    who: KEEPERS,
    about: 'gathering',
    body: { code: CodeParam },
  } as const;
  addRoute(app, routes, freeze, async (c, { account, row }) => {
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
