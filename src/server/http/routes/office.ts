/** The office's routes: one-time links, passphrases, and the opening of new gatherings. */
import type { Context, Hono } from 'hono';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { preparedOf, setUpAgain } from '@/domain/gathering/rehearsal';
import { isRefusal, refuse } from '@/domain/refusal';
import { ACCOUNT_DAYS_MAX, LABEL_MAX } from '@/domain/words';
import { foldedName, KEY_HOURS } from '../../identity/accounts';
import { entryOf } from '../../identity/device-entries';
import { isCommonPassphrase, PASSPHRASE_MIN } from '../../identity/passphrases';
import { createGathering } from '../../streams/create-stream';
import { insidePath } from '../../security/safe-redirects';
import { addRoute, CodeParam, IdField, answerRefusal, wantsJson } from './route';
import type { Routes } from './routes';
import { signedIn } from '../../identity/session-cookie';

const Name = z.string().trim().min(1, 'blank_text').max(LABEL_MAX, 'text_too_long');
const Passphrase = z.string().min(PASSPHRASE_MIN, 'blank_text').max(200, 'text_too_long');
/** The page to return to: a path of this server only, so that a link cannot lead people elsewhere. */
const Then = z.optional(z.string().regex(/^\/(?!\/)[\w/-]{0,200}$/, 'malformed'));
const Token = z.string().regex(/^[\w-]{1,100}$/);
const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;

