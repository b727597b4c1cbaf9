/**
 * Routes of the totem: one device for people without a phone (E14). It knows only the seats taken at it or by a helper.
 */
import type { Context, Hono } from 'hono';
import { isRefusal, refuse } from '@/domain/refusal';
import { plainCode } from '../../identity/seats';
import { addRoute, CodeParam, IdField, answerRefusal, type RouteSpec } from './route';
import type { Routes } from './routes';
import { entryOf } from '../../identity/device-entries';
import { type Identity, sitsOn, type Totem } from '../../identity/session-cookie';
import { Join, admit } from '../../identity/take-seat';

const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;
const AT = {
  method: 'post',
  who: 'anyone',
  about: 'gathering',
  back: '/',
} as const satisfies Partial<RouteSpec>;

const formAgain = (raw: Readonly<Record<string, unknown>>): string => {
  const code = plainCode(typeof raw.code === 'string' ? raw.code.slice(0, 40) : '');
  return code ? `/totem/${code}?nuovo=1` : '/';
};

export function totemRoutes(app: Hono, routes: Routes): void {
  const { streams } = routes.context;
  const identityAt = async (c: Context, stream: string) => {
    const identity = await routes.identity(c);
    return identity.totem?.stream === stream ? { ...identity, totem: identity.totem } : null;
  };
  /** The totem passes to the next person, whose seat is in `identity` by now. */
  const pass = async (c: Context, identity: Identity & { totem: Totem }) => {
    await routes.remember(c, { ...identity, totem: routes.context.accounts.totems.pass(identity.totem) });
    routes.passed(identity.totem.by);
  };

  /** Somebody of the office turns this device into a totem, and is signed out of it. */
  const start = { ...AT, path: '/api/totem/start', who: OFFICE, body: { code: CodeParam } } as const;
  addRoute(app, routes, start, async (c, { account, row }) => {
    const identity = await routes.identity(c);
    const { accounts } = routes.context;
    delete identity.seats[row.id];
    const entry = identity.account && entryOf(identity.account);
    // Copies of this device's cookie are signed out too.
    if (entry) accounts.entries.end(account.id, entry);
    const totem = accounts.totems.start(row.id, account, c.req.header('user-agent'));
    // Other pages of this device reconnect as the totem that it now is.
    routes.context.reopen((who) => who.account !== null && entryOf(who.account) === entry);
    await routes.remember(c, { ...identity, account: null, totem });
    accounts.note(account.id, 'totem_started', row.code);
    return c.redirect(`/totem/${row.code}`, 303);
  });

  const sit = { ...AT, path: '/api/totem/sit', body: { code: CodeParam, seat: IdField } } as const;
  addRoute(app, routes, sit, async (c, { row, body }) => {
    const identity = await identityAt(c, row.id);
    if (!identity) return answerRefusal(c, refuse('not_allowed'), '/');
    const seat = streams.gathering(row).whole().seats[body.seat];
    // People who came by phone have a recovery code of their own: nobody can take their seat from here.
    if (!seat || seat.erased || seat.origin === 'telefono' || seat.origin === 'simulata')
      return answerRefusal(c, refuse('unknown_seat'), `/totem/${row.code}`);
    sitsOn(identity, row.id, { id: seat.id, code: null });
    await pass(c, identity);
    return c.redirect(`/i/${row.code}`, 303);
  });

  const join = { ...AT, path: '/api/totem/join', body: Join, back: formAgain } as const;
  addRoute(app, routes, join, async (c, { row, body }) => {
    const identity = await identityAt(c, row.id);
    if (!identity) return answerRefusal(c, refuse('not_allowed'), '/');
    const slowed = await routes.context.paces.spend(row.id, 'seats', 'seatsOfHour');
    if (slowed) return answerRefusal(c, slowed, `/totem/${row.code}?nuovo=1`);
    const taken = await admit(streams, row, body, { id: identity.totem.by, origin: 'totem' });
    if (isRefusal(taken)) return answerRefusal(c, taken, `/totem/${row.code}?nuovo=1`);
    sitsOn(identity, row.id, { id: taken.seat, code: taken.recovery });
    await pass(c, identity);
    return c.redirect(`/i/${row.code}`, 303);
  });

  /** Back to the start, for the next person. */
  const rise = { ...AT, path: '/api/totem/rise', body: { code: CodeParam } } as const;
  addRoute(app, routes, rise, async (c, { row }) => {
    const identity = await identityAt(c, row.id);
    if (!identity) return answerRefusal(c, refuse('not_allowed'), '/');
    delete identity.seats[row.id];
    await pass(c, identity);
    return c.redirect(`/totem/${row.code}`, 303);
  });
}
