import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cellsOf } from '@/domain/programming/csv-reader';
import { type Descriptor, descriptor } from '@/reports/package-descriptor';
import { openPart } from '@/reports/open-data';
import { type FieldType, table } from '@/reports/package-table';
import type { PathExport } from '@/reports/path-json';
import { pathPackage } from '@/server/exports/export-data';
import { DETAILS } from '../office-details';
import { type Demo, demonstration } from './demo';

// A whole demonstration is created and written out: a busy machine takes its time over it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let demo: Demo;
let files: Record<string, Uint8Array>;
let pack: Descriptor;
let json: PathExport;
const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
beforeAll(async () => {
  demo = await demonstration();
  const row = demo.house.streams.index.find('PATTO');
  if (!row) throw new Error('no path');
  files = unzipSync(pathPackage(demo.house.streams, row, DETAILS, null).bytes);
  pack = JSON.parse(text('datapackage.json'));
  json = JSON.parse(text('path.json'));
});
afterAll(() => demo.close());

/** The rows of one CSV parsed as the descriptor says; an empty cell is a missing value. */
function rowsOf(name: string): Record<string, string | null>[] {
  const resource = pack.resources.find((r) => r.name === name);
  if (!resource) throw new Error(`no resource ${name}`);
  const lines = cellsOf(text(resource.path), resource.dialect.delimiter) ?? [];
  const head = lines[0]?.cells ?? [];
  expect(head).toEqual(resource.schema.fields.map((f) => f.name));
  return lines
    .slice(1)
    .map(({ cells }) =>
      Object.fromEntries(head.map((key, i) => [key, cells[i] === '' ? null : (cells[i] ?? null)])),
    );
}
const FITS: Record<FieldType, RegExp> = {
  string: /^[\s\S]+$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  // The standard's default form: seconds, no fractions of them.
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
};

