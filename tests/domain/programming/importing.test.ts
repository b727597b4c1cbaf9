/**
 * Any office's sheet: read with any encoding and separator, columns named, amounts understood or asked about, imported
 * and undone as one.
 */
import { describe, expect, it } from 'vitest';
import { CheckedAsk } from '@/domain/deed';
import { isRefusal } from '@/domain/refusal';
import { programming } from '@/domain/programming/catalogue';
import { checkedInSlices, SLICE } from '@/domain/programming/imports';
import { decimalOf, readAmount } from '@/domain/programming/amounts';
import type { Imported } from '@/domain/programming/import-fields';
import { understand, understandInSlices } from '@/domain/programming/import-parser';
import { guessMapping, mappingAt } from '@/domain/programming/import-columns';
import { decodeText, tableOf } from '@/domain/programming/text-decoding';
import { fundingPlan, resourceMap } from '@/domain/programming/resource-map';
import { id } from '../given';
import { note, opened, planner } from './opened';

const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const windows = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((c) => ({ '€': 0x80, '’': 0x92 })[c] ?? c.charCodeAt(0)));
const SHEET = 'Codice;Progetto;Importo\r\nP1;Più in là: l’età “nuova”;€ 1.500,00\r\n';

function read(what: Imported, text: string, more: object = {}, b = opened()) {
  const rows = tableOf(text)?.rows ?? [];
  const guess = guessMapping(what, rows);
  return { b, guess, found: understand(what, b.state, rows, { ...guess, ...more }, () => id('riga')) };
}
const projects = (text: string, more: object = {}, b = opened()) => {
  const { found, guess } = read('project', text, more, b);
  const rows = found.rows.map((r) => r.row).filter((r) => 'resources' in r);
  return { found, guess, rows };
};

describe('a file of bytes', () => {
  it('is read in UTF-8, UTF-16 with or without its mark, and as Windows writes it', () => {
    const plain = SHEET.replace(/[“”]/g, '"').replaceAll('"', '');
    const files = {
      'utf-8': [Buffer.from(SHEET), Buffer.from(`\uFEFF${SHEET}`)],
      'utf-16le': [utf16(`\uFEFF${SHEET}`), utf16(SHEET)],
      'utf-16be': [utf16(`\uFEFF${SHEET}`, true), utf16(SHEET, true)],
    };
    for (const [encoding, all] of Object.entries(files))
      for (const bytes of all) expect(decodeText(new Uint8Array(bytes))).toEqual({ text: SHEET, encoding });
    expect(decodeText(windows(plain))).toEqual({ text: plain, encoding: 'windows-1252' });
  });

  it('that is no text is refused, never offered as words', () => {
    const png = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]);
    const noise = Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919 + 13) % 256);
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(noise)]);
    for (const bytes of [png, noise, new Uint8Array(pdf)]) expect(decodeText(bytes)).toBeNull();
  });

  it('may have any separator, say its own, and end its lines as old machines did', () => {
    const cells = (text: string) => tableOf(text)?.rows.map((r) => r.cells);
    const rows = [
      ['Codice', 'Progetto', 'Importo'],
      ['P1', 'Uno, due; tre', '1.500,00'],
    ];
    for (const separator of ['\t', ';', ',', '|'])
      for (const end of ['\n', '\r\n', '\r']) {
        const text = rows.map((r) => r.map((c) => `"${c}"`).join(separator)).join(end);
        expect([separator, end, cells(text)]).toEqual([separator, end, rows]);
        expect(cells(`sep=${separator}${end}${text}`)).toEqual(rows);
      }
    expect(tableOf('sep=,\r\nCodice,Progetto\r\nP1,"Uno; due"')?.rows.map((r) => r.line)).toEqual([2, 3]);
  });
});

