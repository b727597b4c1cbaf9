/** Each kind of imported sheet, cell by cell: what a row becomes, what is left out of it, and why one is refused. */
import { describe, expect, it } from 'vitest';
import type { SheetReading } from '@/domain/programming/import-cells';
import { FIELDS, type Imported } from '@/domain/programming/import-fields';
import { understand } from '@/domain/programming/import-parser';
import { emptyCode } from '@/domain/programming/reading-shapes';
import { note, opened, planner } from './opened';

type Cells = Record<string, string>;
const keysOf = (what: Imported) => FIELDS[what].map((f) => f.key);

/** Made once: reading a sheet leaves the path as it is. */
let shared: ReturnType<typeof path> | undefined;

/** These rows under a heading of every field; the heading stands in line 3 of the file. */
function reading(what: Imported, rows: Cells[], more: Partial<SheetReading> = {}) {
  shared ??= path();
  const { state } = shared;
  const keys = keysOf(what);
  const sheet = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
  let made = 0;
  return understand(
    what,
    state,
    sheet.map((cells, i) => ({ line: i + 3, cells })),
    { head: 0, mapping: keys, ...more },
    () => `row-${++made}`,
  );
}

/** A path with one of each thing that a row may name. */
function path() {
  const b = opened({ [note(1)]: 'Parole' });
  const add = (type: string, id: string, words: object) => b.done(planner, type, { id, ...words });
  add('addTable', 'table-open', { name: 'Tavolo Anzianità' });
  add('addTable', 'table-shut', { name: 'Tavolo chiuso' });
  b.done(planner, 'closeTable', { id: 'table-shut', rationale: 'ha finito' });
  add('addOrganization', 'org-emporio', { name: 'Emporio' });
  add('addOrganization', 'org-removed', { name: 'Tolta' });
  b.done(planner, 'removeThing', { what: 'organization', id: 'org-removed' });
  add('addProject', 'project-0', { code: 'p0', title: 'Zero' });
  add('makeCode', 'code-care', { label: 'Cura' });
  b.done(planner, 'importPaper', { lines: [{ id: 'carta-0001', text: 'Già qui' }] });
  return b;
}
const onlyRow = (what: Imported, cells: Cells, more: Partial<SheetReading> = {}) => {
  const { rows, bad, left, asks } = reading(what, [cells], more);
  expect([bad, asks, rows[0]?.line]).toEqual([[], [], 4]);
  return { row: rows[0]?.row, left };
};
const onlyBad = (what: Imported, ...rows: Cells[]) => {
  const { rows: taken, bad, left, asks } = reading(what, rows);
  expect([taken.length, left, asks]).toEqual([rows.length - 1, [], []]);
  return bad;
};
const long = (n: number) => 'a'.repeat(n);

