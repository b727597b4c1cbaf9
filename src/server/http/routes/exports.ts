/** HTTP routes of data exports, and the one that loads the demonstration. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { csv } from '@/reports/csv';
import { fileName } from '@/reports/file-name';
import { gatheringJson } from '@/reports/gathering-json';
import { gatheringTables } from '@/reports/gathering-tables';
import { FilmCache } from '../../exports/film-cache';
import { addRoute, CodeParam, answerRefusal, wantsJson } from './route';
import type { Routes } from './routes';

export function exportRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts } = routes.context;

  const whole = {
    method: 'get',
    path: '/api/export/:code/:what',
    who: 'anyone',
    about: 'gathering',
    byToken: true,
    params: { code: CodeParam, what: z.string().max(80) },
  } as const;
  addRoute(app, routes, whole, async (c, { account, row, params, byToken }) => {
    const slowed = account ? null : await routes.context.paces.spend(row.id, 'exports');
    if (slowed) return answerRefusal(c, slowed);
    const room = streams.gathering(row);
    await room.settled();
    const state = room.whole();
    const { labels } = streams.seats.labelled(row.id, account ? 'all' : room.seen('public').named);
    const data = gatheringJson(state, { labels, publicly: account === null, exportedAt: streams.clock() });
    if (account)
      accounts.note(account.id, 'exported', `${row.code} ${params.what}${byToken ? ' token' : ''}`);
    const [name = '', ending = ''] = params.what.split('.');
    const save = (what: string) =>
      c.header(
        'content-disposition',
        `attachment; filename="${fileName(state.days[0], state.title, what, ending)}"`,
      );
    if (name === 'tutto' && ending === 'json') {
      save('dati');
      return c.json(data);
    }
    const table = Object.entries(gatheringTables(data)).find(([t]) => t === name)?.[1];
    if (!table || ending !== 'csv') return answerRefusal(c, refuse('unknown_thing'));
    save(name);
    c.header('content-type', 'text/csv; charset=utf-8');
    return c.body(csv(table, state.timezone, data.notice));
  });

  /** The day's replay, from public data. */
  const films = new FilmCache(streams);
  const film = {
    method: 'get',
    path: '/api/film/:code',
    who: 'anyone',
    about: 'gathering',
    params: { code: CodeParam },
  } as const;
  addRoute(app, routes, film, async (c, { row }) => {
    c.header('content-type', 'application/json');
    return c.body(await films.of(row));
  });

  /** Only on an empty server: a newcomer's first look. */
  const demo = { method: 'post', path: '/api/demo', who: 'anyone', body: {}, back: '/' } as const;
  addRoute(app, routes, demo, async (c) => {
    if (streams.all().length > 0) return answerRefusal(c, refuse('not_allowed'), '/');
    const { bringDemo } = await import('../../../../db/demo/bring');
    await bringDemo(streams);
    return wantsJson(c) ? c.json({ ok: true, code: 'DEMO' }) : c.redirect('/', 303);
  });
}
