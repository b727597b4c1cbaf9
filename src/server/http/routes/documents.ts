/** The planners' downloads: every document and every table of a path, in the requested format. */
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { languageFor } from '@/i18n/languages';
import { pathFileApart } from '../../exports/path-files';
import { officeDetails } from '../../identity/office-details';
import { addRoute, CodeParam, answerRefusal } from './route';
import type { Routes } from './routes';

const PLANNERS = ['planner', 'owner'] as const;
/** The document and its format, as in `relazione.docx`. */
const File = z.string().max(80);
const Language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .optional();
export function documentRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts, folder } = routes.context;

  const spec = {
    method: 'get',
    path: '/api/path/:code/export/:file',
    who: PLANNERS,
    about: 'path',
    byToken: true,
    params: { code: CodeParam, file: File },
    query: { lingua: Language },
  } as const;
  addRoute(app, routes, spec, async (c, { account, row, params, query, byToken }) => {
    await streams.commits.settle();
    const desk = {
      ...{ streams, folder },
      office: () => officeDetails(streams.store),
      publicUrl: routes.context.publicUrl,
    };
    const made = await pathFileApart(desk, row, params.file, languageFor(query.lingua, 'it'));
    if (!made) return answerRefusal(c, refuse('unknown_thing'));
    accounts.note(account.id, 'exported', `${row.code} ${params.file}${byToken ? ' token' : ''}`);
    return sent(c, made.name, made.type, made.body);
  });
}

function sent(c: Context, name: string, type: string, body: Uint8Array | string) {
  const inline = type.startsWith('text/html');
  c.header('content-type', type);
  c.header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename="${name}"`);
  // It contains people's own words, so nothing in it may run.
  if (inline) c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
  // A copy: a Buffer is part of a larger piece of memory, which must not be sent with it.
  return typeof body === 'string' ? c.body(body) : c.body(new Uint8Array(body).buffer);
}