describe('an amount', () => {
  it.each([
    ['€ 1.500,75', 150_075],
    ['1,500.75', 150_075],
    ['1500.5', 150_050],
    ["1'500,00", 150_000],
    ['€ -', 0],
    [' – ', 0],
    ['', 0],
    ['(1.500,00)', -150_000],
    ['-20', -2000],
    ['20-', -2000],
    ['€ 1.234.567', 123_456_700],
    ['1500,755', 150_076],
    ['0,500', 50],
  ])('%s is understood', (written, hundredths) => {
    expect(readAmount(written, null, true)).toEqual({ hundredths });
  });

  it.each(['dodici', '1.50.75', '1,2,3', '12..5', '1.5000,00', '€', '12 x'])('%s is none', (written) => {
    const read = readAmount(written, null, true);
    expect(written === '€' ? read : read).toEqual(written === '€' ? { hundredths: 0 } : null);
  });

  it('that can be read in two ways is asked about, unless its column tells', () => {
    expect(readAmount('12,500', null, false)).toEqual({ asks: true });
    expect(readAmount('12.500', null, false)).toEqual({ asks: true });
    // Italian money: a point before three digits separates thousands.
    expect(readAmount('12.500', null, true)).toEqual({ hundredths: 1_250_000 });
    expect(readAmount('12,500', null, true)).toEqual({ asks: true });
    expect(readAmount('12,500', ',', false)).toEqual({ hundredths: 1250 });
    expect(readAmount('12,500', '.', false)).toEqual({ hundredths: 1_250_000 });
    expect([
      decimalOf(['12,500', '8,25']),
      decimalOf(['12,500', '1,000.5']),
      decimalOf(['12,500', '8']),
    ]).toEqual([',', '.', null]);
  });
});

describe('columns', () => {
  it('are guessed by the headings offices use, below whatever stands above them; the others are left unused', () => {
    const { guess, rows } = projects(
      'Elenco progetti 2014;;;;\n;;;;\nID progetto;Denominazione;Importo;Note interne;Ore settimana\nP1;Sportello;€ 1.500;segreto;12\n',
    );
    expect([guess.head, guess.mapping]).toEqual([1, ['code', 'title', 'total', null, 'hours_total']]);
    expect(rows[0]?.resources.map((r) => [r.cents, r.hours])).toEqual([
      [150_000, null],
      [null, 12],
    ]);
    expect(JSON.stringify(rows)).not.toContain('segreto');
  });

  it('are below titles also where no heading is known, though a row names a fund: what it says is no heading', () => {
    const text =
      'Rendiconto;interventi;;;\nestratto al;3/2/14;;;\nNr. int.;Che cosa si fa;Quanto costa;Chi paga;Dal\nA.1;Spesa sospesa;12.500,50;Comuni;3/2/14\n';
    const { guess } = projects(text);
    expect([guess.head, guess.mapping]).toEqual([2, [null, null, null, null, null]]);
    const rows = tableOf(text)?.rows ?? [];
    expect(mappingAt('project', rows, 3)).toEqual([null, null, null, 'share_comuni_unione', null]);
    // Known headings tell more than looks do, whatever stands above them.
    const known = 'Comune di Carpi;Servizi sociali;Ufficio\nCodice;Titolo;2014\nP1;Sportello;10\n';
    expect(projects(known).guess).toMatchObject({ head: 1, mapping: ['code', 'title', null] });
  });

  it('can be named by hand; without one that is needed nothing is read, and it is said which', () => {
    const text = 'Sigla;Che cosa;Quanto\nP1;Sportello;1.500\n';
    expect(projects(text).found.bad).toMatchObject([{ reason: 'missing_column', value: 'code, title' }]);
    const { rows } = projects(text, { head: 0, mapping: ['code', 'title', 'total'] });
    expect(rows).toMatchObject([{ code: 'P1', resources: [{ cents: 150_000 }] }]);
  });

  it('of hours that can be read in two ways are asked about first; once it is said, all rows come in', () => {
    const text = 'Codice;Progetto;Ore\nP1;Uno;12,500\nP2;Due;8\n';
    const { found } = projects(text);
    expect([found.rows, found.asks]).toEqual([[], [{ column: 2, field: 'hours_total', value: '12,500' }]]);
    const { rows } = projects(text, { decimals: { 2: ',' } });
    expect(rows.map((r) => r.resources[0]?.hours)).toEqual([12.5, 8]);
  });
});

