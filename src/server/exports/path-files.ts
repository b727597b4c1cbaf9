/** Makes every file a path can be carried out as, by its name: for the planners' downloads and for the command line. */
import { join } from 'node:path';
import { sayIn } from '@/i18n/languages';
import type { OfficeDetails } from '@/protocol/office-details';
import { csv } from '@/reports/csv';
import { DECIDIM_FILES, decidimCsv, decidimJson } from '@/reports/decidim';
import { PATH_DOCUMENTS } from '@/reports/documents/document-names';
import { fileName } from '@/reports/file-name';
import { noticeIn } from '@/reports/demonstration-notice';
import { observatoryRows } from '@/reports/observatory';
import { OFFICE_TABLES, officeTables } from '@/reports/office-tables';
import { packageTables } from '@/reports/package-tables';
import { qdc, qdpxFile } from '@/reports/refi-qda';
import { bringPhotos } from '../files/shared-files';
import { gatheringRows } from '../streams/path-gatherings';
import type { StreamRow, Streams } from '../streams/streams';
import { pathFileInChild } from './document-process';
import { documentOf, FORMS, nameOf, type WriteJob } from './documents';
import { pathData, pathPackage } from './export-data';

export type PathFile = { name: string; type: string; body: Uint8Array | string };
type Desk = {
  streams: Streams;
  /** The data folder, where photographs are. */
  folder: string;
  office: () => OfficeDetails;
  publicUrl: string | null;
  /** Writes documents; a process of its own where this is left out. */
  write?: WriteJob;
};

const SHEETS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;
const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8';

/** `file` is its name and form, as in `programma-attuativo.pdf`; null when there is no such file. */
export async function pathFile(
  { streams, folder, office, publicUrl, write }: Desk,
  row: StreamRow,
  file: string,
  lang: string,
): Promise<PathFile | null> {
  const [what = '', ending = ''] = file.split('.');
  const say = sayIn(lang, ['common', 'record', 'documents']);
  const form = Object.hasOwn(FORMS, ending) ? FORMS[ending] : undefined;
  if (form) {
    const doc = documentOf(streams, row, what, say);
    if (!doc) return null;
    bringPhotos(streams.store.files, folder);
    const body = await form.write(doc, join(folder, 'photos'), `urn:cerchi:${row.id}:${what}`, write);
    return { name: nameOf(doc, ending), type: form.type, body };
  }
  const data = pathData(streams, row);
  const named = (name: string) => fileName(data.exportedAt.slice(0, 10), data.path.title ?? '', name, ending);
  const tables = () => officeTables(packageTables(data), say);
  switch (file) {
    case 'tutto.json':
      return { name: named('dati'), type: JSON_TYPE, body: JSON.stringify(data, null, 2) };
    case 'decidim.json':
      return { name: named('decidim'), type: JSON_TYPE, body: JSON.stringify(decidimJson(data), null, 2) };
    case 'codici.qdc':
      return { name: named('codici'), type: 'text/xml; charset=utf-8', body: qdc(data) };
    case 'lettura.qdpx':
      return { name: named('lettura'), type: 'application/zip', body: qdpxFile(data) };
    case 'pacchetto.zip': {
      const { name, bytes } = pathPackage(streams, row, office(), publicUrl);
      return { name, type: 'application/zip', body: bytes };
    }
    case 'tabelle.xlsx':
    case 'tabelle.ods': {
      const made = say('documents.made', { date: say.date(data.exportedAt) });
      const lines = [noticeIn(say, data.notice) ?? '', made].filter(Boolean);
      const { workbook } = await import('../file-formats/spreadsheet');
      const kind = ending as keyof typeof SHEETS;
      const cover = { title: data.path.title ?? '', lines, madeAt: data.exportedAt };
      const body = await workbook[kind](tables(), cover);
      return { name: named('tabelle'), type: SHEETS[kind], body };
    }
  }
  if (ending !== 'csv') return null;
  const sheet = Object.hasOwn(DECIDIM_FILES, what) ? DECIDIM_FILES[what] : undefined;
  if (sheet) return { name: named(what), type: CSV_TYPE, body: decidimCsv(data, sheet) };
  const rows = what === 'osservatorio' ? observatoryRows(data, say) : rowsOf(tables(), what);
  return rows && { name: named(what), type: CSV_TYPE, body: csv(rows, 'Europe/Rome', data.notice) };
}

/** A number for each stream as loaded: one that was loaded again may have other lines of the same numbers. */
const loaded = new WeakMap<object, number>();
let loads = 0;

/** Text that changes when anything in the path's files may have changed. */
function keyOf(streams: Streams, path: StreamRow): string {
  const parts = [path, ...gatheringRows(streams, path)].map((row) => {
    const stream = streams.stream(row);
    if (!loaded.has(stream)) loaded.set(stream, ++loads);
    return `${row.id} ${loaded.get(stream)} ${stream.seq} ${streams.seats.rev(row.id)}`;
  });
  return parts.join();
}

/**
 * The same file, made by another process from the log on disk: a year of gatherings takes seconds to write out, and the server
 * must not block. A database in memory has no log for it to read. Committed facts only: wait for `settled` first.
 */
export function pathFileApart(
  desk: Desk,
  row: StreamRow,
  file: string,
  lang: string,
): Promise<PathFile | null> {
  const { streams, folder, office, publicUrl } = desk;
  const { address } = streams.store;
  if (address === null) return pathFile(desk, row, file, lang);
  return pathFileInChild({
    ...{ dataFolder: folder, database: address, stream: row.id, file, lang, publicUrl },
    ...{ office: office(), now: streams.clock(), key: keyOf(streams, row) },
  });
}

/** Every file that there is of this path: documents, dossiers and proceedings in every form, then the data. */
export function pathFileNames(streams: Streams, row: StreamRow): string[] {
  const { workTables } = pathData(streams, row);
  const documents = [
    ...PATH_DOCUMENTS,
    ...workTables.map((t) => `dossier-${t.id}`),
    ...gatheringRows(streams, row).map((g) => `atti-${g.code}`),
  ];
  return [
    ...documents.flatMap((what) => Object.keys(FORMS).map((form) => `${what}.${form}`)),
    ...['tutto.json', 'decidim.json', 'codici.qdc', 'lettura.qdpx', 'pacchetto.zip'],
    ...Object.keys(SHEETS).map((form) => `tabelle.${form}`),
    ...[...Object.keys(DECIDIM_FILES), 'osservatorio', ...OFFICE_TABLES].map((what) => `${what}.csv`),
  ];
}

/** A table without rows still names its columns. */
function rowsOf(tables: ReturnType<typeof officeTables>, name: string): Record<string, unknown>[] | null {
  const t = tables.find((x) => x.name === name);
  if (!t) return null;
  const rows = t.rows.length > 0 ? t.rows : [t.columns.map(() => null)];
  return rows.map((row) => Object.fromEntries(t.columns.map((col, i) => [col.heading, row[i] ?? null])));
}
