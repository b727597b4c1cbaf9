/**
 * Parses an office's sheet into projects with their resources, as a preview: bad lines are reported, good ones kept,
 * nothing written.
 */
import type { ImportedRow } from './batches';
import { guessMapping } from './import-fields';
import { type BadRow as BadImported, understand } from './import-rows';
import type { ProjectRow } from './project-import';
import { type Separator, tableOf } from './read-text';
import type { Path } from './state';

export type BadReason = BadImported['reason'] | 'not_utf8' | 'unclosed_quote' | 'asks_decimal';
/** `line` is the line of the file, the heading being the first. */
export type BadRow = { line: number; reason: BadReason; value: string };
export type Preview = { separator: Separator; rows: ProjectRow[]; bad: BadRow[] };

const isProject = (row: ImportedRow): row is ProjectRow => 'resources' in row;

/** With the columns guessed from the headings; `fresh` makes an id, because the domain has no random numbers. */
export function readProjectSheet(path: Path, text: string, fresh: () => string): Preview {
  const all = (reason: BadReason, value = ''): Preview => ({
    separator: ';',
    rows: [],
    bad: [{ line: 1, reason, value }],
  });
  // A sheet saved in another encoding would put broken characters in everyone's documents.
  if (text.includes('\uFFFD')) return all('not_utf8');
  const table = tableOf(text);
  if (!table) return all('unclosed_quote');
  const { head, mapping } = guessMapping('project', table.rows);
  const read = understand('project', path, table.rows, { head, mapping }, fresh);
  const asks = read.asks.map(({ value }): BadRow => ({ line: 1, reason: 'asks_decimal', value }));
  return {
    separator: table.separator,
    rows: read.rows.flatMap(({ row }) => (isProject(row) ? [row] : [])),
    bad: [...read.bad, ...asks],
  };
}