describe('a row of projects', () => {
  const base = { code: 'P1', title: 'Uno' };
  const project = {
    ...{ id: 'row-1', ...base, area: null, table: null, holder: '', results: '' },
    ...{ assessment: 'non_valutato', assessmentReason: '', resources: [] },
  };
  const money = (n: number, mobility: string, cents: number, more: object = {}) => ({
    ...{ id: `row-${n}`, kind: 'economica', description: '', mobility, cents, hours: null },
    ...{ constraint: null, constraintNote: '', source: 'non_detta', sourceNote: '', ...more },
  });
  const hours = (n: number, mobility: string, many: number, more: object = {}) => ({
    ...{ id: `row-${n}`, kind: 'umana', description: '', mobility, cents: null, hours: many },
    ...{ constraint: null, constraintNote: '', source: 'non_detta', sourceNote: '', ...more },
  });

  it.each<[string, Cells, object]>([
    ['with nothing else', {}, {}],
    [
      'with a code and a title as long as they may be',
      { code: long(60), title: long(200) },
      { code: long(60), title: long(200) },
    ],
    ['of an area by its label', { area: ' ANZIANI ' }, { area: 'anziani' }],
    ['of an area by its id', { area: 'poverta_esclusione' }, { area: 'poverta_esclusione' }],
    ['of a table without its accents', { table: 'tavolo anzianita' }, { table: 'table-open' }],
    [
      'with the words around it',
      { holder: 'Unione', results: 'Otto uscite', reason: 'poco usato' },
      { holder: 'Unione', results: 'Otto uscite', assessmentReason: 'poco usato' },
    ],
    [
      'with words longer than they may be, cut',
      { holder: long(201), results: long(20_001), reason: long(501) },
      { holder: long(200), results: long(20_000), assessmentReason: long(500) },
    ],
    ['judged', { assessment: 'Di scarsa utilità' }, { assessment: 'scarsa_utilita' }],
    ['judged in one word', { assessment: 'CONFERMATO' }, { assessment: 'confermato' }],
    ['with a total', { total: '10' }, { resources: [money(2, 'non_classificata', 1000)] }],
    [
      'with a part of the total',
      { total: '10', fluttuante: '3' },
      { resources: [money(2, 'fluttuante', 300), money(3, 'non_classificata', 700)] },
    ],
    [
      'with the whole total in its parts',
      { total: '10', fluttuante: '3', intoccabile: '7' },
      { resources: [money(2, 'fluttuante', 300), money(3, 'intoccabile', 700, { constraint: 'altro' })] },
    ],
    [
      'with less unclassified than the rest',
      { total: '10', fluttuante: '3', non_classificata: '2' },
      { resources: [money(2, 'fluttuante', 300), money(3, 'non_classificata', 700)] },
    ],
    [
      'with more unclassified than the rest',
      { total: '5', fluttuante: '3', non_classificata: '4' },
      { resources: [money(2, 'fluttuante', 300), money(3, 'non_classificata', 400)] },
    ],
    [
      'with parts and no total',
      { fluttuante: '3', non_classificata: '2' },
      { resources: [money(2, 'fluttuante', 300), money(3, 'non_classificata', 200)] },
    ],
    [
      'with a constraint',
      { intoccabile: '7', fluttuante: '1', constraint: 'Fondo finalizzato' },
      {
        resources: [
          money(2, 'fluttuante', 100),
          money(3, 'intoccabile', 700, { constraint: 'fondo_finalizzato' }),
        ],
      },
    ],
    [
      'with the most money',
      { total: '1000000000,00' },
      { resources: [money(2, 'non_classificata', 100_000_000_000)] },
    ],
    [
      'with a source',
      { total: '10', source: 'Azienda USL' },
      { resources: [money(2, 'non_classificata', 1000, { source: 'ausl' })] },
    ],
    [
      'with a source nobody foresaw',
      { total: '10', source: 'Fondazione' },
      {
        resources: [
          money(2, 'non_classificata', 1000, { source: 'altri_soggetti', sourceNote: 'Fondazione' }),
        ],
      },
    ],
    [
      'with a long source, cut',
      { total: '10', source: long(501) },
      {
        resources: [money(2, 'non_classificata', 1000, { source: 'altri_soggetti', sourceNote: long(500) })],
      },
    ],
    [
      'of others',
      { total: '10', source: 'Altri soggetti' },
      { resources: [money(2, 'non_classificata', 1000, { source: 'altri_soggetti' })] },
    ],
    [
      'with shares of funds',
      { total: '20', share_fsl: '10', share_ausl: '5', share_frna: '0' },
      {
        resources: [
          money(2, 'non_classificata', 500),
          money(3, 'non_classificata', 1000, { source: 'fsl' }),
          money(4, 'non_classificata', 500, { source: 'ausl' }),
        ],
      },
    ],
    [
      'with shares that are the total',
      { total: '15', share_comuni_unione: '10', share_altri_soggetti: '5' },
      {
        resources: [
          money(2, 'non_classificata', 1000, { source: 'comuni_unione' }),
          money(3, 'non_classificata', 500, { source: 'altri_soggetti' }),
        ],
      },
    ],
    [
      'with shares and no total',
      { share_compartecipazione: '10', source: 'FSL' },
      { resources: [money(2, 'non_classificata', 1000, { source: 'compartecipazione' })] },
    ],
    [
      'with hours',
      {
        hours_total: '8,5',
        hours_fluttuante: '2',
        hours_intoccabile: '1',
        source: 'FSL',
        constraint: 'legge',
      },
      {
        resources: [
          hours(2, 'fluttuante', 2),
          hours(3, 'intoccabile', 1, { constraint: 'legge' }),
          hours(4, 'non_classificata', 5.5),
        ],
      },
    ],
    [
      'with unclassified hours alone',
      { hours_non_classificata: '2' },
      { resources: [hours(2, 'non_classificata', 2)] },
    ],
    [
      'with money before hours',
      { total: '1', hours_total: '1', share_fsl: '1' },
      { resources: [money(2, 'non_classificata', 100, { source: 'fsl' }), hours(3, 'non_classificata', 1)] },
    ],
    [
      'guarded as our own tables guard it',
      { title: "'=SOMMA", holder: "'@casa", results: "l'età" },
      { title: '=SOMMA', holder: '@casa', results: "l'età" },
    ],
  ])('%s', (_, cells, words) => {
    expect(onlyRow('project', { ...base, ...cells })).toEqual({ row: { ...project, ...words }, left: [] });
  });

  it('names what the path does not know, or has closed, and comes in without it', () => {
    expect(onlyRow('project', { ...base, area: 'Marziani', table: 'Tavolo chiuso' })).toEqual({
      row: project,
      left: [
        { line: 4, field: 'area', value: 'Marziani' },
        { line: 4, field: 'table', value: 'Tavolo chiuso' },
      ],
    });
  });

  it.each<[string, Cells, string, string]>([
    ['without a code', { code: ' ' }, 'blank_text', 'Uno'],
    ['without a title', { title: '' }, 'blank_text', 'P1'],
    ['without either', { code: '', title: '' }, 'blank_text', ''],
    ['with a long code', { code: long(61) }, 'text_too_long', long(61)],
    ['with a long title', { title: long(201) }, 'text_too_long', 'P1'],
    ['with a code of the path', { code: 'P0' }, 'duplicate_code', 'P0'],
    ['with a code of the sheet', { code: 'ok' }, 'duplicate_code', 'ok'],
    ['judged in other words', { assessment: 'Boh' }, 'unknown_assessment', 'Boh'],
    ['bound by something else', { constraint: 'Boh' }, 'unknown_constraint', 'Boh'],
    ['with an unreadable total', { total: 'dieci' }, 'bad_amount', 'dieci'],
    ['with too much money', { total: '1000000000,01' }, 'bad_amount', '1000000000,01'],
    ['with less than nothing', { fluttuante: '-1' }, 'negative_amount', '-1'],
    ['with an unreadable share', { share_fsl: 'x' }, 'bad_amount', 'x'],
    ['with unreadable hours', { hours_total: 'x' }, 'bad_amount', 'x'],
    [
      'with parts above the total',
      { total: '10', fluttuante: '6', intoccabile: '5' },
      'parts_exceed_total',
      '10',
    ],
    [
      'with shares above the total',
      { total: '12', share_fsl: '10', share_ausl: '5' },
      'parts_exceed_total',
      '12',
    ],
    ['with hours above their total', { hours_total: '2', hours_intoccabile: '3' }, 'parts_exceed_total', '2'],
  ])('%s is refused, and says so', (_, cells, reason, value) => {
    const good = { code: 'OK', title: 'Buono' };
    expect(onlyBad('project', good, { ...base, ...cells })).toEqual([{ line: 5, reason, value }]);
  });

  it('whose hours can be read in two ways asks once, and no row comes in until somebody answers', () => {
    const rows = [
      { ...base, hours_total: '12,500' },
      { code: 'P2', title: 'Due', hours_total: '1,250' },
    ];
    const column = keysOf('project').indexOf('hours_total');
    const asked = reading('project', rows);
    expect([asked.rows, asked.bad]).toEqual([[], []]);
    expect(asked.asks).toEqual([{ column, field: 'hours_total', value: '12,500' }]);
    const read = reading('project', rows, { decimals: { [column]: '.' } });
    const found = read.rows.map(({ row }) => ('resources' in row ? row.resources.map((r) => r.hours) : []));
    expect([found, read.asks]).toEqual([[[12_500], [1250]], []]);
  });
});

