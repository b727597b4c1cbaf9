/** The rehearsal's doors: open one, let simulated people in, make them stand still, throw it all away. */
import type { Context, Hono } from 'hono';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { preparedOf, rehearsalOf, rehearsalOfNothing } from '@/domain/gathering/rehearsing';
import { isRefusal, refuse } from '@/domain/refusal';
import { openGathering } from '../../streams/create-stream';
import { CROWDS, SPEEDS } from '../../rehearsals/rehearsals';
import { type Routes, fields, refused, wantsJson } from './routes';

const OPENERS = new Set(['facilitator', 'planner', 'owner']);
const HOLDERS = new Set(['facilitator', 'owner']);
const Code = z.object({ code: z.string().max(40) });
const among = (numbers: readonly number[]) =>
  z.coerce
    .number()
    .int()
    .refine((n) => numbers.includes(n), 'malformed');
const People = Code.extend({ people: among(CROWDS), speed: among(SPEEDS) });

export function rehearsalRoutes(app: Hono, door: Routes): void {
  const { streams, accounts, rehearsals } = door.doors;

  /** Of its own, or like the gathering with this code: its question, its hours, its spaces, and nothing anybody said. */
  app.post('/api/rehearsals', async (c) => {
    const account = await door.account(c);
    if (!account) return refused(c, refuse('not_signed_in'), '/accedi');
    if (!OPENERS.has(account.role)) return refused(c, refuse('not_allowed'), '/ufficio');
    const asked = await fields(c, z.object({ like: z.string().max(40).default('') }));
    if (isRefusal(asked)) return refused(c, asked, '/ufficio');
    const like = asked.like ? streams.index.find(asked.like) : null;
    if (asked.like && like?.kind !== 'gathering') return refused(c, refuse('unknown_code'), '/ufficio');
    const today = new Date(streams.clock()).toISOString().slice(0, 10);
    const settings = like ? rehearsalOf(streams.gathering(like).whole()) : rehearsalOfNothing(today);
    const actor = { id: account.id, role: account.role, seat: null };
    const row = await openGathering(streams, { path: null, rehearsal: true }, settings, actor);
    if (isRefusal(row)) return refused(c, row, '/ufficio');
    const room = streams.gathering(row);
    const prepared = like ? preparedOf(streams.gathering(like).whole()) : [];
    for (const command of prepared) await room.submit({ id: nanoid(14), ...command }, actor);
    accounts.note(account.id, 'rehearsal_opened', row.code);
    return wantsJson(c) ? c.json({ ok: true, code: row.code }) : c.redirect(`/regia/${row.code}`, 303);
  });

  /** Who holds the space, and the rehearsal she speaks of. */
  const holding = async <T extends typeof Code>(c: Context, shape: T) => {
    const account = await door.account(c);
    if (!account) return refuse('not_signed_in');
    if (!HOLDERS.has(account.role)) return refuse('not_allowed');
    const asked = await fields(c, shape);
    if (isRefusal(asked)) return asked;
    const row = streams.index.find(asked.code);
    if (row?.kind !== 'gathering') return refuse('unknown_code');
    return row.rehearsal ? { account, asked, row } : refuse('not_a_rehearsal');
  };

  app.get('/api/rehearsal/:code', async (c) => {
    if (!(await door.account(c))) return refused(c, refuse('not_signed_in'));
    const row = streams.index.find(c.req.param('code'));
    if (!row?.rehearsal) return refused(c, refuse('not_a_rehearsal'));
    return c.json({ ok: true, ...rehearsals.standing(row) });
  });

  app.post('/api/rehearsal/people', async (c) => {
    const found = await holding(c, People);
    if (isRefusal(found)) return refused(c, found);
    const { people, speed } = found.asked;
    const trouble = await rehearsals.play(found.row, { people, speed });
    if (trouble) return refused(c, trouble);
    accounts.note(found.account.id, 'simulated_people', `${found.row.code} ${people}`);
    return c.json({ ok: true, ...rehearsals.standing(found.row) });
  });

  app.post('/api/rehearsal/still', async (c) => {
    const found = await holding(c, Code);
    if (isRefusal(found)) return refused(c, found);
    await rehearsals.still(found.row);
    return c.json({ ok: true, ...rehearsals.standing(found.row) });
  });

  app.post('/api/rehearsal/throw-away', async (c) => {
    const found = await holding(c, Code);
    if (isRefusal(found)) return refused(c, found);
    const trouble = await rehearsals.throwAway(found.row);
    if (trouble) return refused(c, trouble);
    accounts.note(found.account.id, 'rehearsal_thrown_away', found.row.code);
    return c.json({ ok: true });
  });
}
