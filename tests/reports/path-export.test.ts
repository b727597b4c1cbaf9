import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { gatheringJson } from '@/reports/gathering-json';
import { type PathExport, pathJson } from '@/reports/path-json';
import { type Demo, demonstration } from './demo';

// A whole demonstration is created and written out: a busy machine takes its time over it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let demo: Demo;
let out: PathExport;
beforeAll(async () => {
  demo = await demonstration();
  out = pathJson(demo.path, demo.gatherings, { exportedAt: 0 });
});
afterAll(() => demo.close());

const sum = (rows: readonly { [k: string]: unknown }[], key: string) =>
  rows.reduce((n, row) => n + Number(row[key] ?? 0), 0);

describe('the export of a path', () => {
  it('[S45] carries everything said, each word with its place, and nothing that is withheld', () => {
    expect(out.sources).toHaveLength(302);
    const ofKind = (kind: string) => out.sources.filter((s) => s.kind === kind).length;
    expect(['note', 'paper', 'action'].map(ofKind)).toEqual([184, 59, 5]);
    expect(out.sources.filter((s) => s.withheld).map((s) => s.text)).toEqual([null]);
    expect(JSON.stringify(out)).not.toContain('Pina');
    expect(new Set(out.sources.map((s) => s.id)).size).toBe(out.sources.length);
  });

  it('[S21] ten projects come to € 981.400 = 139.400 + 842.000, row by row and in the map; 122.100 + 17.300 freeable', () => {
    expect(out.projects).toHaveLength(10);
    expect([
      sum(out.projects, 'total'),
      sum(out.projects, 'floating'),
      sum(out.projects, 'untouchable'),
    ]).toEqual([981_400, 139_400, 842_000]);
    expect(sum(out.resources, 'amount')).toBe(981_400);
    const flagged = out.projects.filter((p) => p.assessment !== 'confermato');
    const freeable = (a: string) =>
      sum(
        flagged.filter((p) => p.assessment === a),
        'floating',
      );
    expect([freeable('rivisitabile'), freeable('scarsa_utilita')]).toEqual([122_100, 17_300]);
    expect(out.resourceMap).toMatchObject({
      floating: { euro: 139_400 },
      untouchable: { euro: 842_000 },
      unclassified: { euro: 0 },
      freeable: { euro: 139_400, revisitable: { euro: 122_100 }, lowUtility: { euro: 17_300 } },
    });
  });

  it('[S43][S44] five tables, old name and object to new, and apart from them the two that ended', () => {
    expect(out.workTables.map((t) => [t.oldName, t.newName, t.nameStatus])).toEqual([
      ['Tavolo nuove povertà', 'Tavolo impoverimenti e ripartenze', 'rinominato'],
      ['Tavolo anziani', 'Tavolo cura e vicinato', 'rinominato'],
      ['Tavolo giovani + Tavolo immigrazione', 'Tavolo giovani e nuove cittadinanze', 'fuso'],
      [null, 'Tavolo servizi verso i cittadini', 'nuovo'],
      [null, 'Cabina del Patto', 'nuovo'],
    ]);
    expect(out.workTables.every((t) => t.newObject !== '' && t.newObject !== t.oldObject)).toBe(true);
    expect(out.closedTables.map((t) => t.newName)).toEqual(['Tavolo giovani', 'Tavolo immigrazione']);
  });

  it('[S48] five goals, each tied to an objective, a table, needs and words', () => {
    expect(out.goals.map((g) => g.code)).toEqual(['O1', 'O2', 'O3', 'O4', 'O5']);
    const tables = new Set(out.workTables.map((t) => t.id));
    for (const g of out.goals) {
      expect(tables.has(g.workTable ?? '')).toBe(true);
      expect([g.objective, g.needs.length > 0, g.evidence.length > 0, g.missing]).toEqual([
        expect.any(Number),
        true,
        true,
        [],
      ]);
    }
  });

  it('[S08] from any need, proposal, project, goal or table back to the words said, word for word', () => {
    const said = new Map(out.sources.map((s) => [s.id, s.text]));
    const notes = out.evidence.filter((e) => e.sourceKind === 'note' || e.sourceKind === 'item');
    expect(notes.length).toBeGreaterThan(60);
    for (const e of notes) expect(said.get(e.source)).toContain(e.quote);
    for (const e of notes) expect(e.place).toMatch(/^DEMO T\d\d-[NR]\d\d$/);
    const things = new Set(
      [out.needs, out.proposals, out.projects, out.goals, out.workTables].flatMap((l) => l.map((x) => x.id)),
    );
    expect(out.evidence.filter((e) => !things.has(e.targetId))).toEqual([]);
  });

  it('a colleague’s hint about a project stays in the house', () => {
    expect(Object.keys(demo.path.hints)).toHaveLength(1);
    expect(JSON.stringify(out)).not.toContain('non ricorda di che cosa si parlò');
  });

  it('dates are ISO, unknown ones null beside their words; an invented path says so', () => {
    const march = out.phases.find((p) => p.id === 'fase-marzo-aprile');
    expect(march).toMatchObject({ from: null, to: null, dateText: 'marzo – aprile 2014' });
    expect(out.outcomes.every((o) => o.at === null || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(o.at))).toBe(true);
    expect(out.notice).toBe('DATI DIMOSTRATIVI — evento inventato');
  });
});

describe('docs/export.md', () => {
  const page = readFileSync('docs/export.md', 'utf8');
  const section = (title: string) => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
  /** Every key of every row, as `array.key`. */
  const keysOf = (data: object): string[] =>
    Object.entries(data).flatMap(([key, value]) => {
      const rows = Array.isArray(value) ? value : typeof value === 'object' && value ? [value] : [];
      const keys = new Set(rows.flatMap((row) => (typeof row === 'object' && row ? Object.keys(row) : [])));
      return [key, ...[...keys].map((k) => `${key}.${k}`)];
    });
  const missing = (title: string, data: object) => {
    const text = section(title);
    return keysOf(data).filter((key) => {
      const [array = '', field] = key.split('.');
      const row = text.split('\n').find((line) => line.startsWith(`| \`${array}\``)) ?? '';
      return field === undefined ? !text.includes(`\`${array}\``) : !row.includes(`\`${field}\``);
    });
  };

  it('names every array and every field of a path’s export', () => {
    expect(missing('A path', out)).toEqual([]);
  });

  it('names every array and every field of a gathering’s export', () => {
    const [g] = demo.gatherings;
    if (!g) throw new Error('no gathering');
    const data = gatheringJson(g, { labels: {}, publicly: false, exportedAt: 0 });
    expect(missing('A gathering', data)).toEqual([]);
  });
});
