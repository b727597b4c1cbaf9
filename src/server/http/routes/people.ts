/** The office's people: another role, a new passphrase, or no account any more; each ends every entry at once. */
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { isRefusal, refuse } from '@/domain/refusal';
import { type Routes, fields, refused, wantsJson } from './routes';

const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;

export function peopleRoutes(app: Hono, door: Routes): void {
  const { accounts } = door.doors;
  const signedOut = (id: string) => door.doors.dismiss((who) => who.account?.id === id, 'signed_out');
  /** The owner who asks, and the standing account she speaks of. */
  const asking = async <T extends z.ZodType<{ id: string }>>(c: Context, shape: T) => {
    const owner = await door.account(c);
    if (!owner) return refuse('not_signed_in');
    if (owner.role !== 'owner') return refuse('not_allowed');
    const asked = await fields(c, shape);
    if (isRefusal(asked)) return asked;
    const about = accounts.list().find((a) => a.id === asked.id && a.revokedAt === null);
    return about ? { owner, asked, about } : refuse('unknown_thing', { what: 'account' });
  };
  /** Somebody must be left who can let others in. */
  const lastOwner = (id: string): boolean =>
    !accounts.list().some((a) => a.role === 'owner' && a.revokedAt === null && a.id !== id);

  app.post('/api/accounts/revoke', async (c) => {
    const found = await asking(c, z.object({ id: z.string().max(40) }));
    if (isRefusal(found)) return refused(c, found, '/ufficio');
    if (found.about.role === 'owner' && lastOwner(found.about.id))
      return refused(c, refuse('last_of_its_kind'), '/ufficio');
    accounts.revoke(found.about.id, found.owner.id);
    signedOut(found.about.id);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/ufficio', 303);
  });

  app.post('/api/accounts/role', async (c) => {
    const found = await asking(c, z.object({ id: z.string().max(40), role: z.enum(OFFICE) }));
    if (isRefusal(found)) return refused(c, found, '/ufficio');
    const { owner, asked, about } = found;
    if (about.role === 'owner' && asked.role !== 'owner' && lastOwner(about.id))
      return refused(c, refuse('last_of_its_kind'), '/ufficio');
    accounts.changeRole(about.id, asked.role, owner.id);
    accounts.signOutEverywhere(about.id);
    signedOut(about.id);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/ufficio', 303);
  });

  /** A one-time link to choose another passphrase; the old one holds until it is used. */
  app.post('/api/accounts/reset', async (c) => {
    const found = await asking(c, z.object({ id: z.string().max(40) }));
    if (isRefusal(found)) return refused(c, found, '/ufficio');
    return c.json({ ok: true, link: accounts.resetKey(found.about, found.owner.id) });
  });
}
