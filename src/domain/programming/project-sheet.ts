/** From an office's sheet to projects with their resources, as a preview: bad lines are told, good ones kept, nothing written. */
import { cellsOf, centsFrom } from './csv';
import { IMPORT_MAX, type ProjectRow } from './project-import';
import { CENTS_MAX, CONSTRAINTS } from './resources';
import type { Assessment, Mobility, Path } from './state';

export type BadReason =
  | 'not_utf8'
  | 'unclosed_quote'
  | 'missing_column'
  | 'too_many_rows'
  | 'blank_text'
  | 'text_too_long'
  | 'duplicate_code'
  | 'bad_amount'
  | 'negative_amount'
  | 'parts_exceed_total'
  | 'unknown_assessment'
  | 'unknown_constraint';
/** `line` is the line of the file, the heading being the first. */
export type BadRow = { line: number; reason: BadReason; value: string };
export type Preview = { separator: ';' | ','; rows: ProjectRow[]; bad: BadRow[] };

/** A column and the names offices give it, folded to plain lower-case letters. */
const COLUMNS = {
  code: ['cod', 'codice', 'cod progetto', 'code'],
  title: ['progetto', 'titolo', 'denominazione', 'title'],
  holder: ['titolare', 'capofila', 'soggetto capofila', 'holder'],
  results: ['risultati', 'esiti', 'results'],
  assessment: ['giudizio', 'valutazione', 'assessment'],
  reason: ['motivo', 'motivo del giudizio', 'reason'],
  total: ['totale', 'costo totale', 'budget', 'total'],
  fluttuante: ['fluttuanti', 'di cui fluttuanti', 'risorse fluttuanti', 'floating'],
  intoccabile: ['intoccabili', 'di cui intoccabili', 'risorse intoccabili', 'untouchable'],
  constraint: ['vincolo', 'constraint'],
  hours_fluttuante: ['ore fluttuanti', 'floating hours'],
  hours_intoccabile: ['ore intoccabili', 'untouchable hours'],
  hours_total: ['ore', 'ore totali', 'ore settimana', 'hours'],
} as const;
type Column = keyof typeof COLUMNS;
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

const ASSESSED: Record<string, Assessment> = {
  '': 'non_valutato',
  'non valutato': 'non_valutato',
  confermato: 'confermato',
  rivisitabile: 'rivisitabile',
  'scarsa utilita': 'scarsa_utilita',
  'di scarsa utilita': 'scarsa_utilita',
};

/** Formula guards that our own exports write are taken off again. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');

/** `fresh` makes an id; it comes from outside, for the domain throws no dice. */
export function readProjectSheet(path: Path, text: string, fresh: () => string): Preview {
  const body = text.replace(/^\uFEFF/, '');
  const head = body.split(/\r?\n/, 1)[0] ?? '';
  const separator = head.split(';').length >= head.split(',').length ? ';' : ',';
  const all = (reason: BadReason, value = ''): Preview => ({
    separator,
    rows: [],
    bad: [{ line: 1, reason, value }],
  });
  // A sheet saved in another encoding would put broken letters in everyone's documents.
  if (body.includes('\uFFFD')) return all('not_utf8');
  const lines = cellsOf(body, separator);
  if (!lines) return all('unclosed_quote');
  const names = lines[0]?.cells.map(folded) ?? [];
  const at = (column: Column): number =>
    names.findIndex((n) => (COLUMNS[column] as readonly string[]).includes(n));
  const lost = (['code', 'title'] as const).filter((c) => at(c) < 0);
  if (lost.length > 0) return all('missing_column', lost.map((c) => COLUMNS[c][1]).join(', '));
  if (lines.length - 1 > IMPORT_MAX) return all('too_many_rows', String(lines.length - 1));
  const rows: ProjectRow[] = [];
  const bad: BadRow[] = [];
  const codes = new Set(
    Object.values(path.projects).flatMap((p) => (p.removed ? [] : [p.code.toUpperCase()])),
  );
  for (const { line, cells } of lines.slice(1)) {
    const said = (column: Column): string => plain(cells[at(column)] ?? '');
    const row = rowFrom(said, codes, fresh);
    if ('reason' in row) bad.push({ line, ...row });
    else {
      codes.add(row.code.toUpperCase());
      rows.push(row);
    }
  }
  return { separator, rows, bad };
}

function rowFrom(
  said: (column: Column) => string,
  codes: ReadonlySet<string>,
  fresh: () => string,
): ProjectRow | Omit<BadRow, 'line'> {
  const [code, title] = [said('code'), said('title')];
  if (code === '' || title === '') return { reason: 'blank_text', value: code || title };
  if (code.length > 60 || title.length > 200) return { reason: 'text_too_long', value: code };
  if (codes.has(code.toUpperCase())) return { reason: 'duplicate_code', value: code };
  const assessment = ASSESSED[folded(said('assessment'))];
  if (!assessment) return { reason: 'unknown_assessment', value: said('assessment') };
  const constraint = CONSTRAINTS.find((c) => folded(c) === (folded(said('constraint')) || 'altro'));
  if (!constraint) return { reason: 'unknown_constraint', value: said('constraint') };
  const money = partsOf(said('total'), said('fluttuante'), said('intoccabile'));
  if ('reason' in money) return money;
  const hours = partsOf(said('hours_total'), said('hours_fluttuante'), said('hours_intoccabile'));
  if ('reason' in hours) return hours;
  const parts = (kind: 'economica' | 'umana', amounts: Record<Mobility, number>) =>
    (Object.keys(amounts) as Mobility[])
      .filter((mobility) => amounts[mobility] > 0)
      .map((mobility) => ({
        id: fresh(),
        kind,
        description: '',
        cents: kind === 'economica' ? amounts[mobility] : null,
        hours: kind === 'umana' ? amounts[mobility] / 100 : null,
        mobility,
        constraint: mobility === 'intoccabile' ? constraint : null,
        constraintNote: '',
      }));
  return {
    id: fresh(),
    code,
    title,
    area: null,
    holder: said('holder').slice(0, 200),
    results: said('results').slice(0, 10_000),
    table: null,
    assessment,
    assessmentReason: said('reason').slice(0, 500),
    resources: [...parts('economica', money), ...parts('umana', hours)],
  };
}

/** What the two parts leave of the total is unclassified, and stays so until somebody says what it is. */
function partsOf(
  total: string,
  floating: string,
  fixed: string,
): Record<Mobility, number> | Omit<BadRow, 'line'> {
  const written = [floating, fixed, total];
  const amounts = written.map(centsFrom);
  for (const [i, amount] of amounts.entries()) {
    const value = written[i] ?? '';
    if (amount === null || amount > CENTS_MAX) return { reason: 'bad_amount', value };
    if (amount < 0) return { reason: 'negative_amount', value };
  }
  const [fluttuante = 0, intoccabile = 0, whole = 0] = amounts as number[];
  const left = total === '' ? 0 : whole - fluttuante - intoccabile;
  if (left < 0) return { reason: 'parts_exceed_total', value: total };
  return { fluttuante, intoccabile, non_classificata: left };
}