describe('what a sheet names', () => {
  it('area, table and who pays are found by name; what is unknown is told, and its row comes in without it', () => {
    const b = opened();
    const table = b.add('addTable', { name: 'Tavolo anziani' });
    const { rows, found } = projects(
      'Codice;Progetto;Area;Tavolo;Totale;Fonte\nP1;Uno;ANZIANI;tavolo anziani;10;FRNA\nP2;Due;Astronauti;;20;Fondazione\n',
      {},
      b,
    );
    expect(rows[0]).toMatchObject({ area: 'anziani', table, resources: [{ source: 'frna' }] });
    expect(rows[1]).toMatchObject({
      area: null,
      resources: [{ source: 'altri_soggetti', sourceNote: 'Fondazione' }],
    });
    expect(found.left).toEqual([{ line: 3, field: 'area', value: 'Astronauti' }]);
    b.done(planner, 'importRows', { what: 'project', rows });
    expect(fundingPlan(b.state)).toEqual([
      { source: 'frna', cents: 1000 },
      { source: 'altri_soggetti', cents: 2000 },
    ]);
    expect(fundingPlan(b.state).reduce((n, p) => n + p.cents, 0)).toBe(resourceMap(b.state).total.cents);
  });

  it('lines of paper may be of a sector of the path’s own', () => {
    const b = opened();
    const schools = b.add('addSector', { label: 'Scuole', order: 20 });
    const { found } = read(
      'paper',
      'testo;ambito\nPiù tempo;scuole\nMeno carta;Volontariato\nBoh;Marziani\n',
      {},
      b,
    );
    expect(found.rows.map((r) => 'sector' in r.row && r.row.sector)).toEqual([schools, 'volontariato']);
    expect(found.bad).toEqual([{ line: 4, reason: 'unknown_sector', value: 'Marziani' }]);
    b.done(planner, 'importRows', { what: 'paper', rows: found.rows.map((r) => r.row) });
    expect(Object.values(b.state.papers).map((p) => p.sector)).toEqual([schools, 'volontariato']);
    b.done(planner, 'mergeThings', { what: 'sector', into: schools, from: ['volontariato'], rationale: '' });
    expect(new Set(Object.values(b.state.papers).map((p) => p.sector))).toEqual(new Set([schools]));
  });

  it('organisations, invitations and codes come in the same way, each pointing at what is there', () => {
    const b = opened();
    const bring = (what: Imported, text: string) => {
      const { found } = read(what, text, {}, b);
      b.done(planner, 'importRows', { what, rows: found.rows.map((r) => r.row) });
      return found;
    };
    bring('organization', 'Ente;Settore;Comune\nEmporio;Volontariato;Carpi\nemporio;;\nCoop;;Soliera\n');
    expect(Object.values(b.state.organizations).map((o) => [o.name, o.sector])).toEqual([
      ['Emporio', 'volontariato'],
      ['Coop', null],
    ]);
    bring('invitation', 'Chi;Motivo\nEmporio;Vede chi donava\nEdicole;Vedono tutti\n');
    const invited = Object.values(b.state.invitations).slice(-2);
    expect(invited.map((i) => [b.state.organizations[i.organization ?? '']?.name, i.profile])).toEqual([
      ['Emporio', ''],
      [undefined, 'Edicole'],
    ]);
    bring('code', 'Nome,Definizione,Dentro\nCura,Chi cura,\nTempo di cura,Ore,Cura\n');
    const [care, time] = Object.values(b.state.codes);
    expect(time?.parent).toBe(care?.id);
    // Under the headings of our own table.
    bring('code', 'Nome;Fa parte di;Definizione\nCura di sé;Cura;Chi cura chi cura\n');
    expect(Object.values(b.state.codes).at(-1)).toMatchObject({ label: 'Cura di sé', parent: care?.id });
  });
});

