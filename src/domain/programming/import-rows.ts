/**
 * Turns the rows of a sheet with named columns into things of the path: each cell as understood, or the reason why not.
 */
import { NOTE_KINDS, type NoteKind } from '../gathering/state/note';
import {
  LABEL_MAX,
  LINE_MAX,
  NOTE_MAX,
  plainly,
  REPORT_MAX,
  STRANDS,
  type Strand,
  TITLE_MAX,
  visible,
} from '../words';
import { type Decimal, decimalOf, readAmount } from './amounts';
import type { ImportedRow } from './imports';
import { codesInUse } from './codes';
import { standingOnes } from './deed';
import { FIELDS, type Imported } from './import-fields';
import { folded, type Mapping } from './import-columns';
import { emptyCode } from './reading-shapes';
import { CENTS_MAX, CONSTRAINTS, FUNDING_SOURCES } from './resources';
import type { ASSESSMENTS, Mobility, Path } from './state';

export const IMPORT_ROWS_MAX = 5000;
/** Limit for lines of paper, which are read one by one afterwards: nobody reads more at a time. */
export const PAPER_LINES_MAX = 2000;
export type BadReason =
  | 'too_many_rows'
  | 'missing_column'
  | 'blank_text'
  | 'text_too_long'
  | 'duplicate_code'
  | 'already_here'
  | 'bad_amount'
  | 'negative_amount'
  | 'parts_exceed_total'
  | 'unknown_assessment'
  | 'unknown_constraint'
  | 'unknown_kind'
  | 'unknown_sector'
  | 'unknown_strand';
/** `line` is the line of the file. */
export type BadRow = { line: number; reason: BadReason; value: string };
/** A cell that names nothing the path knows: the row is imported without it. */
export type LeftOut = { line: number; field: string; value: string };
export type Understood = {
  rows: { line: number; row: ImportedRow }[];
  bad: BadRow[];
  left: LeftOut[];
  /** Columns whose numbers can be read in two ways; none is read until somebody chooses. */
  asks: { column: number; field: string; value: string }[];
};

export type SheetReading = {
  head: number;
  mapping: Mapping;
  /** The person's answer about a column that asks. */
  decimals?: Readonly<Record<number, Decimal>>;
  /** Defaults for lines of paper, where the sheet has no value. */
  defaults?: {
    meeting: string | null;
    kind: NoteKind;
    sector: string | null;
    strands: Strand[];
    where: string;
  };
};

type Row = { line: number; cells: readonly string[] };
type CellReader = (field: string) => string;
type RowOutcome = { row: ImportedRow; left?: LeftOut[] } | Omit<BadRow, 'line'>;
type Maker = (
  said: CellReader,
  amount: (field: string) => number | Omit<BadRow, 'line'>,
  line: number,
) => RowOutcome;

/** Formula guards that our own exports write are removed again. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');
const isBad = (x: unknown): x is Omit<BadRow, 'line'> => typeof x === 'object' && x !== null && 'reason' in x;

/** `fresh` makes an id; it comes from outside, because the domain has no random numbers. */
export function understand(
  what: Imported,
  path: Path,
  rows: readonly Row[],
  reading: SheetReading,
  fresh: () => string,
): Understood {
  const { head, mapping, decimals = {} } = reading;
  const nothing: Understood = { rows: [], bad: [], left: [], asks: [] };
  const fields = FIELDS[what];
  const at = new Map(mapping.flatMap((key, i) => (key ? [[key, i] as const] : [])));
  const lost = fields.filter((f) => f.required && !at.has(f.key));
  if (lost.length > 0) {
    const value = lost.map((f) => f.names[1] ?? f.names[0]).join(', ');
    return { ...nothing, bad: [{ line: rows[head]?.line ?? 1, reason: 'missing_column', value }] };
  }
  const body = rows.slice(head + 1);
  if (body.length > (what === 'paper' ? PAPER_LINES_MAX : IMPORT_ROWS_MAX)) {
    const value = String(body.length);
    return { ...nothing, bad: [{ line: rows[head]?.line ?? 1, reason: 'too_many_rows', value }] };
  }
  const numbers = fields.filter((f) => f.kind === 'amount' || f.kind === 'hours');
  const signs = new Map<string, Decimal | null>();
  for (const { key } of numbers) {
    const column = at.get(key);
    if (column === undefined) continue;
    signs.set(key, decimals[column] ?? decimalOf(body.map((r) => r.cells[column] ?? '')));
  }
  const found: Understood = { ...nothing, rows: [], bad: [], left: [], asks: [] };
  const make = MAKERS[what](path, reading, fresh);
  const asked = new Set<string>();
  for (const { line, cells } of body) {
    const said: CellReader = (key) => plain(cells[at.get(key) ?? -1] ?? '');
    const amount = (key: string) => {
      const value = said(key);
      const kind = fields.find((f) => f.key === key)?.kind;
      const read = readAmount(value, signs.get(key) ?? null, kind === 'amount');
      if (read === null) return { reason: 'bad_amount' as const, value };
      if ('asks' in read) {
        if (!asked.has(key)) found.asks.push({ column: at.get(key) ?? 0, field: key, value });
        asked.add(key);
        return 0;
      }
      if (read.hundredths < 0) return { reason: 'negative_amount' as const, value };
      return read.hundredths > CENTS_MAX ? { reason: 'bad_amount' as const, value } : read.hundredths;
    };
    const made = make(said, amount, line);
    if ('reason' in made) found.bad.push({ line, ...made });
    else {
      found.rows.push({ line, row: made.row });
      found.left.push(...(made.left ?? []));
    }
  }
  // Until a column's reading is chosen, its rows would be wrong.
  return found.asks.length > 0 ? { ...found, rows: [] } : found;
}