describe('the data package', () => {
  it('has columns whose names and types the compiler checks', () => {
    const rows = [{ id: 'a', due: '2015-01-01' }];
    expect(table('goals', 'Obiettivi', 'id! due:date', rows).primaryKey).toEqual(['id']);
    // @ts-expect-error a column that the rows do not have
    table('goals', 'Obiettivi', 'id! dew:date', rows);
    // @ts-expect-error a type that is none
    table('goals', 'Obiettivi', 'id! due:day', rows);
  });

  it('names no licence until the office chooses one; under an open one the office’s judgements stay out', () => {
    expect('licenses' in pack).toBe(false);
    expect(json.projects.some((p) => p.assessmentReason !== '')).toBe(true);
    const open = openPart({ ...json, path: { ...json.path, licence: 'CC-BY-4.0' } });
    expect(descriptor(open, []).licenses?.[0]?.name).toBe('CC-BY-4.0');
    expect(open.projects.every((p) => p.assessment === 'non_valutato' && p.assessmentReason === '')).toBe(
      true,
    );
    expect([open.changes, open.codings.filter((c) => c.memo)]).toEqual([[], []]);
    expect(openPart(json)).toBe(json);
  });

  it('[decision 51] says the licence of each public text, where it is another than the package’s', () => {
    const apart = (chosen: PathExport) =>
      descriptor(chosen, [table('published', 'Pubblico', 'id! licence', chosen.published)]).resources[0];
    expect(rowsOf('published').map((r) => r.licence)).toEqual(json.published.map((p) => p.licence));
    expect(apart(json)).not.toHaveProperty('licenses');
    const [one, ...rest] = json.published;
    const zero: PathExport = { ...json, published: [{ ...one!, licence: 'CC0-1.0' }, ...rest] };
    expect(apart(zero)).toMatchObject({ licenses: [{ name: 'CC0-1.0' }] });
    const wide: PathExport = { ...zero, path: { ...json.path, licence: 'CC-BY-4.0' } };
    expect(descriptor(wide, []).licenses?.map((l) => l.name)).toEqual(['CC-BY-4.0']);
    expect(apart(wide)).toMatchObject({ description: expect.stringContaining('column licence') });
  });

  it('tells what is withheld from what nobody told, in every table where something may be withheld', () => {
    const untold = json.sources.filter((s) => s.sector === null && !s.sectorWithheld).length;
    const withheld = json.sources.filter((s) => s.sectorWithheld).length;
    const told = json.sources.filter((s) => s.sector !== null).length;
    expect(untold + withheld + told).toBe(json.sources.length);
    expect(withheld).toBeGreaterThan(0);
    for (const rows of [json.codings, json.evidence])
      expect(rows.filter((r) => r.quote === null && !r.withheld)).toEqual([]);
    for (const name of ['sources', 'codings', 'evidence', 'outcomes'])
      expect(pack.resources.find((r) => r.name === name)?.schema.fields.map((f) => f.name)).toContain(
        'withheld',
      );
  });

  it('[S50] the descriptor is a tabular data package: every resource is there, in UTF-8, with a schema', () => {
    expect(pack).toMatchObject({ profile: 'tabular-data-package', name: 'cerchi-patto' });
    expect(pack.title).toContain('DATI DIMOSTRATIVI');
    for (const r of pack.resources) {
      expect(r.name).toMatch(/^[a-z0-9._-]+$/);
      expect(files[r.path], r.path).toBeDefined();
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(files[r.path])).not.toThrow();
      expect(r.schema.fields.length).toBeGreaterThan(0);
      // The standard's profile refuses an empty list.
      expect(r.schema.foreignKeys ?? ['none']).not.toEqual([]);
      for (const key of r.schema.primaryKey)
        expect(
          r.schema.fields.map((f) => f.name),
          r.name,
        ).toContain(key);
    }
  });

  it('[S50] every cell is of its field’s type, every key is there and once, every foreign key points to a row', () => {
    const all = new Map(pack.resources.map((r) => [r.name, rowsOf(r.name)]));
    for (const r of pack.resources) {
      const rows = all.get(r.name) ?? [];
      for (const f of r.schema.fields)
        for (const row of rows) {
          const value = row[f.name] ?? null;
          if (value !== null) expect(value, `${r.name}.${f.name}`).toMatch(FITS[f.type]);
        }
      const keys = rows.map((row) => r.schema.primaryKey.map((k) => row[k]));
      expect(
        keys.flat().filter((k) => k === null),
        r.name,
      ).toEqual([]);
      expect(new Set(keys.map((k) => k.join('\u0000'))).size, r.name).toBe(rows.length);
      for (const fk of r.schema.foreignKeys ?? []) {
        const target = all.get(fk.reference.resource || r.name) ?? [];
        const ids = new Set(target.map((row) => row[fk.reference.fields]));
        const lost = rows.filter((row) => row[fk.fields] != null && !ids.has(row[fk.fields] ?? null));
        expect(lost, `${r.name}.${fk.fields}`).toEqual([]);
      }
    }
  });

  it('[S50] loaded back, it has as many of everything as the export has', () => {
    const arrays = {
      phases: json.phases,
      gatherings: json.gatherings,
      sectors: json.sectors,
      invitations: json.invitations,
      sources: json.sources,
      themes: json.themes,
      codings: json.codings,
      needs: json.needs,
      proposals: json.proposals,
      evidence: json.evidence,
      work_tables: [...json.workTables, ...json.closedTables],
      projects: json.projects,
      resources: json.resources,
      goals: json.goals,
      outcomes: json.outcomes,
      coding_themes: json.codings.flatMap((c) => c.codes),
      goal_needs: json.goals.flatMap((g) => g.needs),
    };
    for (const [name, list] of Object.entries(arrays)) expect(rowsOf(name), name).toHaveLength(list.length);
    const euro = rowsOf('resources').reduce((n, r) => n + Number(r.amount ?? 0), 0);
    expect(euro).toBe(981_400);
  });

  it('[S50] the SQLite file holds the same rows, and its keys hold', () => {
    const db = new Database(Buffer.from(files['data.sqlite'] ?? []));
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    for (const r of pack.resources) {
      const { n } = db.prepare(`SELECT count(*) AS n FROM "${r.name}"`).get() as { n: number };
      expect(n, r.name).toBe(rowsOf(r.name).length);
    }
    const words = db
      .prepare(
        'SELECT g.code, s.text FROM goals g JOIN evidence e ON e.goal = g.id JOIN sources s ON s.id = e.source ORDER BY g.code, e.id',
      )
      .all() as { code: string; text: string }[];
    expect(words.filter((w) => w.code === 'O4').map((w) => w.text)).toContain(
      'Otto uscite da ottobre, una per quartiere.',
    );
    db.close();
  });

  it('passed on, it names nobody but those who signed: gatherings go as anyone may see them (E25)', () => {
    const gathering = JSON.parse(text('gatherings/DEMO.json')) as { seats: { label: string | null }[] };
    expect(gathering.seats.every((s) => s.label === null)).toBe(true);
    for (const name of Object.keys(files)) expect(text(name).includes('Pina'), name).toBe(false);
  });

  it('a text that a spreadsheet would run is disarmed in CSV, and as it was said in JSON', async () => {
    const { typedCsv } = await import('@/reports/package-descriptor');
    const csv = typedCsv({
      name: 't',
      title: '',
      primaryKey: ['id'],
      fields: [
        { name: 'id', type: 'string', to: null },
        { name: 'n', type: 'number', to: null },
      ],
      rows: [{ id: '=1+1', n: -2 }],
    });
    expect(csv).toBe("id,n\r\n'=1+1,-2\r\n");
  });

  it('a signed number that is a text stays a number in CSV, and all else that begins like a formula is disarmed', async () => {
    const { cell } = await import('@/reports/csv');
    const numbers = ['-1200', '+1200', '-1.200,50', '-1200,5', '-1200.50', '-1.234.567', '-0'];
    for (const number of numbers) expect(cell(number)).toBe(number);
    for (const text of [
      ...[
        '-',
        '-a',
        '-1+1',
        '-1200-3',
        '--1',
        '-1 200',
        '-1e5',
        '-(1)',
        '-,5',
        '-1.20.3',
        '-1200\t',
        '- 1200',
      ],
      ...['+393331234567', '+39 333', '=1', '=-1', '@1', '＝1', '－1200'],
    ])
      expect(cell(text), text).toBe(`'${text}`);
  });
});
