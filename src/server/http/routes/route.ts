/**
 * The one way to declare an HTTP route: the roles that may ask, the stream it is about, and the strict shape of its
 * input.
 */
import { ReadableStream } from 'node:stream/web';
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { Id } from '@/domain/shapes';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import { closingLine } from '@/protocol/closing-line';
import type { Account, OfficeRole } from '../../identity/accounts';
import type { StreamRow, Streams } from '../../streams/streams';
import type { Routes } from './routes';

/** The public code of a gathering or a path, as people type it. */
export const CodeParam = z.string().max(40);
/** An id made by this program; never a name inherited from Object. */
export const IdField = z.string().refine((s) => Id.safeParse(s).success, 'malformed');

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
  notice_incomplete: 409,
  not_a_rehearsal: 409,
  hall_full: 409,
};

/** A browser that submits a form expects a page in return. */
const fromPage = (c: Context): boolean => (c.req.header('accept') ?? '').includes('text/html');

export const wantsJson = (c: Context): boolean => (c.req.header('accept') ?? '').includes('application/json');

/** Answers a refusal as JSON to programs, and as a redirect back to the form to a page without scripts. */
export function answerRefusal(c: Context, refusal: Refusal, back?: string) {
  if (back && !wantsJson(c)) {
    const to = new URL(back, 'http://local');
    to.searchParams.set('rifiuto', refusal.refused);
    return c.redirect(`${to.pathname}${to.search}`, 303);
  }
  return c.json({ ok: false, ...refusal }, STATUS[refusal.refused] ?? 400);
}

const JSON_LINES = 'application/x-ndjson';
export const wantsLines = (c: Context): boolean => c.req.header('accept') === JSON_LINES;

/** Answers with a line for each text of JSON, sent as it is made, then the closing line; an error ends the answer early. */
export function answerLines(c: Context, texts: AsyncIterable<string>) {
  async function* lines() {
    const bytes = new TextEncoder();
    let sent = 0;
    for await (const text of texts) {
      yield bytes.encode(`${text}\n`);
      sent += 1;
    }
    yield bytes.encode(`${closingLine(sent)}\n`);
  }
  return c.body(ReadableStream.from(lines()) as never, 200, { 'content-type': JSON_LINES });
}

type Shape = Readonly<Record<string, z.ZodType>>;
type Fields<S> = S extends Shape ? { [K in keyof S]: z.infer<S[K]> } : Record<never, never>;
type RouteKind = StreamRow['kind'];

export type RouteSpec = {
  method: 'get' | 'post';
  path: `/${string}`;
  /** `anyone` needs no account; a list names the office's roles that may ask. */
  who: 'anyone' | readonly OfficeRole[];
  /** May be asked with a reading token too (`Authorization: Bearer`), as the account that made the token. */
  byToken?: true;
  /** Open also to an account bound to one gathering or path, though the route is about none. */
  ownAffairs?: true;
  /**
   * The field `code`, in the path or in the body, must name a stream of this kind. An office route that is about no
   * stream is closed to an account bound to one.
   */
  about?: RouteKind | 'any';
  params?: Shape;
  query?: Shape;
  body?: Shape;
  /** The route sets a cookie: a browser that refused the test cookie is told so, before anything is written. */
  remembers?: true;
  /** The page to go back to when a form is refused. `raw` is the form as received, and may hold anything. */
  back?: string | ((raw: Readonly<Record<string, unknown>>) => string);
};

export type Asked<S extends RouteSpec> = {
  account: S['who'] extends 'anyone' ? Account | null : Account;
  row: S extends { about: RouteKind | 'any' } ? StreamRow : null;
  /** True if a reading token was sent in place of a cookie. */
  byToken: boolean;
  params: Fields<S['params']>;
  query: Fields<S['query']>;
  body: Fields<S['body']>;
};