/** Finds a thing by name, ignoring case and accents. */
function byName<T extends { id: string }>(
  things: readonly T[],
  name: (t: T) => string,
): (said: string) => T | undefined {
  const known = new Map(things.map((t) => [plainly(name(t)).trim(), t]));
  return (said) => known.get(plainly(said).trim()) ?? things.find((t) => t.id === said);
}
const named = <V extends string>(values: readonly V[], said: string): V | undefined =>
  values.find((v) => folded(v) === folded(said));
const YES = /^(s[iì]|x|1|true|vero|yes)$/i;

/** Funding sources, in the words offices use for them. */
const FUNDED: Record<string, (typeof FUNDING_SOURCES)[number]> = {
  '': 'non_detta',
  'non detta': 'non_detta',
  comuni: 'comuni_unione',
  comune: 'comuni_unione',
  unione: 'comuni_unione',
  'comuni unione': 'comuni_unione',
  'comuni e unione': 'comuni_unione',
  fsl: 'fsl',
  'fondo sociale locale': 'fsl',
  'fsl fondo sociale locale': 'fsl',
  frna: 'frna',
  'fondo regionale per la non autosufficienza': 'frna',
  'frna fondo non autosufficienza': 'frna',
  ausl: 'ausl',
  'azienda usl': 'ausl',
  'municipalities and union': 'comuni_unione',
  'fsl local social fund': 'fsl',
  'frna non self sufficiency fund': 'frna',
  'ausl health authority': 'ausl',
  'not told': 'non_detta',
  'users own share': 'compartecipazione',
  compartecipazione: 'compartecipazione',
  'compartecipazione di chi usa il servizio': 'compartecipazione',
};

const ASSESSED: Record<string, (typeof ASSESSMENTS)[number]> = {
  '': 'non_valutato',
  'non valutato': 'non_valutato',
  'non ancora valutato': 'non_valutato',
  confermato: 'confermato',
  rivisitabile: 'rivisitabile',
  'scarsa utilita': 'scarsa_utilita',
  'di scarsa utilita': 'scarsa_utilita',
};

