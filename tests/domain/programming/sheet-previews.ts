/** A sheet read as the import's screens do it, in one call: rows understood, and bad lines with their reason. */
import type { ImportedRow } from '@/domain/programming/imports';
import { guessMapping } from '@/domain/programming/import-columns';
import type { BadRow } from '@/domain/programming/import-cells';
import { understand } from '@/domain/programming/import-parser';
import { type Defaults, type PaperShape, paperRows } from '@/domain/programming/paper-sheet';
import type { ProjectRow } from '@/domain/programming/project-import';
import { tableOf } from '@/domain/programming/text-decoding';
import type { Path } from '@/domain/programming/state';

type Bad = {
  line: number;
  reason: BadRow['reason'] | 'unclosed_quote' | 'asks_decimal';
  value: string;
};
type PaperRow = Extract<ImportedRow, { strands: unknown }>;

const isProject = (row: ImportedRow): row is ProjectRow => 'resources' in row;
const isPaper = (row: ImportedRow): row is PaperRow => 'strands' in row;

export function readProjectSheet(path: Path, text: string, fresh: () => string) {
  const none = (reason: Bad['reason']) => ({
    separator: ';',
    rows: [] as ProjectRow[],
    bad: [{ line: 1, reason, value: '' }] as Bad[],
  });
  const table = tableOf(text);
  if (!table) return none('unclosed_quote');
  const { head, mapping } = guessMapping('project', table.rows);
  const read = understand('project', path, table.rows, { head, mapping }, fresh);
  const asks = read.asks.map(({ value }): Bad => ({ line: 1, reason: 'asks_decimal', value }));
  return {
    separator: table.separator as string,
    rows: read.rows.flatMap(({ row }) => (isProject(row) ? [row] : [])),
    bad: [...read.bad, ...asks] as Bad[],
  };
}

export function readPaperSheet(
  path: Path,
  text: string,
  wanted: PaperShape | null,
  defaults: Defaults,
  fresh: () => string,
) {
  const none = (shape: string, reason: Bad['reason']) => ({
    shape,
    rows: [] as Omit<PaperRow, 'meeting'>[],
    bad: [{ line: 1, reason, value: '' }] as Bad[],
  });
  const found = paperRows(text, wanted);
  if (!found) return none('table', 'unclosed_quote');
  const { shape, rows, head, mapping } = found;
  const read = understand('paper', path, rows, { head, mapping, defaults }, fresh);
  return {
    shape: shape as string,
    rows: read.rows.flatMap(({ row }) => {
      if (!isPaper(row)) return [];
      const { meeting: _, ...line } = row;
      return [line];
    }),
    bad: read.bad.filter((b) => b.reason !== 'missing_column') as Bad[],
  };
}