describe('a row of organisations', () => {
  const base = { name: 'Coop' };
  const row = {
    id: 'row-1',
    name: 'Coop',
    sector: null,
    municipality: '',
    alreadyInvolved: false,
    institutionalRole: '',
  };
  it.each<[string, Cells, object, object[]?]>([
    ['with nothing else', {}, {}],
    ['with a name as long as it may be', { name: long(200) }, { name: long(200) }],
    ['of a sector', { sector: 'volontariato' }, { sector: 'volontariato' }],
    ['of a sector by its label', { sector: 'CARE GIVER' }, { sector: 'care_giver' }],
    [
      'of a sector nobody knows',
      { sector: 'Marziani' },
      {},
      [{ line: 4, field: 'sector', value: 'Marziani' }],
    ],
    [
      'with the rest, cut',
      { municipality: long(501), institutionalRole: long(501) },
      { municipality: long(500), institutionalRole: long(500) },
    ],
    ['that a removed one was called like', { name: 'Tolta' }, { name: 'Tolta' }],
    ...['sì', 'si', 'S', 'X', '1', 'true', 'Vero', 'yes'].map((yes): [string, Cells, object] => [
      `already involved: ${yes}`,
      { alreadyInvolved: yes },
      { alreadyInvolved: yes !== 'S' },
    ]),
    ...['no', 'xx', '10', 'non yes'].map((no): [string, Cells, object] => [
      `not yet involved: ${no}`,
      { alreadyInvolved: no },
      {},
    ]),
  ])('%s', (_, cells, words, left = []) => {
    expect(onlyRow('organization', { ...base, ...cells })).toEqual({ row: { ...row, ...words }, left });
  });

  it.each<[string, Cells, string, string]>([
    ['without a name', { name: '' }, 'blank_text', ''],
    ['with a long name', { name: long(201) }, 'text_too_long', long(201)],
    ['of the path', { name: 'EMPORIO' }, 'already_here', 'EMPORIO'],
    ['of the sheet', { name: 'cóop' }, 'already_here', 'cóop'],
  ])('%s is refused', (_, cells, reason, value) => {
    expect(onlyBad('organization', base, cells)).toEqual([{ line: 5, reason, value }]);
  });
});

