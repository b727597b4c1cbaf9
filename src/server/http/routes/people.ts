/**
 * Routes for the office's accounts: change a role, reset a passphrase, close an account; each ends every sign-in at
 * once.
 */
import type { Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { ENTRY_LASTS } from '../../identity/accounts';
import { signedIn } from '../../identity/session-cookie';
import { addRoute, IdField, answerRefusal, wantsJson } from './route';
import type { Routes } from './routes';

const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;
const OWNER = ['owner'] as const;
const BACK = '/ufficio';

/** The devices signed in to one's own account: each can be signed out, or all but this one. */
function entryRoutes(app: Hono, routes: Routes): void {
  const { accounts, trusted } = routes.context;
  const own = { method: 'post', who: OFFICE, ownAffairs: true } as const;

  const Entry = z.string().regex(/^[\w.-]{6,60}$/);
  const close = { ...own, path: '/api/entries/close', body: { id: Entry } } as const;
  addRoute(app, routes, close, (c, { account, body }) => {
    const since = trusted.now() - ENTRY_LASTS;
    if (!accounts.entries.standing(account.id, since).some((e) => e.id === body.id))
      return answerRefusal(c, refuse('unknown_thing', { what: 'account' }));
    accounts.entries.end(account.id, body.id);
    routes.closed(account.id);
    return c.json({ ok: true });
  });

  const closeOthers = { ...own, path: '/api/entries/close-others', body: {} } as const;
  addRoute(app, routes, closeOthers, async (c, { account }) => {
    const identity = await routes.identity(c);
    const entry = identity.account?.entry ?? accounts.entries.open(account.id, c.req.header('user-agent'));
    accounts.signOutEverywhere(account.id, entry);
    accounts.note(account.id, 'entries_closed', '');
    routes.closed(account.id);
    const standing = { id: account.id, epoch: account.epoch + 1 };
    await routes.remember(c, signedIn(identity, standing, identity.account?.at ?? trusted.now(), entry));
    return c.json({ ok: true });
  });
}

export function peopleRoutes(app: Hono, routes: Routes): void {
  entryRoutes(app, routes);
  const { accounts } = routes.context;
  const standing = (id: string) => accounts.list().find((a) => a.id === id && a.revokedAt === null);
  const unknown = refuse('unknown_thing', { what: 'account' });
  /** Somebody who can invite others must remain. */
  const lastOwner = (id: string): boolean =>
    !accounts.list().some((a) => a.role === 'owner' && a.revokedAt === null && a.id !== id);

  const revoke = {
    method: 'post',
    path: '/api/accounts/revoke',
    who: OWNER,
    body: { id: IdField },
    back: BACK,
  } as const;
  addRoute(app, routes, revoke, (c, { account, body }) => {
    const about = standing(body.id);
    if (!about) return answerRefusal(c, unknown, BACK);
    if (about.role === 'owner' && lastOwner(about.id))
      return answerRefusal(c, refuse('last_of_its_kind'), BACK);
    accounts.revoke(about.id, account.id);
    routes.closed(about.id);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(BACK, 303);
  });

  const role = {
    method: 'post',
    path: '/api/accounts/role',
    who: OWNER,
    body: { id: IdField, role: z.enum(OFFICE) },
    back: BACK,
  } as const;
  addRoute(app, routes, role, (c, { account, body }) => {
    const about = standing(body.id);
    if (!about) return answerRefusal(c, unknown, BACK);
    if (about.role === 'owner' && body.role !== 'owner' && lastOwner(about.id))
      return answerRefusal(c, refuse('last_of_its_kind'), BACK);
    // An owner looks after the whole installation.
    if (body.role === 'owner' && (about.scope !== null || about.endsAt !== null))
      return answerRefusal(c, refuse('not_allowed'), BACK);
    accounts.changeRole(about.id, body.role, account.id);
    accounts.signOutEverywhere(about.id);
    routes.closed(about.id);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(BACK, 303);
  });

  /** A one-time link to choose another passphrase; the old one is valid until the link is used. */
  const reset = {
    method: 'post',
    path: '/api/accounts/reset',
    who: OWNER,
    body: { id: IdField },
    back: BACK,
  } as const;
  addRoute(app, routes, reset, async (c, { account, body }) => {
    const about = standing(body.id);
    if (!about) return answerRefusal(c, unknown, BACK);
    const slowed = await routes.context.paces.spend(account.id, 'made');
    if (slowed) return answerRefusal(c, slowed);
    return c.json({ ok: true, link: accounts.resetKey(about, account.id) });
  });
}
