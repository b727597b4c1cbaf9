/** Taking a seat and coming back to it: the join form, the recovery code, a shared phone. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { isRefusal, refuse } from '@/domain/refusal';
import { doorOf, WITHIN, within } from '@/protocol/doorway';
import type { StreamRow } from '../../streams/streams';
import { plainCode } from '../../identity/seat-store';
import { Join, Label, takeSeat } from '../../identity/take-seat';
import { type Routes, fields, refused, wantsJson } from './routes';
import { sitsOn } from '../../identity/session-cookie';

const OnlyCode = z.object({ code: z.string().max(40) });
/** Where she was going when the door stood in her way. */
const Onward = z.string().regex(WITHIN).catch('');

export function seatRoutes(app: Hono, door: Routes): void {
  const { streams, guessLimiter } = door.doors;
  const open = (code: string): StreamRow | null => {
    const row = streams.index.find(code);
    return row?.kind === 'gathering' ? row : null;
  };

  app.post('/api/join', async (c) => {
    const asked = await fields(c, Join.extend({ poi: Onward }));
    const identity = await door.identity(c);
    if (isRefusal(asked)) {
      const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
      const code = plainCode(String(body.code ?? ''));
      const poi = Onward.parse(body.poi);
      return refused(c, asked, code ? doorOf(code, { poi }) : '/');
    }
    const row = open(asked.code);
    if (!row) return refused(c, refuse('unknown_code'), '/');
    const lost = identity.lost[row.id];
    const back = lost && door.doors.erasure.mayReturn(row, lost.id) ? lost : undefined;
    const taken = await takeSeat(streams, row, asked, null, back);
    // Sent back to the form with what is nobody's name in hand.
    if (isRefusal(taken))
      return refused(c, taken, doorOf(row.code, { ambito: asked.sector, poi: asked.poi }));
    sitsOn(identity, row.id, { id: taken.seat, code: taken.recovery });
    await door.remember(c, identity);
    return wantsJson(c)
      ? c.json({ ok: true, code: row.code, ...taken })
      : c.redirect(within(row.code, asked.poi), 303);
  });

  // E14: somebody without a phone, at the totem or with a helper.
  app.post('/api/join-for', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'));
    const asked = await fields(
      c,
      Join.extend({ origin: z.enum(['totem', 'segreteria']).default('segreteria') }),
    );
    if (isRefusal(asked)) return refused(c, asked);
    const row = open(asked.code);
    if (!row) return refused(c, refuse('unknown_code'));
    const taken = await takeSeat(streams, row, asked, { id: account.id, origin: asked.origin });
    if (isRefusal(taken)) return refused(c, taken);
    door.doors.relabel(row.id, { [taken.seat]: asked.label });
    return c.json({ ok: true, code: row.code, ...taken });
  });

  // A code typed by hand on the first page: to the gathering, or back with a sentence.
  app.post('/api/find', async (c) => {
    const asked = await fields(c, OnlyCode);
    if (isRefusal(asked)) return refused(c, asked, '/');
    const row = open(asked.code);
    if (!row) return refused(c, refuse('unknown_code'), '/');
    return wantsJson(c) ? c.json({ ok: true, code: row.code }) : c.redirect(`/i/${row.code}`, 303);
  });

  // E15: the same seat on another phone.
  app.post('/api/recover', async (c) => {
    const asked = await fields(c, OnlyCode.extend({ recovery: z.string().max(40), poi: Onward }));
    if (isRefusal(asked)) return refused(c, asked, '/');
    const row = open(asked.code);
    if (!row) return refused(c, refuse('unknown_code'), '/');
    const back = doorOf(row.code, { poi: asked.poi });
    // Whoever guesses at one code slows only the few that begin alike; the hall goes on.
    const aimed = `recover:${row.id}:${plainCode(asked.recovery).slice(0, 2)}`;
    const slowed = await guessLimiter.slowed(aimed);
    if (slowed) return refused(c, slowed, back);
    const seat = streams.seats.recover(row.id, asked.recovery);
    if (!seat) return refused(c, refuse('wrong_recovery_code'), back);
    await guessLimiter.right(aimed);
    const identity = await door.identity(c);
    sitsOn(identity, row.id, { id: seat, code: plainCode(asked.recovery) });
    await door.remember(c, identity);
    return wantsJson(c)
      ? c.json({ ok: true, code: row.code, seat })
      : c.redirect(within(row.code, asked.poi), 303);
  });

  // E16: "cambia persona" on a shared phone; the seat stays and waits for its code.
  app.post('/api/leave-seat', async (c) => {
    const asked = await fields(c, OnlyCode);
    if (isRefusal(asked)) return refused(c, asked, '/');
    const row = open(asked.code);
    if (!row) return refused(c, refuse('unknown_code'), '/');
    const identity = await door.identity(c);
    delete identity.seats[row.id];
    delete identity.lost[row.id];
    await door.remember(c, identity);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(doorOf(row.code), 303);
  });

  app.post('/api/label', async (c) => {
    const asked = await fields(c, OnlyCode.extend({ label: Label }));
    if (isRefusal(asked)) return refused(c, asked);
    const row = open(asked.code);
    const seat = row && (await door.identity(c)).seats[row.id]?.id;
    if (!row || !seat || !streams.seats.sits(row.id, seat)) return refused(c, refuse('no_seat'));
    streams.seats.rename(row.id, seat, asked.label);
    door.doors.relabel(row.id, { [seat]: asked.label });
    return c.json({ ok: true });
  });
}