export function officeRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts, guessLimiter } = routes.context;
  /** The identity of a device that somebody takes for themselves: it is no longer a totem, and holds nobody's seat. */
  const taken = async (c: Context) => {
    const identity = await routes.identity(c);
    const own = accounts.totems.end(identity);
    if (identity.totem) routes.closed(identity.totem.by);
    return own;
  };

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
  addRoute(app, routes, enter, async (c, { body: asked }) => {
    const link = accounts.link(asked.token);
    if (!link || link.purpose === 'completion') return answerRefusal(c, refuse('expired_link'), '/accedi');
    const named = accounts.list().find((a) => a.id === link.target)?.name ?? asked.name;
    if (isCommonPassphrase(asked.passphrase, named))
      return answerRefusal(c, refuse('common_passphrase'), `/chiave/${asked.token}`);
    if (link.purpose === 'reset') {
      if (!accounts.use(asked.token) || !link.target)
        return answerRefusal(c, refuse('expired_link'), '/accedi');
      await accounts.setPassphrase(link.target, asked.passphrase);
      routes.closed(link.target);
      return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/accedi?cambiata=1', 303);
    }
    const { scope, endsAt } = link;
    const account = await accounts.create(asked.name, link.role ?? 'owner', asked.passphrase, {
      scope,
      endsAt,
    });
    if (!account) return answerRefusal(c, refuse('label_taken'), `/chiave/${asked.token}`);
    if (!accounts.use(asked.token)) {
      accounts.revoke(account.id, account.id);
      return answerRefusal(c, refuse('expired_link'), '/accedi');
    }
    const entry = accounts.entries.open(account.id, c.req.header('user-agent'));
    const identity = await taken(c);
    await routes.remember(c, signedIn(identity, account, routes.context.trusted.now(), entry));
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
  addRoute(app, routes, signIn, async (c, { body: asked }) => {
    // The form comes back as it was typed, without the passphrase.
    const back = `/accedi?${new URLSearchParams({ ...(asked.poi ? { poi: asked.poi } : {}), nome: asked.name })}`;
    const identity = await routes.identity(c);
    // Guesses at a name from other devices do not slow the devices its owner has used.
    const known = accounts.isNamed(identity.was, asked.name);
    const aimed = `sign-in:${foldedName(asked.name)}:${known ? identity.was : ''}`;
    const account = await guessLimiter.passphrase(aimed, known, () =>
      accounts.signIn(asked.name, asked.passphrase),
    );
    if (account === null) return answerRefusal(c, refuse('wrong_passphrase'), back);
    if (isRefusal(account)) return answerRefusal(c, account, back);
    const entry = accounts.entries.open(account.id, c.req.header('user-agent'));
    const now = routes.context.trusted.now();
    await routes.remember(c, signedIn(await taken(c), account, now, entry));
    return wantsJson(c)
      ? c.json({ ok: true, role: account.role })
      : c.redirect(insidePath(asked.poi ?? '/ufficio', '/ufficio'), 303);
  });

  const signOut = { method: 'post', path: '/api/sign-out', who: 'anyone', body: {}, back: '/' } as const;
  addRoute(app, routes, signOut, async (c) => {
    const identity = await routes.identity(c);
    if (identity.account) {
      accounts.entries.end(identity.account.id, entryOf(identity.account));
      routes.closed(identity.account.id);
    }
    await routes.remember(c, { ...identity, account: null });
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/', 303);
  });

  /** `about`: the code of the gathering or path the account will be for; `days`: the account's own lifetime. */
  const invite = {
    method: 'post',
    path: '/api/invite',
    who: ['facilitator', 'owner'],
    body: {
      role: z.enum(OFFICE),
      about: CodeParam.nullable().default(null),
      days: z.number().int().min(1).max(ACCOUNT_DAYS_MAX).nullable().default(null),
    },
  } as const;
  addRoute(app, routes, invite, async (c, { account, body: asked }) => {
    const allowed = account.role === 'owner' || (account.role === 'facilitator' && asked.role === 'helper');
    if (!allowed) return answerRefusal(c, refuse('not_allowed'));
    const about = asked.about ? streams.index.find(asked.about) : null;
    if (asked.about && !about) return answerRefusal(c, refuse('unknown_code'));
    // An owner looks after the whole installation, and somebody must always be able to invite others.
    if (asked.role === 'owner' && (about || asked.days !== null))
      return answerRefusal(c, refuse('not_allowed'));
    const slowed = await routes.context.paces.spend(account.id, 'made');
    if (slowed) return answerRefusal(c, slowed);
    const endsAt = asked.days === null ? null : streams.clock() + asked.days * 86_400_000;
    const bounds = { scope: about?.id ?? null, endsAt };
    const token = accounts.invite('invite', asked.role, null, KEY_HOURS, bounds, account.id);
    accounts.note(account.id, 'invited', [asked.role, about?.code ?? ''].join(' ').trim());
    return c.json({ ok: true, link: `/chiave/${token}` });
  });

  /** A gathering set up like a past one, for another day: its question, hours, spaces and questions to talk about. */
  const again = {
    method: 'post',
    path: '/api/gatherings/again',
    who: ['facilitator', 'planner', 'owner'],
    body: { like: CodeParam, day: z.iso.date('malformed') },
    back: '/ufficio',
  } as const;
  addRoute(app, routes, again, async (c, { account, body: asked }) => {
    const slowed = await routes.context.paces.spend(account.id, 'made');
    if (slowed) return answerRefusal(c, slowed, '/ufficio');
    const like = streams.index.find(asked.like);
    if (like?.kind !== 'gathering') return answerRefusal(c, refuse('unknown_code'), '/ufficio');
    const was = streams.gathering(like).whole();
    // Nothing of a path comes from a demonstration or a rehearsal.
    const path = like.demo || like.rehearsal ? null : like.path;
    const actor = { id: account.id, role: account.role, seat: null };
    const settings = setUpAgain(was, asked.day, () => nanoid(14));
    const row = await createGathering(streams, { path, rehearsal: false }, settings, actor);
    if (isRefusal(row)) return answerRefusal(c, row, '/ufficio');
    for (const command of preparedOf(was, settings.spaces))
      await streams.gathering(row).submit({ id: nanoid(14), ...command }, actor);
    accounts.note(account.id, 'gathering_opened', row.code);
    return wantsJson(c) ? c.json({ ok: true, code: row.code }) : c.redirect(`/regia/${row.code}`, 303);
  });

  /** Files the stream and appends its first fact; if that is refused nothing remains. */
  const open = {
    method: 'post',
    path: '/api/gatherings',
    who: ['facilitator', 'planner', 'owner'],
    body: {
      path: IdField.nullable().default(null),
      // Checked strictly against the deed's own shape when the gathering is opened.
      ask: z.record(z.string(), z.unknown()),
      prompts: z
        .array(z.strictObject({ id: IdField, text: z.string().max(4000) }))
        .max(20)
        .default([]),
    },
  } as const;
  addRoute(app, routes, open, async (c, { account, body: asked }) => {
    const slowed = await routes.context.paces.spend(account.id, 'made');
    if (slowed) return answerRefusal(c, slowed);
    if (asked.path !== null && streams.index.byId(asked.path)?.kind !== 'path')
      return answerRefusal(c, refuse('unknown_thing', { what: 'path' }));
    const actor = { id: account.id, role: account.role, seat: null };
    const within = { path: asked.path, rehearsal: asked.ask.rehearsal === true };
    const row = await createGathering(streams, within, asked.ask, actor);
    if (isRefusal(row)) return answerRefusal(c, row);
    if (asked.prompts.length > 0) {
      const programme = { prompts: asked.prompts, speakers: [], materials: [], minutes: '' };
      const set = { id: nanoid(14), type: 'setProgramme', ask: programme };
      // If the prompts are refused, the gathering stays, and its prompts can be written on its desk.
      await streams.gathering(row).submit(set, actor);
    }
    accounts.note(account.id, 'gathering_opened', row.code);
    return c.json({ ok: true, code: row.code });
  });
}
