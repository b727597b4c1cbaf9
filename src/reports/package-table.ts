/** One table of the data package: typed columns, a key, foreign keys, and rows checked against them. */

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
export type Field = { name: string; type: FieldType; to: string | null };
export type Value = string | number | boolean | null;
export type PackageTable = {
  name: string;
  title: string;
  fields: Field[];
  primaryKey: string[];
  rows: Record<string, Value>[];
};

/** One column of a table: a key of its rows, `!` if it belongs to the primary key, its type, the table it points to. */
type Column<K extends string> = `${K}${'' | '!'}${'' | `:${FieldType}`}${'' | `>${string}`}`;
/** `S` where it is a list of such columns, separated by a space; else a type that says which column is wrong. */
type Columns<S extends string, K extends string> = S extends `${infer One} ${infer Rest}`
  ? One extends Column<K>
    ? `${One} ${Columns<Rest, K>}`
    : `${Column<K>} ${Rest}`
  : S extends Column<K>
    ? S
    : Column<K>;
/** Keys of every member of a union. */
type KeysOf<T> = T extends unknown ? keyof T & string : never;

/**
 * A table's columns in short: `id!` belongs to the key, `due:date` has a type, `phase>phases` points to that table's id.
 * The compiler checks names and types. Rows are taken by column name; a list is written as text, `;` between.
 */
export function table<T extends object, S extends string>(
  name: string,
  title: string,
  columns: S & Columns<S, KeysOf<T>>,
  rows: readonly T[],
): PackageTable {
  return untyped(name, title, columns, rows);
}

function untyped(name: string, title: string, columns: string, rows: readonly object[]): PackageTable {
  const fields = columns.split(' ').map((column): Field & { key: boolean } => {
    const [, field = '', key, type, to] = /^(\w+)(!)?(?::(\w+))?(?:>(\w+))?$/.exec(column) ?? [];
    return { name: field, type: (type ?? 'string') as FieldType, to: to ?? null, key: key === '!' };
  });
  return {
    name,
    title,
    primaryKey: fields.filter((f) => f.key).map((f) => f.name),
    fields: fields.map(({ key: _, ...field }) => field),
    rows: rows.map((row) =>
      Object.fromEntries(
        fields.map((f) => {
          const value = flat((row as Record<string, unknown>)[f.name]);
          return [f.name, f.type === 'datetime' ? toSeconds(value) : value];
        }),
      ),
    ),
  };
}

/** The standard's own form of an instant has no milliseconds: readers refuse others. */
const toSeconds = (value: Value): Value =>
  typeof value === 'string' ? value.replace(/\.\d+Z$/, 'Z') : value;

function flat(value: unknown): Value {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : (value as Value);
}

/** `goal_needs`: one row for each pair of a list. */
export const pairs = <T extends { id: string }>(
  name: string,
  title: string,
  [one, many]: [one: string, many: string],
  things: readonly T[],
  list: (thing: T) => readonly string[],
): PackageTable => {
  const [left = '', right = ''] = [one, many].map((c) => c.split('>')[0]);
  const rows = things.flatMap((t) => [...new Set(list(t))].map((id) => ({ [left]: t.id, [right]: id })));
  return untyped(
    name,
    title,
    `${one.replace('>', '!>')} ${many.includes('>') ? many.replace('>', '!>') : `${many}!`}`,
    rows,
  );
};

/** A foreign key to a removed row is left empty; a pair that has lost one of its two is left out. */
export function whole(tables: PackageTable[]): PackageTable[] {
  const ids = new Map(
    tables.map((t) => [t.name, new Set(t.rows.map((r) => r[t.primaryKey[0] ?? 'id'] ?? null))]),
  );
  const lost = (f: Field, value: Value | undefined): boolean =>
    f.to !== null && value !== null && value !== undefined && !ids.get(f.to)?.has(value);
  return tables.map((t) => ({
    ...t,
    rows: t.rows
      .filter((row) => !t.fields.some((f) => t.primaryKey.includes(f.name) && lost(f, row[f.name])))
      .map((row) =>
        Object.fromEntries(
          t.fields.map((f) => [f.name, lost(f, row[f.name]) ? null : (row[f.name] ?? null)]),
        ),
      ),
  }));
}
