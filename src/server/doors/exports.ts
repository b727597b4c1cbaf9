/** What can be carried away over HTTP: the record as data, and the demonstration brought in. */
import type { Hono } from 'hono';
import { refuse } from '@/domain/refusal';
import { csv } from '@/reports/csv';
import { fileName } from '@/reports/file-name';
import { type GatheringExport, gatheringJson } from '@/reports/gathering-json';
import { type Door, refused, wantsJson } from './http';

type Table = {
  [K in keyof GatheringExport]: GatheringExport[K] extends readonly unknown[] ? K : never;
}[keyof GatheringExport];
const TABLES: readonly Table[] = [
  'seats',
  'topics',
  'sessions',
  'interests',
  'presences',
  'notes',
  'announcements',
];

export function exportDoors(app: Hono, door: Door): void {
  const { rooms, accounts } = door.doors;

  app.get('/api/export/:code/:what', async (c) => {
    const row = rooms.find(c.req.param('code'));
    if (row?.kind !== 'gathering') return refused(c, refuse('unknown_code'));
    const account = await door.account(c);
    const room = rooms.gathering(row);
    await room.settled();
    const state = room.whole();
    const { labels } = rooms.seating.labelled(row.id, account ? 'all' : room.seen('public').named);
    const data = gatheringJson(state, { labels, publicly: account === null, exportedAt: rooms.clock() });
    if (account) accounts.note(account.id, 'exported', `${row.code} ${c.req.param('what')}`);
    const [name = '', ending = ''] = c.req.param('what').split('.');
    const save = (what: string) =>
      c.header(
        'content-disposition',
        `attachment; filename="${fileName(state.days[0], state.title, what, ending)}"`,
      );
    if (name === 'tutto' && ending === 'json') {
      save('dati');
      return c.json(data);
    }
    const table = TABLES.find((t) => t === name);
    if (!table || ending !== 'csv') return refused(c, refuse('unknown_thing'));
    save(table);
    c.header('content-type', 'text/csv; charset=utf-8');
    return c.body(csv(data[table], state.timezone, data.notice));
  });

  /** Only on an empty house: a newcomer's first look. */
  app.post('/api/demo', async (c) => {
    if (rooms.all().length > 0) return refused(c, refuse('not_allowed'), '/');
    const { bringDemo } = await import('../../../db/demo/bring');
    await bringDemo(rooms);
    return wantsJson(c) ? c.json({ ok: true, code: 'DEMO' }) : c.redirect('/', 303);
  });
}
