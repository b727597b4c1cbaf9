/** A path's tables as an office reads them: Italian headings, names in place of ids, values in words. */
import type { Say } from '@/i18n/say';
import type { Field, PackageTable, Value } from './package-table';
import { word } from './documents/document-parts';

export type OfficeTable = {
  name: string;
  title: string;
  columns: { heading: string; type: Field['type'] }[];
  rows: Value[][];
};

/** Tables with content of their own; those that only join two others are shown through names. */
export const OFFICE_TABLES = [
  'gatherings',
  'sectors',
  'organizations',
  'invitations',
  'sources',
  'themes',
  'codings',
  'needs',
  'proposals',
  'evidence',
  'work_tables',
  'work_table_members',
  'projects',
  'resources',
  'goals',
  'goal_measures',
  'outcomes',
  'sheet_parts',
] as const;
/** Columns whose values are codes of the program, translated for the office. */
const SAID = new Set([
  ...['kind', 'dateStatus', 'status', 'voice', 'assessment', 'mobility', 'constraint', 'outcome', 'relation'],
  ...['role', 'funding', 'nameStatus', 'certainty', 'reading', 'secondReading', 'what', 'sourceKind'],
]);
const NAMES = ['code', 'label', 'name', 'newName', 'title', 'place', 'statement', 'text'];

export function officeTables(tables: readonly PackageTable[], say: Say): OfficeTable[] {
  const nameOf = new Map(tables.map((t) => [t.name, namesOf(t)]));
  return OFFICE_TABLES.flatMap((name) => {
    const t = tables.find((x) => x.name === name);
    if (!t) return [];
    // Ids are for programs; here they would only take up room.
    const fields = t.fields.filter((f) => !['id', 'sourceRef', 'session'].includes(f.name));
    return [
      {
        name,
        title: say.dynamic(`documents.table.${name}`),
        columns: fields.map((f) => ({
          heading: say.dynamic(`documents.col.${f.name}`),
          type: f.to ? 'string' : f.type,
        })),
        rows: t.rows.map((row) => fields.map((f) => shown(say, f, row[f.name] ?? null, nameOf))),
      },
    ];
  });
}

function namesOf(t: PackageTable): Map<Value, string> {
  // The code of a meeting is that of the gathering held here, if there was one.
  const names = t.name === 'gatherings' ? ['title'] : NAMES;
  const field = names.find((n) => t.fields.some((f) => f.name === n));
  const key = t.primaryKey[0] ?? 'id';
  return new Map(t.rows.map((row) => [row[key] ?? null, String((field && row[field]) ?? row[key] ?? '')]));
}

function shown(say: Say, f: Field, value: Value, nameOf: Map<string, Map<Value, string>>): Value {
  if (value === null) return null;
  if (f.to) return nameOf.get(f.to)?.get(value) ?? String(value);
  if (f.name === 'sector') return nameOf.get('sectors')?.get(value) ?? say.dynamic(`record.sector.${value}`);
  return SAID.has(f.name) ? word(say, String(value)) : value;
}
