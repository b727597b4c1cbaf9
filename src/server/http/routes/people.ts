/** The office's people: another role, a new passphrase, or no account any more; each ends every entry at once. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { addRoute, IdField, refused, wantsJson } from './route';
import type { Routes } from './routes';

const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;
const OWNER = ['owner'] as const;
const BACK = '/ufficio';

export function peopleRoutes(app: Hono, door: Routes): void {
  const { accounts } = door.doors;
  const signedOut = (id: string) => door.doors.dismiss((who) => who.account?.id === id, 'signed_out');
  const standing = (id: string) => accounts.list().find((a) => a.id === id && a.revokedAt === null);
  const unknown = refuse('unknown_thing', { what: 'account' });
  /** Somebody must be left who can let others in. */
  const lastOwner = (id: string): boolean =>
    !accounts.list().some((a) => a.role === 'owner' && a.revokedAt === null && a.id !== id);

  const revoke = {
    method: 'post',
    path: '/api/accounts/revoke',
    who: OWNER,
    body: { id: IdField },
    back: BACK,
  } as const;
  addRoute(app, door, revoke, (c, { account, body }) => {
    const about = standing(body.id);
    if (!about) return refused(c, unknown, BACK);
    if (about.role === 'owner' && lastOwner(about.id)) return refused(c, refuse('last_of_its_kind'), BACK);
    accounts.revoke(about.id, account.id);
    signedOut(about.id);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(BACK, 303);
  });

  const role = {
    method: 'post',
    path: '/api/accounts/role',
    who: OWNER,
    body: { id: IdField, role: z.enum(OFFICE) },
    back: BACK,
  } as const;
  addRoute(app, door, role, (c, { account, body }) => {
    const about = standing(body.id);
    if (!about) return refused(c, unknown, BACK);
    if (about.role === 'owner' && body.role !== 'owner' && lastOwner(about.id))
      return refused(c, refuse('last_of_its_kind'), BACK);
    accounts.changeRole(about.id, body.role, account.id);
    accounts.signOutEverywhere(about.id);
    signedOut(about.id);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(BACK, 303);
  });

  /** A one-time link to choose another passphrase; the old one holds until it is used. */
  const reset = {
    method: 'post',
    path: '/api/accounts/reset',
    who: OWNER,
    body: { id: IdField },
    back: BACK,
  } as const;
  addRoute(app, door, reset, async (c, { account, body }) => {
    const about = standing(body.id);
    if (!about) return refused(c, unknown, BACK);
    const slowed = await door.doors.paces.spend(account.id, 'made');
    if (slowed) return refused(c, slowed);
    return c.json({ ok: true, link: accounts.resetKey(about, account.id) });
  });
}
