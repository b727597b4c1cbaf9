/** The totem: one device for those without a phone (E14). It knows only the places taken at it or by a helper. */
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { isRefusal, refuse } from '@/domain/refusal';
import { plainCode } from '../../identity/seat-store';
import { type Routes, fields, refused } from './routes';
import { sitsOn } from '../../identity/session-cookie';
import { Join, takeSeat } from '../../identity/take-seat';

const OnlyCode = z.object({ code: z.string().max(40) });

export function totemRoutes(app: Hono, door: Routes): void {
  const { streams } = door.doors;
  const here = (code: string) => {
    const row = streams.index.find(code);
    return row?.kind === 'gathering' ? row : null;
  };
  const identityAt = async (c: Context, stream: string) => {
    const identity = await door.identity(c);
    return identity.totem?.stream === stream ? identity : null;
  };

  /** Someone of the office leaves this device to everybody: she is signed out of it. */
  app.post('/api/totem/start', async (c) => {
    const account = await door.account(c);
    const asked = await fields(c, OnlyCode);
    if (isRefusal(asked)) return refused(c, asked, '/');
    const row = here(asked.code);
    if (!row) return refused(c, refuse('unknown_code'), '/');
    if (!account) return refused(c, refuse('not_signed_in'), '/accedi');
    const identity = await door.identity(c);
    delete identity.seats[row.id];
    await door.remember(c, { ...identity, account: null, totem: { stream: row.id, by: account.id } });
    door.doors.accounts.note(account.id, 'totem_started', row.code);
    return c.redirect(`/totem/${row.code}`, 303);
  });

  app.post('/api/totem/sit', async (c) => {
    const asked = await fields(c, OnlyCode.extend({ seat: z.string().max(40) }));
    if (isRefusal(asked)) return refused(c, asked, '/');
    const row = here(asked.code);
    const identity = row && (await identityAt(c, row.id));
    if (!row || !identity) return refused(c, refuse('not_allowed'), '/');
    const seat = streams.gathering(row).whole().seats[asked.seat];
    // Whoever came by phone has a code of her own: nobody sits on her place from here.
    if (!seat || seat.erased || seat.origin === 'telefono' || seat.origin === 'simulata')
      return refused(c, refuse('unknown_seat'), `/totem/${row.code}`);
    sitsOn(identity, row.id, { id: seat.id, code: null });
    await door.remember(c, identity);
    return c.redirect(`/i/${row.code}`, 303);
  });

  app.post('/api/totem/join', async (c) => {
    const asked = await fields(c, Join);
    if (isRefusal(asked)) {
      const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
      const code = plainCode(String(body.code ?? ''));
      return refused(c, asked, code ? `/totem/${code}?nuovo=1` : '/');
    }
    const row = here(asked.code);
    const identity = row && (await identityAt(c, row.id));
    if (!row || !identity?.totem) return refused(c, refuse('not_allowed'), '/');
    const taken = await takeSeat(streams, row, asked, { id: identity.totem.by, origin: 'totem' });
    if (isRefusal(taken)) return refused(c, taken, `/totem/${row.code}?nuovo=1`);
    sitsOn(identity, row.id, { id: taken.seat, code: taken.recovery });
    await door.remember(c, identity);
    return c.redirect(`/i/${row.code}`, 303);
  });

  /** Back to the start, for the next person. */
  app.post('/api/totem/rise', async (c) => {
    const asked = await fields(c, OnlyCode);
    if (isRefusal(asked)) return refused(c, asked, '/');
    const row = here(asked.code);
    const identity = row && (await identityAt(c, row.id));
    if (!row || !identity) return refused(c, refuse('not_allowed'), '/');
    delete identity.seats[row.id];
    await door.remember(c, identity);
    return c.redirect(`/totem/${row.code}`, 303);
  });
}
