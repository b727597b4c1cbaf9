/**
 * The office's routes for personal data: clearing a withheld text, emptying a seat at somebody's request, the retention
 * time.
 */
import type { Hono } from 'hono';
import * as z from 'zod';
import { gathering } from '@/domain/gathering/catalogue';
import { TargetKind } from '@/domain/gathering/moderation';
import { refuse } from '@/domain/refusal';
import { RETENTION_DAYS_MAX } from '@/domain/words';
import type { OfficeRole } from '../../identity/accounts';
import { setRetentionDays } from '../../upkeep/retention';
import { addRoute, CodeParam, IdField, answerRefusal } from './route';
import type { Routes } from './routes';

/** The roles that the domain lets ask for a deed. */
const mayAsk = (deed: 'clearText' | 'eraseSeat'): OfficeRole[] =>
  (['helper', 'facilitator', 'planner', 'owner'] as const).filter((role) => gathering.may(role, deed));

export function personalDataRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts, erasure } = routes.context;

  const clear = {
    method: 'post',
    path: '/api/clear',
    who: mayAsk('clearText'),
    about: 'gathering',
    body: {
      code: CodeParam,
      what: z.enum(TargetKind.options),
      id: IdField,
      reason: z.string().max(500).default(''),
    },
  } as const;
  addRoute(app, routes, clear, async (c, { account, row, body }) => {
    const { what, id, reason } = body;
    const actor = { id: account.id, role: account.role, seat: null };
    const answer = await erasure.clear(row, { what, id }, reason, actor);
    if (!answer.ok) return answerRefusal(c, refuse(answer.refused, answer.detail));
    accounts.note(account.id, 'text_cleared', `${row.code} ${what}`);
    return c.json({ ok: true });
  });

  /** E35: for people who ask in person or by post and have no phone to do it with. */
  const erase = {
    method: 'post',
    path: '/api/erase',
    who: mayAsk('eraseSeat'),
    about: 'gathering',
    body: { code: CodeParam, seat: IdField },
  } as const;
  addRoute(app, routes, erase, async (c, { account, row, body }) => {
    const actor = { id: account.id, role: account.role, seat: null };
    const answer = await erasure.erase(row, body.seat, actor);
    if (!answer.ok) return answerRefusal(c, refuse(answer.refused, answer.detail));
    routes.emptied(row.id, body.seat);
    accounts.note(account.id, 'erased', row.code);
    return c.json({ ok: true });
  });

  /** Retention of labels and codes, in days. Whatever is already due is deleted in the next round. */
  const retention = {
    method: 'post',
    path: '/api/retention',
    who: ['owner'],
    body: { days: z.number().int().min(1).max(RETENTION_DAYS_MAX) },
  } as const;
  addRoute(app, routes, retention, (c, { account, body }) => {
    setRetentionDays(streams, body.days);
    accounts.note(account.id, 'retention_changed', String(body.days));
    return c.json({ ok: true });
  });
}
