/** What is asked over plain HTTP: taking a seat, coming back to it, signing in, opening a gathering. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod';
import { type Refusal, refuse } from '@/domain/refusal';
import type { Erasure } from '../../upkeep/erasure';
import type { GuessLimiter } from '../../identity/guess-limiter';
import { DATA_POLICY } from '../security-headers';
import { isSameOrigin } from '../same-origin';
import type { Rehearsals } from '../../rehearsals/rehearsals';
import type { Streams } from '../../streams/streams';
import type { Account, Accounts } from '../../identity/accounts';
import { cookieFor, type Identity, recognise, seal } from '../../identity/session-cookie';

export type RouteContext = {
  streams: Streams;
  accounts: Accounts;
  secret: string;
  /** The data folder; photographs lie in it beside the database. */
  folder: string;
  publicUrl: string | null;
  version: string;
  guessLimiter: GuessLimiter;
  erasure: Erasure;
  rehearsals: Rehearsals;
  dismiss(whose: (identity: Identity) => boolean, why: 'erased' | 'signed_out'): void;
  relabel(stream: string, labels: Record<string, string | null>): void;
};

const STATUS: Partial<Record<Refusal['refused'], 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 503>> = {
  unknown_code: 404,
  unknown_thing: 404,
  unknown_seat: 404,
  not_signed_in: 401,
  not_allowed: 403,
  too_large: 413,
  too_fast: 429,
  busy: 503,
  expired_link: 410,
  wrong_passphrase: 403,
  wrong_recovery_code: 403,
  label_taken: 409,
  not_a_rehearsal: 409,
  hall_full: 409,
};

/** One refusal, answered as JSON to programs and as a return to the form to a page without scripts. */
export function refused(c: Context, refusal: Refusal, back?: string) {
  if (back && !wantsJson(c)) {
    const to = new URL(back, 'http://local');
    to.searchParams.set('rifiuto', refusal.refused);
    return c.redirect(`${to.pathname}${to.search}`, 303);
  }
  return c.json({ ok: false, ...refusal }, STATUS[refusal.refused] ?? 400);
}

export const wantsJson = (c: Context): boolean => (c.req.header('accept') ?? '').includes('application/json');

/** A form's or a JSON body's fields, held against a schema. Checkboxes arrive as 'on'. */
export async function fields<T extends z.ZodType>(c: Context, shape: T): Promise<z.infer<T> | Refusal> {
  let raw: unknown;
  try {
    raw = (c.req.header('content-type') ?? '').includes('json')
      ? await c.req.json()
      : await c.req.parseBody();
  } catch {
    return refuse('malformed');
  }
  const parsed = shape.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const code =
    issue?.message === 'blank_text' || issue?.message === 'text_too_long' ? issue.message : 'malformed';
  return refuse(code, { field: issue?.path.join('.') ?? '' });
}

export class Routes {
  constructor(readonly doors: RouteContext) {}

  identity(c: Context): Promise<Identity> {
    return recognise(c.req.header('cookie'), this.doors.secret, this.doors.streams.seats);
  }

  async remember(c: Context, identity: Identity): Promise<void> {
    // Of several proxies the first spoke with the browser.
    const cameBy = (c.req.header('x-forwarded-proto') ?? '').split(',')[0]?.trim();
    const secure = cameBy === 'https' || (this.doors.publicUrl ?? '').startsWith('https:');
    c.header('set-cookie', cookieFor(seal(identity, this.doors.secret), secure), { append: true });
  }

  /** Everybody forgets the label, and her devices are nobody's. */
  emptied(stream: string, seat: string): void {
    this.doors.relabel(stream, { [seat]: null });
    this.doors.dismiss((who) => who.seats[stream]?.id === seat, 'erased');
  }

  async account(c: Context): Promise<Account | null> {
    return this.doors.accounts.of(await this.identity(c));
  }
}

/** A page of another site may not post here in somebody's name. Programs say no Origin; browsers always do. */
const sameSite = (c: Context, publicUrl: string | null): boolean => {
  const origin = c.req.header('origin');
  if (c.req.header('sec-fetch-site') === 'cross-site') return false;
  return origin === undefined || isSameOrigin(origin, c.req.header('host'), publicUrl);
};

export function createRoutes(doors: RouteContext, register: ((app: Hono, door: Routes) => void)[]): Hono {
  const app = new Hono();
  const door = new Routes(doors);
  app.use('*', async (c, next) => {
    await next();
    if (c.res.status === 404) await doors.guessLimiter.wrongCode();
    c.header('content-security-policy', DATA_POLICY);
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  app.use('/api/*', async (c, next) => {
    if (c.req.method !== 'GET' && !sameSite(c, doors.publicUrl)) return refused(c, refuse('not_allowed'));
    await next();
  });
  app.use(
    '/api/photos/*',
    bodyLimit({ maxSize: 12 * 1024 * 1024, onError: (c) => refused(c, refuse('image_too_large')) }),
  );
  app.use('/api/*', async (c, next) =>
    c.req.path.startsWith('/api/photos/') || c.req.path.startsWith('/api/import/')
      ? next()
      : bodyLimit({ maxSize: 256 * 1024, onError: (x) => refused(x, refuse('too_large')) })(c, next),
  );
  app.get('/healthz', (c) => {
    const damaged = doors.streams.damaged();
    return c.json({
      // False while the disk refuses: people are told to wait. False when a log would not fold: somebody must put back a copy.
      ok: !doors.streams.commits.failing && damaged.length === 0,
      version: doors.version,
      gatherings: doors.streams.all().filter((r) => r.kind === 'gathering').length,
      live: doors.streams.live,
      damaged,
    });
  });
  for (const r of register) r(app, door);
  app.all('/api/*', (c) => refused(c, refuse('unknown_thing')));
  app.onError((e, c) => {
    // What the disk says is one line; anything else is a fault of ours, and whole.
    console.error('code' in e ? `${String(e.code)}: ${e.message}` : e);
    return refused(c, refuse('busy'));
  });
  return app;
}
