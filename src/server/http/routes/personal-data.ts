/** Caring for people's data from the office: clearing a withheld text, emptying a place at somebody's request, for how long. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { What } from '@/domain/gathering/moderation';
import { isRefusal, refuse } from '@/domain/refusal';
import { LONGEST_DAYS, setRetentionDays } from '../../upkeep/retention';
import { type Routes, fields, refused } from './routes';

const Code = z.object({ code: z.string().max(40) });

export function personalDataRoutes(app: Hono, door: Routes): void {
  const { streams, accounts, erasure } = door.doors;
  const here = (code: string) => {
    const row = streams.index.find(code);
    return row?.kind === 'gathering' ? row : null;
  };

  app.post('/api/clear', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    const asked = await fields(
      c,
      Code.extend({
        what: z.enum(What.options),
        id: z.string().max(40),
        reason: z.string().max(500).default(''),
      }),
    );
    if (isRefusal(asked)) return refused(c, asked);
    const row = here(asked.code);
    if (!row) return refused(c, refuse('unknown_code'));
    const { what, id, reason } = asked;
    const actor = { id: account.id, role: account.role, seat: null };
    const answer = await erasure.clear(row, { what, id }, reason, actor);
    if (!answer.ok) return refused(c, refuse(answer.refused, answer.detail));
    accounts.note(account.id, 'text_cleared', `${row.code} ${what}`);
    return c.json({ ok: true });
  });

  /** E35: for who asks in person or by letter, and has no phone to do it with. */
  app.post('/api/erase', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    const asked = await fields(c, Code.extend({ seat: z.string().max(40) }));
    if (isRefusal(asked)) return refused(c, asked);
    const row = here(asked.code);
    if (!row) return refused(c, refuse('unknown_code'));
    const actor = { id: account.id, role: account.role, seat: null };
    const answer = await erasure.erase(row, asked.seat, actor);
    if (!answer.ok) return refused(c, refuse(answer.refused, answer.detail));
    door.emptied(row.id, asked.seat);
    accounts.note(account.id, 'erased', row.code);
    return c.json({ ok: true });
  });

  /** After how many days labels and codes go by themselves. What is due already goes at the next round. */
  app.post('/api/retention', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    if (account.role !== 'owner') return refused(c, refuse('not_allowed'));
    const asked = await fields(c, z.object({ days: z.number().int().min(1).max(LONGEST_DAYS) }));
    if (isRefusal(asked)) return refused(c, asked);
    setRetentionDays(streams, asked.days);
    accounts.note(account.id, 'retention_changed', String(asked.days));
    return c.json({ ok: true });
  });
}