describe('a row of invitations', () => {
  const base = { who: 'Edicole', reason: 'Vedono tutti' };
  const row = {
    ...{ id: 'row-1', meeting: null, table: null, organization: null, profile: 'Edicole' },
    ...{ reason: 'Vedono tutti', status: 'da_invitare', newVoice: false },
  };
  it.each<[string, Cells, object, object[]?]>([
    ['with nothing else', {}, {}],
    [
      'in words as long as they may be',
      { who: long(500), reason: long(500) },
      { profile: long(500), reason: long(500) },
    ],
    [
      'of an organisation',
      { who: 'emporio', profile: 'la direttrice' },
      { organization: 'org-emporio', profile: 'la direttrice' },
    ],
    [
      'of an organisation by its id, without a profile',
      { who: 'org-emporio' },
      { organization: 'org-emporio', profile: '' },
    ],
    [
      'of an organisation with a long profile, cut',
      { who: 'Emporio', profile: long(501) },
      { organization: 'org-emporio', profile: long(500) },
    ],
    ['of a removed organisation, in its words', { who: 'Tolta' }, { profile: 'Tolta' }],
    [
      'of somebody by the profile alone',
      { who: '', profile: 'Chi amministra' },
      { profile: 'Chi amministra' },
    ],
    [
      'to a meeting and a table',
      { meeting: 'open space technology (ost)', table: 'Tavolo Anzianita' },
      { meeting: 'maggio-open-space', table: 'table-open' },
    ],
    [
      'to what nobody knows',
      { meeting: 'Festa', table: 'Sedia' },
      {},
      [
        { line: 4, field: 'meeting', value: 'Festa' },
        { line: 4, field: 'table', value: 'Sedia' },
      ],
    ],
    ['with its state', { status: 'Accettato', newVoice: 'x' }, { status: 'accettato', newVoice: true }],
    ['with a state of two words', { status: 'DA INVITARE' }, {}],
    ['with a state nobody knows', { status: 'forse' }, {}],
  ])('%s', (_, cells, words, left = []) => {
    expect(onlyRow('invitation', { ...base, ...cells })).toEqual({ row: { ...row, ...words }, left });
  });

  it.each<[string, Cells, string, string]>([
    ['of nobody', { who: '' }, 'blank_text', 'Vedono tutti'],
    ['without a reason', { reason: '' }, 'blank_text', 'Edicole'],
    ['of nobody without a reason', { who: '', reason: '' }, 'blank_text', ''],
    ['in too many words', { who: long(501) }, 'text_too_long', long(501)],
    ['for too long a reason', { reason: long(501) }, 'text_too_long', 'Edicole'],
  ])('%s is refused', (_, cells, reason, value) => {
    expect(onlyBad('invitation', base, { ...base, ...cells })).toEqual([{ line: 5, reason, value }]);
  });
});

