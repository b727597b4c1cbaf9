/** The HTTP routes of the server, with everything they share: origin, size, headers, identity. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuse } from '@/domain/refusal';
import type { OpenMetrics } from '../../diagnostics/metrics';
import type { EventLoopDelay } from '../../diagnostics/event-loop-delay';
import type { Erasure } from '../../upkeep/erasure';
import type { GuessLimiter } from '../../identity/guess-limiter';
import { DATA_POLICY } from '../../security/security-headers';
import { isSameOrigin } from '../../security/same-origin';
import type { TrustedClock } from '../../upkeep/trusted-clock';
import type { Rehearsals } from '../../rehearsals/rehearsals';
import type { Streams, StreamRow } from '../../streams/streams';
import { reaches } from '../../identity/authorize';
import type { Account, Accounts } from '../../identity/accounts';
import { overHttps } from '../../security/trusted-proxies';
import type { TokenHolder } from '../../identity/reading-tokens';
import { cookieFor, type Identity, recognise, seal } from '../../identity/session-cookie';
import type { Paces } from './rate-limits';
import { answerRefusal, type RouteSpec } from './route';

export type RouteContext = {
  streams: Streams;
  accounts: Accounts;
  secret: string;
  /** The data folder; photographs are stored in it beside the database. */
  folder: string;
  publicUrl: string | null;
  version: string;
  guessLimiter: GuessLimiter;
  erasure: Erasure;
  rehearsals: Rehearsals;
  trusted: TrustedClock;
  paces: Paces;
  turns: EventLoopDelay;
  /** Null when nobody may read it; then `/metrics` is not there. */
  metrics: OpenMetrics | null;
  /** False while another process may own the database, and when this one is ending. */
  owned(): boolean;
  /** Time of the newest automatic copy, in epoch ms; null when there is none. */
  lastCopy(): number | null;
  dismiss(whose: (identity: Identity) => boolean, why: 'erased' | 'signed_out'): void;
  /** Closes these devices' connections: they reconnect on their own, with their current cookie. */
  reopen(whose: (identity: Identity) => boolean): void;
  relabel(stream: string, labels: Record<string, string | null>): void;
};

export class Routes {
  /** All declared routes, for the tests that walk them. */
  readonly declared: RouteSpec[] = [];

  constructor(readonly context: RouteContext) {}

  identity(c: Context): Promise<Identity> {
    return recognise(
      c.req.header('cookie'),
      this.context.secret,
      this.context.streams.seats,
      this.context.accounts.totems,
      this.context.trusted.now(),
    );
  }

  async remember(c: Context, identity: Identity): Promise<void> {
    const secure = overHttps(c.req.header('x-forwarded-proto') ?? '', this.context.publicUrl);
    c.header(
      'set-cookie',
      cookieFor(seal(identity, this.context.secret, this.context.trusted.now()), secure),
      {
        append: true,
      },
    );
  }

  /** Removes the label on every device, and takes the seat from its devices. */
  emptied(stream: string, seat: string): void {
    this.context.relabel(stream, { [seat]: null });
    this.context.dismiss((who) => who.seats[stream]?.id === seat, 'erased');
  }

  /** Devices that hold the seat by an older cookie lose it, for reading and for commands. */
  left(stream: string, seat: string): void {
    const { seats } = this.context.streams;
    this.context.dismiss((who) => {
      const held = who.seats[stream];
      return held?.id === seat && !seats.holds(stream, held);
    }, 'signed_out');
  }

  /** Devices of an account whose sign-in has ended are removed from every stream they are in. */
  closed(account: string): void {
    this.context.dismiss(
      (who) =>
        (who.account?.id === account || who.totem?.by === account) && this.context.accounts.hasEnded(who),
      'signed_out',
    );
  }

  /** Devices with a copy of this totem's cookie, from before it passed to the next person, lose that person's seat. */
  passed(by: string): void {
    const { totems } = this.context.accounts;
    this.context.dismiss(({ totem }) => totem?.by === by && !totems.isTurn(totem), 'signed_out');
  }

  async account(c: Context): Promise<Account | null> {
    return this.context.accounts.of(await this.identity(c));
  }

  /** The holder of the request's token; undefined when it has none, null when the token opens nothing. */
  tokenHolder(c: Context): TokenHolder | null | undefined {
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    return token === undefined ? undefined : this.context.accounts.readingTokens.holder(token);
  }

  /** True for an account bound to one gathering or one path. */
  bound(account: Account): boolean {
    return account.scope !== null;
  }

  /** True if this account, or the token of this one stream, may be used in that stream. */
  reaches(account: Pick<Account, 'scope'>, row: StreamRow): boolean {
    return reaches(this.context.streams, account, row);
  }
}

/** A page of another site may not post here in somebody's name. Programs send no Origin; browsers always do. */
const sameSite = (c: Context, publicUrl: string | null): boolean => {
  const origin = c.req.header('origin');
  if (c.req.header('sec-fetch-site') === 'cross-site') return false;
  return origin === undefined || isSameOrigin(origin, c.req.header('host'), publicUrl);
};

export function createRoutes(
  context: RouteContext,
  register: ((app: Hono, routes: Routes) => void)[],
): { app: Hono; declared: readonly RouteSpec[] } {
  const app = new Hono();
  const routes = new Routes(context);
  app.use('*', async (c, next) => {
    await next();
    if (c.res.status === 404) await context.guessLimiter.wrongCode();
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', DATA_POLICY);
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  app.use('/api/*', async (c, next) => {
    if (c.req.method !== 'GET' && !sameSite(c, context.publicUrl))
      return answerRefusal(c, refuse('not_allowed'));
    await next();
  });
  app.use(
    '/api/photos/*',
    bodyLimit({ maxSize: 12 * 1024 * 1024, onError: (c) => answerRefusal(c, refuse('image_too_large')) }),
  );
  app.use('/api/*', async (c, next) =>
    // To look for the body of a GET, which has none, Hono makes a whole Request of it with two abort signals.
    c.req.method === 'GET' || c.req.path.startsWith('/api/photos/') || c.req.path.startsWith('/api/import/')
      ? next()
      : bodyLimit({ maxSize: 256 * 1024, onError: (x) => answerRefusal(x, refuse('too_large')) })(c, next),
  );
  for (const r of register) r(app, routes);
  app.all('/api/*', (c) => answerRefusal(c, refuse('unknown_thing')));
  app.onError((e, c) => {
    // A disk error is logged as one line; anything else is our fault, and is logged whole.
    console.error('code' in e ? `${String(e.code)}: ${e.message}` : e);
    return answerRefusal(c, refuse('busy'));
  });
  return { app, declared: routes.declared };
}
