/** The route of the office's particulars: saved whole, by those who care for people's data. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { DETAIL_MAX, DETAILS } from '@/protocol/office-details';
import { eachDetail, officeDetails, setOfficeDetails } from '../../identity/office-details';
import { addRoute, answerRefusal } from './route';
import type { Routes } from './routes';

const Text = z
  .string()
  .transform((s) =>
    s
      .replace(/[\u0000-\u001F\u007F]+/g, ' ')
      .replace(/\s+/g, ' ')
      .normalize('NFC')
      .trim(),
  )
  .refine((s) => s.length <= DETAIL_MAX, 'text_too_long');
/** Drawn as a link on a public page: never another scheme. */
const Address = Text.refine((s) => s === '' || (/^https?:\/\//i.test(s) && URL.canParse(s)), 'malformed');

export function officeDetailsRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts } = routes.context;

  /** `after`: the version that was on the screen, so that nobody writes over what somebody else has just saved. */
  const save = {
    method: 'post',
    path: '/api/office-details',
    who: ['planner', 'owner'],
    body: {
      ...eachDetail(() => Text),
      declaration: Address,
      indexed: z.boolean(),
      after: z.number().int().min(0),
    },
  } as const;
  addRoute(app, routes, save, (c, { account, body: { after, ...details } }) => {
    const standing = officeDetails(streams.store);
    if (standing.rev !== after) return answerRefusal(c, refuse('stale_version', { rev: standing.rev }));
    if (standing.indexed === details.indexed && DETAILS.every((field) => standing[field] === details[field]))
      return answerRefusal(c, refuse('nothing_to_change'));
    const rev = setOfficeDetails(streams.store, details);
    accounts.note(account.id, 'details_changed', String(rev));
    return c.json({ ok: true, rev });
  });
}