describe('a row of codes', () => {
  const base = { label: 'Tempo' };
  const row = { ...emptyCode, id: 'row-1', label: 'Tempo' };
  it.each<[string, Cells, object, object[]?]>([
    ['with nothing else', {}, {}],
    ['with a label as long as it may be', { label: long(200) }, { label: long(200) }],
    ['under another of the path', { parent: 'CURA' }, { parent: 'code-care' }],
    [
      'under what nobody knows, in no area',
      { parent: 'Boh', area: 'Marziani' },
      {},
      [
        { line: 4, field: 'parent', value: 'Boh' },
        { line: 4, field: 'area', value: 'Marziani' },
      ],
    ],
    [
      'in an area, with its words',
      { area: 'Anziani', definition: 'Ore', family: 'Forme', symbol: '☘' },
      { area: 'anziani', definition: 'Ore', family: 'Forme', symbol: '☘' },
    ],
    [
      'with words longer than they may be, cut between characters',
      { definition: long(8001), family: long(201), symbol: '🙂🙂🙂🙂🙂' },
      { definition: long(8000), family: long(200), symbol: '🙂🙂🙂🙂' },
    ],
  ])('%s', (_, cells, words, left = []) => {
    expect(onlyRow('code', { ...base, ...cells })).toEqual({ row: { ...row, ...words }, left });
  });

  it('stands under one above it in the sheet, never under one below', () => {
    const { rows, left } = reading('code', [
      { label: 'Sera', parent: 'Tempo' },
      base,
      { label: 'Alba', parent: 'tempo' },
    ]);
    expect(rows.map((r) => 'parent' in r.row && r.row.parent)).toEqual([null, null, 'row-2']);
    expect(left).toEqual([{ line: 4, field: 'parent', value: 'Tempo' }]);
  });

  it.each<[string, Cells, string, string]>([
    ['without a label', { label: '' }, 'blank_text', ''],
    ['with a long label', { label: long(201) }, 'text_too_long', long(201)],
    ['of the path', { label: 'CURÀ' }, 'already_here', 'CURÀ'],
    ['of the sheet', { label: 'tempo' }, 'already_here', 'tempo'],
  ])('%s is refused', (_, cells, reason, value) => {
    expect(onlyBad('code', base, cells)).toEqual([{ line: 5, reason, value }]);
  });
});