/** Checks the input against a shape; the first error decides the refusal. */
function held(shape: Shape, raw: unknown): Record<string, unknown> | Refusal {
  const parsed = z.strictObject(shape).safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const code =
    issue?.message === 'blank_text' || issue?.message === 'text_too_long' ? issue.message : 'malformed';
  return refuse(code, { field: issue?.path.join('.') ?? '' });
}

/** A form's or a JSON body's fields, or null when it is neither. */
async function bodyOf(c: Context): Promise<unknown> {
  try {
    const json = (c.req.header('content-type') ?? '').includes('json');
    return json ? await c.req.json() : await c.req.parseBody();
  } catch {
    return null;
  }
}

const plain = (raw: unknown): Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};

/** Loads the stream of this code with what it is read with, in several turns of the server. */
async function loadNamed(streams: Streams, code: unknown): Promise<void> {
  const row = typeof code === 'string' ? streams.index.find(code) : null;
  if (row) await streams.readyToRead(row);
}

/**
 * Adds a route to the app. The order is fixed: the account, then the shape of the input, then the stream and whether
 * the account may use it; `act` runs only after all three, with parsed values alone.
 */
export function addRoute<const S extends RouteSpec>(
  app: Hono,
  routes: Routes,
  spec: S,
  act: (c: Context, asked: Asked<S>) => Response | Promise<Response>,
): void {
  routes.declared.push(spec);
  app[spec.method](spec.path, async (c: Context) => {
    const { who, about, back } = spec;
    const backTo = (raw: unknown) => (typeof back === 'function' ? back(plain(raw)) : back);
    const token = spec.byToken && routes.tokenHolder(c);
    if (token === null) return answerRefusal(c, refuse('not_signed_in'));
    let account = token ? token.maker : await routes.account(c);
    if (token) {
      const slowed = await routes.context.paces.spend(token.entry, 'tokenReads');
      if (slowed) return answerRefusal(c, slowed);
    }
    if (who !== 'anyone') {
      if (!account) return answerRefusal(c, refuse('not_signed_in'), back ? '/accedi' : undefined);
      if (!who.includes(account.role)) return answerRefusal(c, refuse('not_allowed'), backTo({}));
      if (!about && !spec.ownAffairs && routes.bound(account))
        return answerRefusal(c, refuse('not_allowed'), backTo({}));
      const slowed = await routes.context.paces.spend(account.id, 'office');
      if (slowed) return answerRefusal(c, slowed, backTo({}));
    }
    const raw = spec.body ? await bodyOf(c) : {};
    if (spec.remembers && fromPage(c) && !c.req.header('cookie'))
      return answerRefusal(c, refuse('no_cookies'), backTo(raw));
    if (about) await loadNamed(routes.context.streams, { ...c.req.param(), ...plain(raw) }.code);
    // A body may take long to arrive, and a log to load: the account must still be valid when they have.
    if (who !== 'anyone' && !token) {
      account = await routes.account(c);
      if (!account || !who.includes(account.role))
        return answerRefusal(c, refuse('not_signed_in'), back ? '/accedi' : undefined);
    }
    const found = {
      params: held(spec.params ?? {}, c.req.param()),
      query: held(spec.query ?? {}, spec.query ? c.req.query() : {}),
      body: held(spec.body ?? {}, raw),
    };
    for (const part of Object.values(found)) if (isRefusal(part)) return answerRefusal(c, part, backTo(raw));
    let row: StreamRow | null = null;
    if (about) {
      const code = { ...plain(found.params), ...plain(found.body) }.code;
      row = routes.context.streams.index.find(String(code));
      if (!row || (about !== 'any' && row.kind !== about))
        return answerRefusal(c, refuse('unknown_code'), backTo(raw));
      const within = !token || routes.reaches({ scope: token.stream }, row);
      if (account && !(within && routes.reaches(account, row))) {
        if (who !== 'anyone' || token) return answerRefusal(c, refuse('not_allowed'), backTo(raw));
        account = null;
      }
    }
    return act(c, { account, row, byToken: Boolean(token), ...found } as unknown as Asked<S>);
  });
}