describe('a batch', () => {
  const many = (n: number) =>
    `Codice;Progetto;Totale;Ore\n${Array.from({ length: n }, (_, i) => `P${i};Progetto ${i};${i + 1};2`).join('\n')}`;

  it('of five thousand rows is one deed, and one deed takes all of it out again', () => {
    const b = opened();
    const { rows } = projects(many(5000), {}, b);
    const before = b.facts.length;
    const { cmd } = b.done(planner, 'importRows', { what: 'project', rows });
    expect([Object.keys(b.state.projects).length, Object.keys(b.state.resources).length]).toEqual([
      5000, 10_000,
    ]);
    b.done(planner, 'undoImport', { id: cmd });
    expect(b.facts.length).toBe(before + 2);
    expect(resourceMap(b.state).total).toEqual({ cents: 0, hours: 0 });
    for (const register of [b.state.projects, b.state.resources])
      expect(Object.values(register).every((x) => x.removed)).toBe(true);
    expect(b.refusal(planner, 'undoImport', { id: cmd })).toBe('nothing_to_change');
    // Their codes are free again.
    b.done(planner, 'importRows', { what: 'project', rows: projects(many(1), {}, b).rows });
  });

  it('longer than that says so before anything is read, and one that something leans on stays', () => {
    expect(projects(many(5001)).found.bad).toEqual([{ line: 1, reason: 'too_many_rows', value: '5001' }]);
    const b = opened({ [note(1)]: 'Parole' });
    const { cmd } = b.done(planner, 'importRows', { what: 'project', rows: projects(many(3), {}, b).rows });
    const [first] = Object.keys(b.state.projects);
    const link = b.add('linkEvidence', { what: 'project', target: first, ref: note(1) });
    expect(b.refusal(planner, 'undoImport', { id: cmd })).toBe('in_use');
    b.done(planner, 'removeThing', { what: 'evidence', id: link });
    for (const by of [{ projects: [first] }, { resources: Object.keys(b.state.resources).slice(0, 1) }]) {
      const goal = b.add('addGoal', { code: 'O1', statement: 'Otto uscite', ...by });
      expect(b.refusal(planner, 'undoImport', { id: cmd })).toBe('in_use');
      b.done(planner, 'removeThing', { what: 'goal', id: goal });
    }
    b.done(planner, 'undoImport', { id: cmd });
  });

  it('stays while anything leans on one of its rows, whatever kind it is, and goes when nothing does', () => {
    type Made = [deed: string, words: Record<string, unknown>, what: string];
    const evidence = (what: string, target: string): Made => [
      'linkEvidence',
      { what, target, ref: note(1) },
      'evidence',
    ];
    const quoted = (ref: string): Made => ['codeWords', { ref, start: 0, end: 6, star: true }, 'coding'];
    const cases: [Imported, string, (row: string) => Made[]][] = [
      [
        'organization',
        'Ente\nEmporio\nCoop\n',
        (row) => [
          ['addInvitation', { organization: row, reason: 'Vede chi dona' }, 'invitation'],
          ['addMember', { table: 'TABLE', organization: row }, 'member'],
        ],
      ],
      [
        'paper',
        'testo\nPiù tempo\nMeno carta\n',
        (row) => [
          quoted(`path-carpi/paper/${row}`),
          ['linkEvidence', { what: 'table', target: 'TABLE', ref: `path-carpi/paper/${row}` }, 'evidence'],
        ],
      ],
      [
        'code',
        'Nome\nCura\nTempo\n',
        (row) => [
          ['makeCode', { label: 'Dentro', parent: row }, 'code'],
          ['codeWords', { ref: note(1), start: 0, end: 6, codes: [row] }, 'coding'],
        ],
      ],
      [
        'project',
        'Codice;Progetto\nP1;Uno\nP2;Due\n',
        (row) => [
          ['addResource', { project: row, cents: 100 }, 'resource'],
          evidence('project', row),
          ['addGoal', { code: 'O1', statement: 'Otto uscite', projects: [row] }, 'goal'],
        ],
      ],
    ];
    for (const [what, text, leaning] of cases) {
      const b = opened({ [note(1)]: 'Parole dette' });
      const table = b.add('addTable', { name: 'Poveri' });
      const rows = read(what, text, {}, b).found.rows.map((r) => r.row);
      const { cmd } = b.done(planner, 'importRows', { what, rows });
      const [first = '', other = ''] = rows.map((r) => r.id);
      for (const row of [first, other])
        for (const [deed, words, kind] of leaning(row)) {
          const ask = Object.fromEntries(
            Object.entries(words).map(([k, v]) => [k, v === 'TABLE' ? table : v]),
          );
          const thing = b.add(deed, ask);
          const { state } = b;
          const answer = b.ask(planner, 'undoImport', { id: cmd });
          expect(answer, `${what} ${deed}`).toMatchObject({ refused: 'in_use', detail: { times: 1 } });
          expect(state.imports[cmd]?.undone).toBe(false);
          b.done(planner, 'removeThing', { what: kind, id: thing });
        }
      b.done(planner, 'undoImport', { id: cmd });
      expect(b.refusal(planner, 'undoImport', { id: cmd }), what).toBe('nothing_to_change');
    }
  });

  it('of codes stays while another code is merged into one of them', () => {
    const b = opened();
    const rows = read('code', 'Nome\nCura\nTempo\n', {}, b).found.rows.map((r) => r.row);
    const own = b.add('makeCode', { label: 'Cure' });
    const { cmd } = b.done(planner, 'importRows', { what: 'code', rows });
    const [care = '', time = ''] = rows.map((r) => r.id);
    // Rows of one sheet may lean on each other: they go together.
    b.done(planner, 'mergeCode', { id: time, into: care });
    b.done(planner, 'mergeCode', { id: own, into: care });
    expect(b.refusal(planner, 'undoImport', { id: cmd })).toBe('in_use');
    b.done(planner, 'unmergeCode', { id: own });
    b.done(planner, 'undoImport', { id: cmd });
    expect([b.state.codes[care]?.removed, b.state.codes[own]?.removed]).toEqual([true, false]);
  });

  it('goes though something leans on a row that was removed from it already', () => {
    const b = opened({ [note(1)]: 'Parole dette' });
    const rows = read('code', 'Nome\nCura\nTempo\n', {}, b).found.rows.map((r) => r.row);
    const { cmd } = b.done(planner, 'importRows', { what: 'code', rows });
    const [care = '', time = ''] = rows.map((r) => r.id);
    const coding = b.add('codeWords', { ref: note(1), start: 0, end: 6, codes: [care] });
    b.done(planner, 'removeThing', { what: 'coding', id: coding });
    b.done(planner, 'removeThing', { what: 'code', id: care });
    // As a path may have it from before a coding was restored only with its codes.
    Object.assign(b.state.codings[coding] ?? {}, { removed: false });
    const before = structuredClone(b.state.codes[care]);
    b.done(planner, 'undoImport', { id: cmd });
    expect(b.state.codes[care]).toEqual(before);
    // Of the other row its history says so.
    expect(b.state.codes[time]).toMatchObject({
      removed: true,
      history: [{ field: 'removed', before: false }],
    });
  });

  it('is written whole or not at all', () => {
    const b = opened();
    const { rows } = projects(many(3), {}, b);
    const twin = { ...rows[2], code: rows[0]?.code };
    expect(b.refusal(planner, 'importRows', { what: 'project', rows: [...rows.slice(0, 2), twin] })).toBe(
      'duplicate_code',
    );
    expect([b.state.projects, b.state.resources]).toEqual([{}, {}]);
  });
});

