/** The office's door: one-time links, passphrases, and the opening of new gatherings. */
import type { Hono } from 'hono';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { isRefusal, refuse } from '@/domain/refusal';
import { KEY_HOURS, PASSPHRASE_MIN } from '../../identity/accounts';
import { openGathering } from '../../streams/create-stream';
import { type Routes, fields, refused, wantsJson } from './routes';
import { signedIn } from '../../identity/session-cookie';

const Name = z.string().trim().min(1, 'blank_text').max(60, 'text_too_long');
const Passphrase = z.string().min(PASSPHRASE_MIN, 'blank_text').max(200, 'text_too_long');
/** Where one was going: a path of this house only, so that a link can't lead people elsewhere. */
const Then = z.optional(z.string().regex(/^\/(?!\/)[\w/-]{0,200}$/, 'malformed'));
const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;

export function officeRoutes(app: Hono, door: Routes): void {
  const { streams, accounts, guessLimiter } = door.doors;

  app.post('/api/enter', async (c) => {
    const asked = await fields(
      c,
      z.object({ token: z.string().max(100), name: Name, passphrase: Passphrase }),
    );
    if (isRefusal(asked)) return refused(c, asked, c.req.header('referer') ?? '/');
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
    await door.remember(c, signedIn(identity, account, streams.clock()));
    return wantsJson(c) ? c.json({ ok: true, role: account.role }) : c.redirect('/ufficio', 303);
  });

  app.post('/api/sign-in', async (c) => {
    const asked = await fields(c, z.object({ name: Name, passphrase: z.string().max(200), poi: Then }));
    if (isRefusal(asked)) return refused(c, asked, '/accedi');
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
    await door.remember(c, { ...signedIn(identity, account, streams.clock()), totem: null });
    return wantsJson(c) ? c.json({ ok: true, role: account.role }) : c.redirect(asked.poi ?? '/ufficio', 303);
  });

  app.post('/api/sign-out', async (c) => {
    const identity = await door.identity(c);
    await door.remember(c, { ...identity, account: null });
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/', 303);
  });

  app.post('/api/invite', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    const asked = await fields(c, z.object({ role: z.enum(OFFICE) }));
    if (isRefusal(asked)) return refused(c, asked);
    const allowed = account.role === 'owner' || (account.role === 'facilitator' && asked.role === 'helper');
    if (!allowed) return refused(c, refuse('not_allowed'));
    const token = accounts.invite('invite', asked.role, null, KEY_HOURS);
    accounts.note(account.id, 'invited', asked.role);
    return c.json({ ok: true, link: `/chiave/${token}` });
  });

  /** Files the stream and tells its first fact; if that is refused nothing stays behind. */
  app.post('/api/gatherings', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    if (account.role === 'helper') return refused(c, refuse('not_allowed'));
    const asked = await fields(
      c,
      z.object({
        path: z.string().max(40).nullable().default(null),
        ask: z.record(z.string(), z.unknown()),
        prompts: z
          .array(z.object({ id: z.string(), text: z.string() }))
          .max(20)
          .default([]),
      }),
    );
    if (isRefusal(asked)) return refused(c, asked);
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
