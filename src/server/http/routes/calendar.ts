/** The programme of a gathering as a feed that calendars follow: a moved circle moves in them too. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { languageFor, sayIn } from '@/i18n/languages';
import { calendar } from '@/reports/calendar';
import { addRoute, CodeParam } from './route';
import type { Routes } from './routes';

/** The code, with or without the ending that calendars look for. */
const File = z.string().max(44);

export function calendarRoutes(app: Hono, routes: Routes): void {
  const { streams } = routes.context;
  const spec = {
    method: 'get',
    path: '/api/calendar/:code',
    who: 'anyone',
    about: 'gathering',
    params: { code: File.transform((s) => s.replace(/\.ics$/i, '')).pipe(CodeParam) },
  } as const;
  addRoute(app, routes, spec, (c, { row }) => {
    const state = streams.gathering(row).seen('public');
    const tag = `"${row.id}-${state.seq}"`;
    c.header('etag', tag);
    c.header('cache-control', 'private, no-cache');
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    const say = sayIn(languageFor(null, c.req.header('accept-language')), ['wall']);
    const sessions = Object.values(state.sessions).sort((a, b) => a.at - b.at);
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('content-disposition', `inline; filename="cerchi-${row.code}.ics"`);
    return c.body(
      calendar(state, sessions, { at: streams.clock(), hidden: say('wall.hidden'), name: state.title }),
    );
  });
}
