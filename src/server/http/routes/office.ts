/** The office's door: one-time links, passphrases, and the opening of new gatherings. */
import type { Hono } from 'hono';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { isRefusal, refuse } from '@/domain/refusal';
import { KEY_HOURS, PASSPHRASE_MIN } from '../../identity/accounts';
import { openGathering } from '../../streams/create-stream';
import { insidePath } from '../inside-path';
import { addRoute, IdField, refused, wantsJson } from './route';
import type { Routes } from './routes';
import { signedIn } from '../../identity/session-cookie';

const Name = z.string().trim().min(1, 'blank_text').max(60, 'text_too_long');
const Passphrase = z.string().min(PASSPHRASE_MIN, 'blank_text').max(200, 'text_too_long');
/** Where one was going: a path of this house only, so that a link can't lead people elsewhere. */
const Then = z.optional(z.string().regex(/^\/(?!\/)[\w/-]{0,200}$/, 'malformed'));
const Token = z.string().regex(/^[\w-]{1,100}$/);
const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;

export function officeRoutes(app: Hono, door: Routes): void {
  const { streams, accounts, guessLimiter } = door.doors;

  const enter = {
    method: 'post',
    path: '/api/enter',
    who: 'anyone',
    body: { token: Token, name: Name, passphrase: Passphrase },
    remembers: true,
    back: ({ token }: Readonly<Record<string, unknown>>) => {
      const known = Token.safeParse(token);
      return known.success ? `/chiave/${known.data}` : '/';
    },
  } as const;
  addRoute(app, door, enter, async (c, { body: asked }) => {
    const link = accounts.link(asked.token);
    if (!link || link.purpose === 'completion') return refused(c, refuse('expired_link'), '/accedi');
    if (link.purpose === 'reset') {
      if (!accounts.use(asked.token) || !link.target) return refused(c, refuse('expired_link'), '/accedi');
      await accounts.setPassphrase(link.target, asked.passphrase);
      door.doors.dismiss((who) => who.account?.id === link.target, 'signed_out');
      return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/accedi?cambiata=1', 303);
    }
    const account = await accounts.create(asked.name, link.role ?? 'owner', asked.passphrase);
    if (!account) return refused(c, refuse('label_taken'), `/chiave/${asked.token}`);
    if (!accounts.use(asked.token)) {
      accounts.revoke(account.id, account.id);
      return refused(c, refuse('expired_link'), '/accedi');
    }
    const identity = await door.identity(c);
    await door.remember(c, signedIn(identity, account, door.doors.trusted.now()));
    return wantsJson(c) ? c.json({ ok: true, role: account.role }) : c.redirect('/ufficio', 303);
  });

  const signIn = {
    method: 'post',
    path: '/api/sign-in',
    who: 'anyone',
    body: { name: Name, passphrase: z.string().max(200), poi: Then },
    remembers: true,
    back: '/accedi',
  } as const;
  addRoute(app, door, signIn, async (c, { body: asked }) => {
    const back = asked.poi ? `/accedi?poi=${asked.poi}` : '/accedi';
    const identity = await door.identity(c);
    // Guessing at a name elsewhere does not shut out the device its owner uses.
    const aimed = `sign-in:${asked.name.toLowerCase()}:${accounts.isNamed(identity.was, asked.name) ? identity.was : ''}`;
    const slowed = await guessLimiter.slowed(aimed);
    if (slowed) return refused(c, slowed, back);
    const account = await accounts.signIn(asked.name, asked.passphrase);
    if (!account) return refused(c, refuse('wrong_passphrase'), back);
    await guessLimiter.right(aimed);
    // Who signs in takes the device back from everybody: it is a totem no more.
    await door.remember(c, { ...signedIn(identity, account, door.doors.trusted.now()), totem: null });
    return wantsJson(c)
      ? c.json({ ok: true, role: account.role })
      : c.redirect(insidePath(asked.poi ?? '/ufficio', '/ufficio'), 303);
  });

  const signOut = { method: 'post', path: '/api/sign-out', who: 'anyone', body: {}, back: '/' } as const;
  addRoute(app, door, signOut, async (c) => {
    const identity = await door.identity(c);
    await door.remember(c, { ...identity, account: null });
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/', 303);
  });

  const invite = {
    method: 'post',
    path: '/api/invite',
    who: ['facilitator', 'owner'],
    body: { role: z.enum(OFFICE) },
  } as const;
  addRoute(app, door, invite, async (c, { account, body: asked }) => {
    const allowed = account.role === 'owner' || (account.role === 'facilitator' && asked.role === 'helper');
    if (!allowed) return refused(c, refuse('not_allowed'));
    const slowed = await door.doors.paces.spend(account.id, 'made');
    if (slowed) return refused(c, slowed);
    const token = accounts.invite('invite', asked.role, null, KEY_HOURS);
    accounts.note(account.id, 'invited', asked.role);
    return c.json({ ok: true, link: `/chiave/${token}` });
  });

  /** Files the stream and tells its first fact; if that is refused nothing stays behind. */
  const open = {
    method: 'post',
    path: '/api/gatherings',
    who: ['facilitator', 'planner', 'owner'],
    body: {
      path: IdField.nullable().default(null),
      // Held strictly against the deed's own shape when the gathering is opened.
      ask: z.record(z.string(), z.unknown()),
      prompts: z
        .array(z.strictObject({ id: IdField, text: z.string().max(4000) }))
        .max(20)
        .default([]),
    },
  } as const;
  addRoute(app, door, open, async (c, { account, body: asked }) => {
    const slowed = await door.doors.paces.spend(account.id, 'made');
    if (slowed) return refused(c, slowed);
    if (asked.path !== null && streams.index.byId(asked.path)?.kind !== 'path')
      return refused(c, refuse('unknown_thing', { what: 'path' }));
    const actor = { id: account.id, role: account.role, seat: null };
    const within = { path: asked.path, rehearsal: asked.ask.rehearsal === true };
    const row = await openGathering(streams, within, asked.ask, actor);
    if (isRefusal(row)) return refused(c, row);
    if (asked.prompts.length > 0) {
      const programme = { prompts: asked.prompts, speakers: [], materials: [], minutes: '' };
      const set = { id: nanoid(14), type: 'setProgramme', ask: programme };
      // Refused prompts leave a gathering whose prompts can be written on its desk.
      await streams.gathering(row).submit(set, actor);
    }
    accounts.note(account.id, 'gathering_opened', row.code);
    return c.json({ ok: true, code: row.code });
  });
}
