/** What is mine: my language, what is kept of me, and the way out. */
import type { Hono } from 'hono';
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { notesOn, topicsInOrder, wroteNote } from '@/domain/gathering/queries';
import { noteNumber, topicNumber } from '@/domain/gathering/state';
import { isRefusal, refuse } from '@/domain/refusal';
import { type Door, fields, refused, wantsJson } from './http';

export function mineDoors(app: Hono, door: Door): void {
  const { rooms } = door.doors;

  app.post('/api/lang', async (c) => {
    const asked = await fields(
      c,
      z.object({
        lang: z.string().regex(/^[a-z]{2}$/),
        back: z.string().startsWith('/').max(300).default('/'),
      }),
    );
    if (isRefusal(asked)) return refused(c, asked, '/');
    await door.remember(c, { ...(await door.identity(c)), lang: asked.lang });
    return wantsJson(c)
      ? c.json({ ok: true })
      : c.redirect(/^\/[/\\]/.test(asked.back) ? '/' : asked.back, 303);
  });

  /** Everything this seat gave, and what is kept of the person. */
  app.get('/api/mine/:code', async (c) => {
    const row = rooms.find(c.req.param('code'));
    const held = row && (await door.identity(c)).seats[row.id];
    if (row?.kind !== 'gathering' || !held) return refused(c, refuse('no_seat'));
    const state = rooms.gathering(row).whole();
    const mine = state.private[held.id];
    c.header('content-disposition', `attachment; filename="cerchi-${row.code}-io.json"`);
    return c.json({
      gathering: state.title,
      label: rooms.seating.label(row.id, held.id),
      seat: state.seats[held.id] ?? null,
      interests: Object.keys(mine?.interests ?? {}).map((id) => topicNumber(state.topics[id]?.n ?? 0)),
      circles: mine?.visited ?? [],
      dots: mine?.dots ?? {},
      topics: topicsInOrder(state)
        .filter((t) => t.convener === held.id)
        .map((t) => ({ number: topicNumber(t.n), title: t.title })),
      notes: topicsInOrder(state).flatMap((t) =>
        notesOn(state, t.id)
          .filter((n) => wroteNote(state, n, held.id))
          .map((n) => ({ id: noteNumber(t.n, n.n), kind: n.kind, text: n.text, anonymous: n.anonymous })),
      ),
    });
  });

  /** E35: the seat is emptied and says so in the log; what was given stays, unattributed. */
  app.post('/api/erase-me', async (c) => {
    const asked = await fields(c, z.object({ code: z.string().max(40) }));
    if (isRefusal(asked)) return refused(c, asked, '/');
    const row = rooms.find(asked.code);
    const identity = await door.identity(c);
    const held = row && identity.seats[row.id];
    if (row?.kind !== 'gathering' || !held) return refused(c, refuse('no_seat'), '/');
    const command = { id: nanoid(14), type: 'eraseSeat', ask: { seat: held.id } };
    const answer = await rooms
      .gathering(row)
      .submit(command, { id: held.id, role: 'participant', seat: held.id });
    if (!answer.ok) return refused(c, refuse(answer.refused, answer.detail), `/i/${row.code}/io`);
    rooms.seating.erase(row.id, held.id);
    door.doors.relabel(row.id, { [held.id]: null });
    door.doors.dismiss((who) => who.seats[row.id]?.id === held.id, 'erased');
    door.doors.accounts.note('participant', 'erased', row.code);
    delete identity.seats[row.id];
    await door.remember(c, identity);
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/', 303);
  });
}
