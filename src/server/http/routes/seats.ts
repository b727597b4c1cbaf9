/** Routes for taking a seat and coming back to it: the join form, the recovery code, a shared phone. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { isRefusal, refuse } from '@/domain/refusal';
import { entranceOf, WITHIN, within } from '@/protocol/entrance-address';
import { plainCode } from '../../identity/seats';
import { Join, Label, admit } from '../../identity/take-seat';
import { addRoute, CodeParam, answerRefusal, wantsJson } from './route';
import type { Routes } from './routes';
import { sitsOn } from '../../identity/session-cookie';

/** The screen a person asked for before they had to join. */
const Onward = z.string().regex(WITHIN).catch('');
const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;

/** The entrance of the gathering whose code a refused form carries. */
const entranceAgain = (raw: Readonly<Record<string, unknown>>): string => {
  const code = plainCode(typeof raw.code === 'string' ? raw.code.slice(0, 40) : '');
  return code ? entranceOf(code, { poi: Onward.parse(raw.poi) }) : '/';
};

/** The first page, with what was typed there: one wrong letter is mended, not typed again from the start. */
const startAgain = (raw: Readonly<Record<string, unknown>>): string =>
  typeof raw.code === 'string' && raw.code
    ? `/?${new URLSearchParams({ codice: raw.code.slice(0, 20) })}`
    : '/';

export function seatRoutes(app: Hono, routes: Routes): void {
  const { streams, guessLimiter } = routes.context;

  const join = {
    method: 'post',
    path: '/api/join',
    who: 'anyone',
    about: 'gathering',
    body: { ...Join, poi: Onward },
    remembers: true,
    back: entranceAgain,
  } as const;
  addRoute(app, routes, join, async (c, { row, body }) => {
    const identity = await routes.identity(c);
    const lost = identity.lost[row.id];
    const back = lost && routes.context.erasure.mayReturn(row, lost.id) ? lost : undefined;
    const slowed = await routes.context.paces.spend(row.id, 'seats', 'seatsOfHour');
    if (slowed) return answerRefusal(c, slowed, entranceOf(row.code, { ambito: body.sector, poi: body.poi }));
    const taken = await admit(streams, row, body, null, back);
    // Redirects back to the form with a code that is nobody's.
    if (isRefusal(taken))
      return answerRefusal(c, taken, entranceOf(row.code, { ambito: body.sector, poi: body.poi }));
    sitsOn(identity, row.id, { id: taken.seat, code: taken.recovery });
    await routes.remember(c, identity);
    return wantsJson(c)
      ? c.json({ ok: true, code: row.code, ...taken })
      : c.redirect(within(row.code, body.poi), 303);
  });

  // E14: for somebody without a phone, at the totem or with a helper.
  const joinFor = {
    method: 'post',
    path: '/api/join-for',
    who: OFFICE,
    about: 'gathering',
    body: { ...Join, origin: z.enum(['totem', 'segreteria']).default('segreteria') },
  } as const;
  addRoute(app, routes, joinFor, async (c, { account, row, body }) => {
    const slowed = await routes.context.paces.spend(row.id, 'seats', 'seatsOfHour');
    if (slowed) return answerRefusal(c, slowed);
    const taken = await admit(streams, row, body, { id: account.id, origin: body.origin });
    if (isRefusal(taken)) return answerRefusal(c, taken);
    routes.context.relabel(row.id, { [taken.seat]: body.label });
    return c.json({ ok: true, code: row.code, ...taken });
  });

  // A code typed by hand on the first page: redirects to the gathering, or back with a message.
  const find = {
    method: 'post',
    path: '/api/find',
    who: 'anyone',
    about: 'gathering',
    body: { code: CodeParam },
    back: startAgain,
  } as const;
  addRoute(app, routes, find, (c, { row }) =>
    wantsJson(c) ? c.json({ ok: true, code: row.code }) : c.redirect(`/i/${row.code}`, 303),
  );

  // E15: the same seat on another phone.
  const recover = {
    method: 'post',
    path: '/api/recover',
    who: 'anyone',
    about: 'gathering',
    body: { code: CodeParam, recovery: z.string().max(40), poi: Onward },
    remembers: true,
    back: entranceAgain,
  } as const;
  addRoute(app, routes, recover, async (c, { row, body }) => {
    const back = entranceOf(row.code, { poi: body.poi });
    // Guesses at codes with the same beginning are counted together; the right code is accepted at once, whatever the
    // count.
    const aimed = `recover:${row.id}:${plainCode(body.recovery).slice(0, 2)}`;
    const seat = await guessLimiter.code(aimed, () => streams.seats.recover(row.id, body.recovery));
    if (seat === null) return answerRefusal(c, refuse('wrong_recovery_code'), back);
    if (isRefusal(seat)) return answerRefusal(c, seat, back);
    const identity = await routes.identity(c);
    // The code moves the seat: the phone it was on, or any holder of its cookie, loses it.
    const epoch = streams.seats.move(row.id, seat);
    routes.left(row.id, seat);
    sitsOn(identity, row.id, { id: seat, code: plainCode(body.recovery), epoch });
    await routes.remember(c, identity);
    return wantsJson(c)
      ? c.json({ ok: true, code: row.code, seat })
      : c.redirect(within(row.code, body.poi), 303);
  });

  // E16: "cambia persona" on a shared phone; the seat stays and waits for its code.
  const leaveSeat = {
    method: 'post',
    path: '/api/leave-seat',
    who: 'anyone',
    about: 'gathering',
    body: { code: CodeParam },
    back: '/',
  } as const;
  addRoute(app, routes, leaveSeat, async (c, { row }) => {
    const identity = await routes.identity(c);
    const held = identity.seats[row.id];
    if (held && held.code !== null) {
      streams.seats.move(row.id, held.id);
      routes.left(row.id, held.id);
    }
    delete identity.seats[row.id];
    delete identity.lost[row.id];
    await routes.remember(c, identity);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(entranceOf(row.code), 303);
  });

  /** Ends this seat on every other device; this one gets a new cookie. */
  const closeOthers = {
    method: 'post',
    path: '/api/seat/close-others',
    who: 'anyone',
    about: 'gathering',
    body: { code: CodeParam },
    back: '/',
  } as const;
  addRoute(app, routes, closeOthers, async (c, { row }) => {
    const identity = await routes.identity(c);
    const held = identity.seats[row.id];
    if (!held) return answerRefusal(c, refuse('no_seat'), '/');
    const epoch = streams.seats.move(row.id, held.id);
    routes.left(row.id, held.id);
    sitsOn(identity, row.id, { ...held, epoch });
    await routes.remember(c, identity);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(`/i/${row.code}/io`, 303);
  });

  const label = {
    method: 'post',
    path: '/api/label',
    who: 'anyone',
    about: 'gathering',
    body: { code: CodeParam, label: Label },
  } as const;
  addRoute(app, routes, label, async (c, { row, body }) => {
    const seat = (await routes.identity(c)).seats[row.id]?.id;
    if (!seat || !streams.seats.sits(row.id, seat)) return answerRefusal(c, refuse('no_seat'));
    streams.seats.rename(row.id, seat, body.label);
    routes.context.relabel(row.id, { [seat]: body.label });
    return c.json({ ok: true });
  });
}
