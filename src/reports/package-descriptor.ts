/** The Frictionless data package of a path: its descriptor, and each table as a typed CSV. */
import { cleanText } from './clean-text';
import { disarmed } from './csv';
import type { Licence } from '@/domain/programming/state';
import { openLicence } from './licences';
import type { PackageTable, Value } from './package-table';
import type { PathExport } from './path-json';

const idOf = (tables: readonly PackageTable[], name: string): string =>
  tables.find((t) => t.name === name)?.primaryKey[0] ?? 'id';

/** No licence is named where the office has chosen none: the data are then only for their recipients. */
function licensed(chosen: readonly (Licence | undefined)[]) {
  const licenses = [...new Set(chosen)].flatMap((name) => {
    const open = openLicence(name);
    return open ? [{ name: name as string, path: open.address, title: open.title }] : [];
  });
  return licenses.length > 0 ? { licenses } : {};
}

/** Public texts have a licence of their own (decision 51), said where it is another than the package's. */
const licensedApart = ({ path, published }: PathExport) =>
  published.some((p) => p.licence !== path.licence)
    ? {
        description: 'The licence of each public text is in the column licence.',
        ...licensed(published.map((p) => p.licence)),
      }
    : {};

/** Left out where there are none: the standard's profile requires at least one. */
function foreignKeysOf(t: PackageTable, tables: readonly PackageTable[]) {
  const foreignKeys = t.fields.flatMap((f) =>
    f.to === null
      ? []
      : [
          {
            fields: f.name,
            // A table that refers to itself is named by an empty string (specs, foreign keys).
            reference: { resource: f.to === t.name ? '' : f.to, fields: idOf(tables, f.to) },
          },
        ],
  );
  return foreignKeys.length > 0 ? { foreignKeys } : {};
}

/** `datapackage.json` (specs.frictionlessdata.io, version 1): every table, its types, its keys. */
export function descriptor(data: PathExport, tables: readonly PackageTable[]) {
  const { path } = data;
  return {
    profile: 'tabular-data-package',
    name: `cerchi-${path.code.toLowerCase()}`,
    title: [data.notice, path.title].filter(Boolean).join(' · '),
    description:
      'Everything of a path, from the words said to what became of them. In these CSV files a text that begins with = + - @ (narrow or wide), a tab or a new line carries a leading apostrophe, so that no spreadsheet runs it; path.json and data.sqlite have it as it was said.',
    created: data.exportedAt,
    ...licensed([path.licence]),
    keywords: ['open space technology', 'piano di zona', 'community lab'],
    resources: tables.map((t) => ({
      name: t.name,
      title: t.title,
      path: `data/${t.name}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      ...(t.name === 'published' ? licensedApart(data) : {}),
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: t.fields.map((f) => ({
          name: f.name,
          type: f.type,
          ...(t.primaryKey.includes(f.name) ? { constraints: { required: true } } : {}),
        })),
        missingValues: [''],
        primaryKey: t.primaryKey,
        ...foreignKeysOf(t, tables),
      },
    })),
  };
}
export type Descriptor = ReturnType<typeof descriptor>;

function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = disarmed(cleanText(value));
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Comma, point, ISO dates: for programs. The office's own CSV is another (csv.ts). */
export const typedCsv = (t: PackageTable): string =>
  [
    t.fields.map((f) => f.name).join(','),
    ...t.rows.map((row) => t.fields.map((f) => cell(row[f.name] ?? null)).join(',')),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
