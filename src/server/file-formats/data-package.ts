/** Writes the data package as one zip: descriptor, typed CSVs, the same data as SQLite, and everything as JSON. */
import { strToU8, zipSync } from 'fflate';
import { descriptor, typedCsv } from '@/reports/package-descriptor';
import { dcatApIt, type Publisher } from '@/reports/dcat';
import type { GatheringExport } from '@/reports/gathering-json';
import { packageTables } from '@/reports/package-tables';
import type { PathExport } from '@/reports/path-json';
import { sqliteFile } from './sqlite';

const pretty = (data: unknown): Uint8Array => strToU8(`${JSON.stringify(data, null, 2)}\n`);

export function packageZip(
  data: PathExport,
  gatherings: readonly GatheringExport[],
  by: Publisher,
): Uint8Array {
  const tables = packageTables(data);
  const metadata = dcatApIt(data, tables, by);
  return zipSync(
    {
      'datapackage.json': pretty(descriptor(data, tables)),
      ...(metadata ? { 'dcat-ap-it.jsonld': pretty(metadata) } : {}),
      ...Object.fromEntries(tables.map((t) => [`data/${t.name}.csv`, strToU8(typedCsv(t))])),
      'data.sqlite': sqliteFile(tables),
      'path.json': pretty(data),
      ...Object.fromEntries(gatherings.map((g) => [`gatherings/${g.gathering.code}.json`, pretty(g)])),
    },
    { mtime: new Date(data.exportedAt) },
  );
}
