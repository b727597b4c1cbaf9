/** Writes a path's tables as one SQLite file, with the same keys as the data package. */
import Database from 'better-sqlite3';
import { cleanText } from '@/reports/clean-text';
import type { FieldType, PackageTable } from '@/reports/package-table';

const AFFINITY: Record<FieldType, string> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
  date: 'TEXT',
  datetime: 'TEXT',
};

export function sqliteFile(tables: readonly PackageTable[]): Uint8Array {
  const db = new Database(':memory:');
  const idOf = (name: string): string => tables.find((t) => t.name === name)?.primaryKey[0] ?? 'id';
  try {
    for (const t of tables) {
      const columns = t.fields.map((f) => `"${f.name}" ${AFFINITY[f.type]}`);
      const keys = t.fields.flatMap((f) =>
        f.to ? [`FOREIGN KEY ("${f.name}") REFERENCES "${f.to}" ("${idOf(f.to)}")`] : [],
      );
      const primary = `PRIMARY KEY (${t.primaryKey.map((k) => `"${k}"`).join(', ')})`;
      db.exec(`CREATE TABLE "${t.name}" (${[...columns, primary, ...keys].join(', ')}) STRICT`);
    }
    // Tables may refer to themselves and to each other, so foreign keys are checked after all rows are in.
    db.pragma('foreign_keys = OFF');
    db.transaction(() => {
      for (const t of tables) {
        const into = db.prepare(`INSERT INTO "${t.name}" VALUES (${t.fields.map(() => '?').join(',')})`);
        for (const row of t.rows)
          into.run(
            t.fields.map((f) => {
              const value = row[f.name] ?? null;
              if (typeof value === 'string') return cleanText(value);
              return typeof value === 'boolean' ? Number(value) : value;
            }),
          );
      }
    })();
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`broken keys in the data package: ${JSON.stringify(broken[0])}`);
    return db.serialize();
  } finally {
    db.close();
  }
}