const MAKERS: Record<Imported, (path: Path, reading: SheetReading, fresh: () => string) => Maker> = {
  project(path, _reading, fresh) {
    const codes = new Set(standingOnes(path.projects).map((p) => p.code.toUpperCase()));
    const area = byName(path.about?.areas ?? [], (a) => a.label);
    const table = byName(
      standingOnes(path.tables).filter((t) => !t.closed),
      (t) => t.name,
    );
    return (said, amount, line) => {
      const [code, title] = [said('code'), said('title')];
      if (code === '' || title === '') return { reason: 'blank_text', value: code || title };
      if (code.length > LABEL_MAX || title.length > TITLE_MAX)
        return { reason: 'text_too_long', value: code };
      if (codes.has(code.toUpperCase())) return { reason: 'duplicate_code', value: code };
      const assessment = ASSESSED[folded(said('assessment'))];
      if (!assessment) return { reason: 'unknown_assessment', value: said('assessment') };
      const constraint = CONSTRAINTS.find((c) => folded(c) === (folded(said('constraint')) || 'altro'));
      if (!constraint) return { reason: 'unknown_constraint', value: said('constraint') };
      const shares: [source: (typeof FUNDING_SOURCES)[number], cents: number][] = [];
      for (const from of FUNDING_SOURCES) {
        const cents = from === 'non_detta' ? 0 : amount(`share_${from}`);
        if (isBad(cents)) return cents;
        if (cents > 0) shares.push([from, cents]);
      }
      const shared = shares.reduce((n, [, cents]) => n + cents, 0);
      const money = partsOf(amount, ['total', 'fluttuante', 'intoccabile', 'non_classificata'], said, shared);
      if (isBad(money)) return money;
      const hours = partsOf(
        amount,
        ['hours_total', 'hours_fluttuante', 'hours_intoccabile', 'hours_non_classificata'],
        said,
      );
      if (isBad(hours)) return hours;
      const source = FUNDED[folded(said('source'))] ?? 'altri_soggetti';
      const other = source === 'altri_soggetti' && folded(said('source')) !== 'altri soggetti';
      const note = other ? said('source').slice(0, LINE_MAX) : '';
      const of = (kind: 'economica' | 'umana', amounts: Record<Mobility, number>) =>
        (Object.keys(amounts) as Mobility[])
          .filter((mobility) => amounts[mobility] > 0)
          .map((mobility) => ({
            ...{ id: fresh(), kind, description: '', mobility },
            cents: kind === 'economica' ? amounts[mobility] : null,
            hours: kind === 'umana' ? amounts[mobility] / 100 : null,
            constraint: mobility === 'intoccabile' ? constraint : null,
            constraintNote: '',
            source: kind === 'economica' ? source : ('non_detta' as const),
            sourceNote: kind === 'economica' ? note : '',
          }));
      codes.add(code.toUpperCase());
      const [inArea, atTable] = [area(said('area')), table(said('table'))];
      const left = [
        ...(said('area') !== '' && !inArea ? [{ line, field: 'area', value: said('area') }] : []),
        ...(said('table') !== '' && !atTable ? [{ line, field: 'table', value: said('table') }] : []),
      ];
      return {
        left,
        row: {
          ...{ id: fresh(), code, title, area: inArea?.id ?? null, table: atTable?.id ?? null },
          holder: said('holder').slice(0, TITLE_MAX),
          results: said('results').slice(0, REPORT_MAX),
          assessment,
          assessmentReason: said('reason').slice(0, LINE_MAX),
          resources: [
            ...of('economica', money),
            ...shares.map(([from, cents]) => ({
              ...{ id: fresh(), kind: 'economica' as const, description: '', cents, hours: null },
              ...{ mobility: 'non_classificata' as const, constraint: null, constraintNote: '' },
              ...{ source: from, sourceNote: '' },
            })),
            ...of('umana', hours),
          ],
        },
      };
    };
  },
  paper(path, { defaults = { meeting: null, kind: 'altro', sector: null, strands: [], where: '' } }, fresh) {
    const here = new Set(
      standingOnes(path.papers).flatMap((p) => (p.meeting === defaults.meeting ? [p.text] : [])),
    );
    const sectors = byName(standingOnes(path.sectors), (s) => s.label);
    return (said) => {
      const text = said('text').normalize('NFC').trim();
      if (visible(text) === '') return { reason: 'blank_text', value: '' };
      if ([...text].length > NOTE_MAX) return { reason: 'text_too_long', value: `${text.slice(0, 40)}…` };
      // A sheet imported twice by two people would count double.
      if (here.has(text)) return { reason: 'already_here', value: text };
      const kind = said('kind') === '' ? defaults.kind : named(NOTE_KINDS, said('kind'));
      if (!kind) return { reason: 'unknown_kind', value: said('kind') };
      const sector = said('sector');
      const own =
        sector === '' ? defaults.sector : (sectors(sector) ?? sectors(sector.replaceAll(' ', '_')))?.id;
      if (own === undefined) return { reason: 'unknown_sector', value: sector };
      const letters = said('strands')
        .toUpperCase()
        .split(/[\s,;/+]+/)
        .filter(Boolean);
      const known = STRANDS.filter((s) => letters.includes(s));
      if (known.length < new Set(letters).size) return { reason: 'unknown_strand', value: said('strands') };
      here.add(text);
      const strands = letters.length > 0 ? known : defaults.strands;
      const where = (said('where') || defaults.where).slice(0, LINE_MAX);
      return { row: { id: fresh(), text, kind, sector: own, strands, where, meeting: defaults.meeting } };
    };
  },
  organization(path, _reading, fresh) {
    const here = new Set(standingOnes(path.organizations).map((o) => plainly(o.name)));
    const sectors = byName(standingOnes(path.sectors), (s) => s.label);
    return (said, _amount, line) => {
      const name = said('name');
      if (name === '') return { reason: 'blank_text', value: '' };
      if (name.length > TITLE_MAX) return { reason: 'text_too_long', value: name };
      if (here.has(plainly(name))) return { reason: 'already_here', value: name };
      here.add(plainly(name));
      const sector = sectors(said('sector'));
      return {
        left: said('sector') !== '' && !sector ? [{ line, field: 'sector', value: said('sector') }] : [],
        row: {
          ...{ id: fresh(), name, sector: sector?.id ?? null },
          municipality: said('municipality').slice(0, LINE_MAX),
          alreadyInvolved: YES.test(said('alreadyInvolved')),
          institutionalRole: said('institutionalRole').slice(0, LINE_MAX),
        },
      };
    };
  },
  invitation(path, _reading, fresh) {
    const organizations = byName(standingOnes(path.organizations), (o) => o.name);
    const meetings = byName(standingOnes(path.meetings), (m) => m.title);
    const tables = byName(standingOnes(path.tables), (t) => t.name);
    const STATES = ['da_invitare', 'invitato', 'accettato', 'declinato', 'presente'] as const;
    return (said, _amount, line) => {
      const [who, reason] = [said('who'), said('reason')];
      if (who === '' || reason === '') return { reason: 'blank_text', value: who || reason };
      if (who.length > LINE_MAX || reason.length > LINE_MAX) return { reason: 'text_too_long', value: who };
      const organization = organizations(who);
      const [meeting, table] = [meetings(said('meeting')), tables(said('table'))];
      const left = (['meeting', 'table'] as const).flatMap((f) =>
        said(f) !== '' && !(f === 'meeting' ? meeting : table) ? [{ line, field: f, value: said(f) }] : [],
      );
      return {
        left,
        row: {
          ...{ id: fresh(), meeting: meeting?.id ?? null, table: table?.id ?? null },
          organization: organization?.id ?? null,
          profile: organization ? '' : who,
          ...{ reason, status: named(STATES, said('status')) ?? 'da_invitare' },
          newVoice: YES.test(said('newVoice')),
        },
      };
    };
  },
  code(path, _reading, fresh) {
    const here = new Map(codesInUse(path).map((c) => [plainly(c.label), c.id]));
    const area = byName(path.about?.areas ?? [], (a) => a.label);
    const known = new Map(here);
    return (said, _amount, line) => {
      const label = said('label');
      if (label === '') return { reason: 'blank_text', value: '' };
      if (label.length > TITLE_MAX) return { reason: 'text_too_long', value: label };
      if (known.has(plainly(label))) return { reason: 'already_here', value: label };
      const id = fresh();
      // A parent stands above its children in the sheet, or is in the codebook already.
      const parent = said('parent') === '' ? null : (known.get(plainly(said('parent'))) ?? null);
      known.set(plainly(label), id);
      const inArea = area(said('area'));
      const left = [
        ...(said('parent') !== '' && !parent ? [{ line, field: 'parent', value: said('parent') }] : []),
        ...(said('area') !== '' && !inArea ? [{ line, field: 'area', value: said('area') }] : []),
      ];
      return {
        left,
        row: {
          ...{ ...emptyCode, id, label, parent, area: inArea?.id ?? null },
          definition: said('definition').slice(0, NOTE_MAX),
          family: said('family').slice(0, TITLE_MAX),
          symbol: [...said('symbol')].slice(0, 4).join(''),
        },
      };
    };
  },
};

/** The part of the total that is not itemised is unclassified, until somebody classifies it. */
function partsOf(
  amount: (field: string) => number | Omit<BadRow, 'line'>,
  [total, floating, fixed, open]: readonly [string, string, string, string],
  said: CellReader,
  /** The part of the total that other columns have. */
  elsewhere = 0,
): Record<Mobility, number> | Omit<BadRow, 'line'> {
  const read = [total, floating, fixed, open].map(amount);
  const wrong = read.find(isBad);
  if (wrong) return wrong;
  const [whole = 0, fluttuante = 0, intoccabile = 0, told = 0] = read as number[];
  const left = said(total) === '' ? told : whole - fluttuante - intoccabile - elsewhere;
  if (left < 0) return { reason: 'parts_exceed_total', value: said(total) };
  return { fluttuante, intoccabile, non_classificata: Math.max(left, told) };
}
