/** Rows of a sheet of projects: each with its money and hours by mobility, and the sources of its funds. */
import { LABEL_MAX, LINE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { standingOnes } from './deed';
import { type BadRow, byName, type CellReader, isBad, type RowsMaker } from './import-cells';
import { folded } from './import-columns';
import { CONSTRAINTS, FUNDING_SOURCES } from './resources';
import type { ASSESSMENTS, Mobility } from './state';

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

export const projectRows: RowsMaker = (path, _reading, fresh) => {
  const codes = new Set(standingOnes(path.projects).map((p) => p.code.toUpperCase()));
  const area = byName(path.about?.areas ?? [], (a) => a.label);
  const table = byName(
    standingOnes(path.tables).filter((t) => !t.closed),
    (t) => t.name,
  );
  return (said, amount, line) => {
    const [code, title] = [said('code'), said('title')];
    if (code === '' || title === '') return { reason: 'blank_text', value: code || title };
    if (code.length > LABEL_MAX || title.length > TITLE_MAX) return { reason: 'text_too_long', value: code };
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
