/** The planners' downloads: every document and every table of a path, in the requested format. */
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { csv } from '@/reports/csv';
import { DECIDIM_FILES, decidimCsv, decidimJson } from '@/reports/decidim';
import { fileName } from '@/reports/file-name';
import { observatoryRows } from '@/reports/observatory';
import { officeTables } from '@/reports/office-tables';
import { packageTables } from '@/reports/package-tables';
import { qdc } from '@/reports/refi-qda';
import { languageFor, sayIn } from '@/i18n/read';
import { pathData, pathPackage } from '../../documents/export-data';
import { documentOf, FORMS, nameOf } from '../../documents/documents';
import { officeDetails } from '../../identity/office-details';
import { addRoute, Code, refused } from './route';
import type { Routes } from './routes';

const PLANNERS = ['planner', 'owner'] as const;
/** The document and its format, as in `relazione.docx`. */
const File = z.string().max(80);
const Language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .optional();
const SHEETS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

export function documentRoutes(app: Hono, door: Routes): void {
  const { streams, accounts, folder } = door.doors;

  const spec = {
    method: 'get',
    path: '/api/path/:code/export/:file',
    who: PLANNERS,
    about: 'path',
    params: { code: Code, file: File },
    query: { lingua: Language },
  } as const;
  addRoute(app, door, spec, async (c, { account, row, params, query }) => {
    await streams.commits.settle();
    const [what = '', ending = ''] = params.file.split('.');
    const say = sayIn(languageFor(query.lingua, 'it'), ['common', 'record', 'documents']);
    const data = pathData(streams, row);
    const named = (name: string) =>
      fileName(data.exportedAt.slice(0, 10), data.path.title ?? '', name, ending);
    const tables = () => officeTables(packageTables(data), say);
    const give = (name: string, type: string, body: Uint8Array | string) => {
      accounts.note(account.id, 'exported', `${row.code} ${params.file}`);
      return sent(c, name, type, body);
    };

    const form = Object.hasOwn(FORMS, ending) ? FORMS[ending] : undefined;
    if (form) {
      const doc = documentOf(streams, row, what, say);
      if (!doc) return refused(c, refuse('unknown_thing'));
      const bytes = await form.write(doc, join(folder, 'photos'), `urn:cerchi:${row.id}:${what}`);
      return give(nameOf(doc, ending), form.type, bytes);
    }
    const json = 'application/json; charset=utf-8';
    if (what === 'tutto' && ending === 'json')
      return give(named('dati'), json, JSON.stringify(data, null, 2));
    if (what === 'decidim' && ending === 'json')
      return give(named('decidim'), json, JSON.stringify(decidimJson(data), null, 2));
    if (what === 'codici' && ending === 'qdc')
      return give(named('codici'), 'text/xml; charset=utf-8', qdc(data));
    if (what === 'lettura' && ending === 'qdpx') {
      const { qdpxFile } = await import('../../documents/writers/qdpx');
      return give(named('lettura'), 'application/zip', qdpxFile(data));
    }
    if (what === 'pacchetto' && ending === 'zip') {
      const { name, bytes } = pathPackage(streams, row, officeDetails(streams.store), door.doors.publicUrl);
      return give(name, 'application/zip', bytes);
    }
    if (what === 'tabelle' && (ending === 'xlsx' || ending === 'ods')) {
      const lines = [data.notice ?? '', say('documents.made', { date: say.date(data.exportedAt) })].filter(
        Boolean,
      );
      const { workbook } = await import('../../documents/writers/workbook');
      const bytes = await workbook[ending](tables(), { title: data.path.title ?? '', lines });
      return give(named('tabelle'), SHEETS[ending], bytes);
    }
    const sheet = Object.hasOwn(DECIDIM_FILES, what) ? DECIDIM_FILES[what] : undefined;
    if (sheet && ending === 'csv')
      return give(named(what), 'text/csv; charset=utf-8', decidimCsv(data, sheet));
    if (ending === 'csv') {
      const rows = what === 'osservatorio' ? observatoryRows(data, say) : rowsOf(tables(), what);
      if (!rows) return refused(c, refuse('unknown_thing'));
      return give(named(what), 'text/csv; charset=utf-8', csv(rows, 'Europe/Rome', data.notice));
    }
    return refused(c, refuse('unknown_thing'));
  });
}

/** A table without rows still names its columns. */
function rowsOf(tables: ReturnType<typeof officeTables>, name: string): Record<string, unknown>[] | null {
  const t = tables.find((x) => x.name === name);
  if (!t) return null;
  const rows = t.rows.length > 0 ? t.rows : [t.columns.map(() => null)];
  return rows.map((row) => Object.fromEntries(t.columns.map((col, i) => [col.heading, row[i] ?? null])));
}

function sent(c: Context, name: string, type: string, body: Uint8Array | string) {
  const inline = type.startsWith('text/html');
  c.header('content-type', type);
  c.header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename="${name}"`);
  // It contains people's own words, so nothing in it may run.
  if (inline) c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
  return typeof body === 'string' ? c.body(body) : c.body(body.slice().buffer);
}