describe('a long sheet', () => {
  const asked = (lines: number, spoil = (row: object): object => row) => {
    const text = `Codice;Progetto;Importo\n${Array.from({ length: lines }, (_, i) => `P${i};Progetto ${i};${i}`).join('\n')}`;
    return JSON.parse(JSON.stringify(projects(text).rows.map(spoil))) as object[];
  };
  const steps = (rows: object[]) => {
    const checking = checkedInSlices('project', rows);
    let waits = 0;
    let step = checking.next();
    for (; !step.done; step = checking.next()) waits += 1;
    return { ask: step.value, waits };
  };

  it('is held against its shape in slices, and comes in as if it had been at one go', () => {
    const rows = asked(SLICE * 3 + 1);
    const [sliced, whole] = [opened(), opened()];
    const { ask, waits } = steps(rows);
    expect(waits).toBe(4);
    sliced.done(planner, 'importRows', ask);
    whole.done(planner, 'importRows', { what: 'project', rows });
    expect(Object.values(sliced.state.projects)).toEqual(Object.values(whole.state.projects));
    expect(Object.keys(sliced.state.projects)).toHaveLength(SLICE * 3 + 1);
  });

  it('with one row of another shape is refused as it would be whole, and nothing of it comes in', () => {
    const rows = asked(SLICE * 3, (row) =>
      'code' in row && row.code === 'P120' ? { ...row, more: 1 } : row,
    );
    const b = opened();
    const before = JSON.stringify(b.state);
    expect(b.refusal(planner, 'importRows', steps(rows).ask)).toBe('malformed');
    expect(b.refusal(planner, 'importRows', { what: 'project', rows })).toBe('malformed');
    expect(JSON.stringify(b.state)).toBe(before);
  });

  it('that only says it was held against its shape is held against it', () => {
    const b = opened();
    const data = { what: 'project', rows: [{ id: 'row-without-words' }] };
    expect(b.refusal(planner, 'importRows', { data })).toBe('malformed');
    expect(b.refusal(planner, 'importRows', { ...new CheckedAsk(data) })).toBe('malformed');
  });
});