describe('a row of paper', () => {
  const base = { text: 'Più tempo' };
  const row = {
    id: 'row-1',
    text: 'Più tempo',
    kind: 'altro',
    sector: null,
    strands: [],
    where: '',
    meeting: null,
  };
  it.each<[string, Cells, object]>([
    ['with nothing else', {}, {}],
    ['composed of marks', { text: 'Piu\u0300 tempo' }, { text: 'Più tempo' }],
    ['as long as it may be, counted by characters', { text: '🙂'.repeat(8000) }, { text: '🙂'.repeat(8000) }],
    ['with its kind', { kind: 'Bisogno' }, { kind: 'bisogno' }],
    ['of a sector by its label', { sector: 'care giver' }, { sector: 'care_giver' }],
    [
      'of a sector by its id in words',
      { sector: 'altri punti di vista' },
      { sector: 'altri_punti_di_vista' },
    ],
    ['with strands', { strands: 'c; a' }, { strands: ['A', 'C'] }],
    ['with strands joined by other signs', { strands: 'A/B+C' }, { strands: ['A', 'B', 'C'] }],
    ['with a strand said twice', { strands: 'b, B' }, { strands: ['B'] }],
    ['with its place, cut', { where: long(501) }, { where: long(500) }],
  ])('%s', (_, cells, words) => {
    expect(onlyRow('paper', { ...base, ...cells })).toEqual({ row: { ...row, ...words }, left: [] });
  });

  const defaults: SheetReading['defaults'] = {
    ...{ meeting: 'maggio-open-space', kind: 'bisogno', sector: 'volontariato', strands: ['A'] },
    where: 'cartellone 3',
  };
  it('takes the defaults where the sheet says nothing, and no others', () => {
    const given = onlyRow('paper', base, { defaults }).row;
    expect(given).toEqual({ ...row, ...defaults });
    const own = { kind: 'risorsa', sector: 'istituzioni', strands: 'B', where: 'foglio 1' };
    expect(onlyRow('paper', { ...base, ...own }, { defaults }).row).toEqual({
      ...{ ...row, ...own, meeting: 'maggio-open-space' },
      strands: ['B'],
    });
  });

  it('is here already only within its own meeting', () => {
    expect(onlyRow('paper', { text: 'Già qui' }, { defaults }).row).toMatchObject({ text: 'Già qui' });
  });

  it.each<[string, Cells, string, string]>([
    ['without words', { text: ' \u200b' }, 'blank_text', ''],
    ['too long', { text: long(8001) }, 'text_too_long', `${long(40)}…`],
    ['of the path', { text: 'Già qui' }, 'already_here', 'Già qui'],
    ['of the sheet', {}, 'already_here', 'Più tempo'],
    ['of another kind', { text: 'Due', kind: 'Boh' }, 'unknown_kind', 'Boh'],
    ['of another sector', { text: 'Due', sector: 'Marziani' }, 'unknown_sector', 'Marziani'],
    ['of another strand', { text: 'Due', strands: 'A, z' }, 'unknown_strand', 'A, z'],
  ])('%s is refused', (_, cells, reason, value) => {
    expect(onlyBad('paper', base, { ...base, ...cells })).toEqual([{ line: 5, reason, value }]);
  });
});

describe('a sheet', () => {
  const nothing = { rows: [], left: [], asks: [] };
  it.each<[Imported, string]>([
    ['project', 'code, title'],
    ['paper', 'text'],
    ['organization', 'name'],
    ['invitation', 'who, reason'],
    ['code', 'label'],
  ])('of %s without its columns says which are missing: %s', (what, value) => {
    expect(reading(what, [{}], { mapping: [null] })).toEqual({
      ...nothing,
      bad: [{ line: 3, reason: 'missing_column', value }],
    });
    expect(understand(what, path().state, [], { head: 0, mapping: [] }, () => 'row-1').bad[0]?.line).toBe(1);
  });

  it.each<[Imported, number, Cells]>([
    ['organization', 5000, { name: '' }],
    ['paper', 2000, { text: '' }],
  ])('of %s has at most %i rows below its heading', (what, most, cells) => {
    const sheet = (n: number) =>
      reading(
        what,
        Array.from({ length: n }, () => cells),
      ).bad;
    expect(sheet(most)).toHaveLength(most);
    expect(sheet(most + 1)).toEqual([{ line: 3, reason: 'too_many_rows', value: String(most + 1) }]);
  });

  it('begins below its heading, and short rows have empty cells', () => {
    const b = path();
    const sheet = [['Elenco'], ['Note', 'Ente'], ['', 'Coop'], ['x']];
    const rows = sheet.map((cells, i) => ({ line: i + 1, cells }));
    const found = understand(
      'organization',
      b.state,
      rows,
      { head: 1, mapping: [null, 'name'] },
      () => 'row-1',
    );
    expect(found.rows.map(({ line, row }) => [line, 'name' in row && row.name])).toEqual([[3, 'Coop']]);
    expect(found.bad).toEqual([{ line: 4, reason: 'blank_text', value: '' }]);
  });
});