describe('a fact of thousands of things', () => {
  const sheet = [
    'Codice;Progetto;Totale;Ore',
    ...Array.from({ length: 250 }, (_, i) => `Z${i};P ${i};${i};2`),
  ];

  it('is understood a hundred rows at a time, to the same end', () => {
    const b = opened();
    const rows = tableOf(sheet.join('\n'))?.rows ?? [];
    const guess = guessMapping('project', rows);
    let n = 0;
    const work = understandInSlices('project', b.state, rows, guess, () => `riga-${n++}`);
    expect([work.next().value, work.next().value]).toEqual([100, 200]);
    const end = work.next();
    n = 0;
    expect(end).toEqual({
      done: true,
      value: understand('project', b.state, rows, guess, () => `riga-${n++}`),
    });
  });

  it('is applied to a copy as it is to the state, which is left as it was', () => {
    const b = opened();
    const { rows } = projects(sheet.join('\n'), {}, b);
    b.add('addOrganization', { name: 'Avis' });
    const batch = id('foglio');
    const asks: [string, string, unknown][] = [
      [batch, 'importRows', { what: 'project', rows }],
      [id('altro'), 'undoImport', { id: batch }],
    ];
    for (const [cmd, type, ask] of asks) {
      const before = structuredClone(b.state);
      const fact = programming.decide(b.state, { id: cmd, type, ask }, planner, 1000);
      if (isRefusal(fact)) throw new Error(fact.refused);
      expect(programming.isLarge(fact.type)).toBe(true);
      const next = programming.detached(b.state, fact);
      expect(b.state).toEqual(before);
      const { codings, organizations, papers } = next;
      expect([codings, organizations, papers]).toEqual([before.codings, before.organizations, before.papers]);
      expect(codings).toBe(b.state.codings);
      expect(organizations).toBe(b.state.organizations);
      programming.apply(b.state, fact);
      expect(next).toEqual(b.state);
    }
    expect(Object.values(b.state.projects).every((p) => p.removed)).toBe(true);
  });
});
