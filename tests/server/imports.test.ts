/**
 * Sheets imported into a path through the server: any file read in a separate process, rows in as one fact, undone as
 * one; and the load on the server.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesInUse } from '@/domain/programming/codes';
import { standingOnes } from '@/domain/programming/deed';
import { guessMapping } from '@/domain/programming/import-columns';
import { understand } from '@/domain/programming/import-parser';
import { resourceMap } from '@/domain/programming/resource-map';
import type { Imported } from '@/domain/programming/import-fields';
import type { Path } from '@/domain/programming/state';
import { readTable } from '@/server/imports/spreadsheet';
import * as apart from '@/server/imports/spreadsheet-process';
import { standIn } from '../stand-in';
import { demonstration, type Demo } from '../reports/demo';

const { readTableInChild } = apart;
/** Starting a process takes longer than reading a sheet: only the workbooks, which may harm it, are read in one here. */
const inProcess = async (bytes: Uint8Array) => {
  if (bytes[0] === 0x50) return readTableInChild(bytes);
  const read = await readTable(bytes);
  return 'unreadable' in read ? read : { json: Buffer.from(JSON.stringify(read)) };
};
beforeEach(() => standIn(apart, { readTableInChild: inProcess }));

let demo: Demo;
let cookie = '';
const PROJECTS = [
  ['Codice', 'Progetto', 'Importo', 'Ore'],
  ['X1', 'Sportello', 1500.5, 12.25],
  ['X2', 'Opuscolo', 300, 2],
];
beforeAll(async () => {
  demo = await demonstration();
  const token = demo.house.accounts.invite('invite', 'planner', null, 1);
  const entered = await fetch(`${demo.house.url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ token, name: 'chi programma', passphrase: 'una frase lunga' }),
  });
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
}, 60_000);
afterAll(() => demo.close());

type Sheet = {
  ok: boolean;
  unreadable?: string;
  refused?: string;
  rows: { line: number; cells: string[] }[];
};
const sent = async (bytes: BodyInit, who = cookie): Promise<Sheet> => {
  const answer = await fetch(`${demo.house.url}/api/import/sheet/PATTO`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', accept: 'application/json', cookie: who },
    body: bytes,
  });
  return (await answer.json()) as Sheet;
};
const post = async (path: string, body: object, who = cookie) => {
  const answer = await fetch(demo.house.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', cookie: who },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { ok: boolean; refused?: string; id?: string };
};
const path = () => {
  const row = demo.house.streams.index.find('PATTO');
  if (!row) throw new Error('no path');
  return demo.house.streams.path(row);
};
const understood = (rows: Sheet['rows']) =>
  understand('project', path().whole(), rows, guessMapping('project', rows), () => nanoid(14));

describe('a sheet', () => {
  it('is read from CSV, XLSX and ODS to the same amounts and hours', async () => {
    const sheets = [{ name: 'Progetti', rows: PROJECTS }];
    const files: [string, BodyInit][] = [
      ['csv', 'Codice;Progetto;Importo;Ore\nX1;Sportello;1.500,50;12,25\nX2;Opuscolo;300;2\n'],
      ['xlsx', (await writeXlsx({ sheets })).slice().buffer],
      ['ods', (await writeOds({ sheets })).slice().buffer],
    ];
    for (const [form, bytes] of files) {
      const read = await sent(bytes);
      expect(read.ok, form).toBe(true);
      const { rows } = understood(read.rows);
      const sums = rows.map(({ row }) => 'resources' in row && row.resources.map((r) => r.cents ?? r.hours));
      expect([form, sums]).toEqual([
        form,
        [
          [150_050, 12.25],
          [30_000, 2],
        ],
      ]);
    }
  }, 60_000);

  it('that is a picture, or broken, is refused by name; nobody else is let in', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
    expect(await sent(png)).toMatchObject({ ok: false, unreadable: 'binary' });
    expect(await sent(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toMatchObject({ unreadable: 'binary' });
    expect(await sent('Codice;"aperto')).toMatchObject({ unreadable: 'unclosed_quote' });
    // The process that reads a sheet says why it cannot.
    const unclosed = new TextEncoder().encode('Codice;"aperto');
    expect(await readTableInChild(unclosed)).toMatchObject({ unreadable: 'unclosed_quote' });
    expect(await sent('Codice', '')).toMatchObject({ refused: 'not_signed_in' });
  }, 60_000);

  it('that we made ourselves comes back whole: hours, area, table, who pays, every sum', async () => {
    const get = async (file: string) => {
      const answer = await fetch(`${demo.house.url}/api/path/PATTO/export/${file}`, { headers: { cookie } });
      return answer.arrayBuffer();
    };
    const before = path().whole();
    for (const file of ['projects.csv']) {
      const read = await sent(await get(file));
      // As if on another path: nothing has these codes there.
      const empty = { ...before, projects: {}, resources: {} };
      const rows = read.rows;
      const {
        rows: back,
        bad,
        left,
      } = understand('project', empty, rows, guessMapping('project', rows), () => nanoid(14));
      expect([file, bad, left]).toEqual([file, [], []]);
      for (const project of Object.values(before.projects)) {
        const row = back.find((r) => 'code' in r.row && r.row.code === project.code)?.row;
        if (!row || !('resources' in row)) throw new Error(`${project.code} is lost`);
        const { area, table, holder, results, assessment, assessmentReason } = project;
        expect(row).toMatchObject({ area, table, holder, results, assessment, assessmentReason });
        const own = Object.values(before.resources).filter((r) => r.project === project.id);
        const sum = (all: readonly { mobility: string; cents: number | null; hours: number | null }[]) =>
          Object.fromEntries(
            ['fluttuante', 'intoccabile', 'non_classificata'].map((m) => {
              const of = all.filter((r) => r.mobility === m);
              return [
                m,
                [of.reduce((n, r) => n + (r.cents ?? 0), 0), of.reduce((n, r) => n + (r.hours ?? 0), 0)],
              ];
            }),
          );
        expect([project.code, sum(row.resources)]).toEqual([project.code, sum(own)]);
        const paid = (all: readonly { cents: number | null; source: string }[]) =>
          new Set(all.flatMap((r) => (r.cents ? r.source : [])));
        expect(paid(row.resources)).toEqual(paid(own));
      }
    }
  }, 60_000);
});

describe('a table of ours', () => {
  const exported = async (file: string) => {
    const answer = await fetch(`${demo.house.url}/api/path/PATTO/export/${file}`, { headers: { cookie } });
    return (await sent(await answer.arrayBuffer())).rows;
  };
  /** As another path has it, where nothing of this table is there yet. */
  const back = async (what: Imported, file: string, without: Partial<Path>) => {
    const rows = await exported(file);
    const found = understand(what, { ...path().whole(), ...without }, rows, guessMapping(what, rows), () =>
      nanoid(14),
    );
    expect([file, found.bad, found.left]).toEqual([file, [], []]);
    return found.rows.map((r) => r.row as unknown as Record<string, unknown>);
  };

  it('of organisations comes back with sector, municipality, role and who was there before', async () => {
    const had = standingOnes(path().whole().organizations);
    const rows = await back('organization', 'organizations.csv', { organizations: {} });
    expect(had.length).toBeGreaterThan(3);
    expect(rows).toHaveLength(had.length);
    for (const { name, sector, municipality, alreadyInvolved, institutionalRole } of had)
      expect(rows).toContainEqual(
        expect.objectContaining({ name, sector, municipality, alreadyInvolved, institutionalRole }),
      );
  });

  it('of codes comes back with what each means and stands within', async () => {
    const had = codesInUse(path().whole());
    const rows = await back('code', 'themes.csv', { codes: {} });
    const nameOf = (id: unknown) =>
      rows.find((r) => r.id === id)?.label ?? path().whole().codes[String(id)]?.label ?? null;
    for (const { label, definition, family, area, parent } of had) {
      const row = rows.find((r) => r.label === label);
      expect(row).toMatchObject({ definition, family, area });
      expect(nameOf(row?.parent)).toBe(nameOf(parent));
    }
  });

  it('of invitations comes back with whom, why, to what and how it stands', async () => {
    const had = standingOnes(path().whole().invitations);
    const rows = await back('invitation', 'invitations.csv', { invitations: {} });
    expect(had.length).toBeGreaterThan(3);
    for (const { organization, profile, reason, meeting, table, status, newVoice } of had)
      expect(rows).toContainEqual(
        expect.objectContaining({ organization, profile, reason, meeting, table, status, newVoice }),
      );
  });
});

/** Planners' devices hold the same of an import as the stream does. */
function expectSame(): void {
  const [seen, whole] = [path().seen('staff'), path().whole()];
  for (const register of ['projects', 'resources', 'papers', 'imports'] as const)
    expect(seen[register]).toEqual(whole[register]);
}

describe('five thousand rows', () => {
  it('come in as one fact and go out as one, sent twice they come in once', async () => {
    const text = `Codice;Progetto;Totale;Ore\n${Array.from({ length: 5000 }, (_, i) => `Z${i};Progetto numero ${i};${i},50;2`).join('\n')}`;
    const sums = resourceMap(path().whole()).total;
    const { rows } = understood((await sent(text)).rows);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const before = path().seq;
    const body = { id: nanoid(14), what: 'project', rows: rows.map((r) => r.row) };
    expect(await post('/api/import/rows/PATTO', body)).toMatchObject({ ok: true, id: body.id });
    expect(path().seq).toBe(before + 1);
    expect(await post('/api/import/rows/PATTO', body)).toMatchObject({ ok: true });
    expect(path().seq).toBe(before + 1);
    expectSame();
    const planner = { id: 'a-planner', role: 'planner' as const, seat: null };
    const undo = { id: nanoid(14), type: 'undoImport', ask: { id: body.id } };
    expect((await path().submit(undo, planner)).ok).toBe(true);
    delay.disable();
    console.info(`import of 5,000 rows, again, undone: longest turn ${Math.round(delay.max / 1e6)} ms`);
    expectSame();
    expect(resourceMap(path().whole()).total).toEqual(sums);
  }, 60_000);

  it('leave no list that the stream shares with what devices hold', async () => {
    const row = {
      text: 'Manca un bus',
      kind: 'altro',
      sector: null,
      strands: ['A'],
      meeting: null,
      where: '',
    };
    const rows = Array.from({ length: 1200 }, (_, i) => ({ ...row, id: `paper-${i}-000` }));
    const body = { id: nanoid(14), what: 'paper', rows };
    expect(await post('/api/import/rows/PATTO', body)).toMatchObject({ ok: true });
    expectSame();
    const [seen, whole] = [path().seen('staff').papers, path().whole().papers];
    const shared = rows.filter(({ id }) => !seen[id] || seen[id]?.strands === whole[id]?.strands);
    expect(shared).toEqual([]);
  });

  it('are not taken by who may not write', async () => {
    const rows = [{ id: 'organization-x' }];
    expect(
      await post('/api/import/rows/PATTO', { id: nanoid(14), what: 'organization', rows }, ''),
    ).toMatchObject({
      refused: 'not_signed_in',
    });
    expect(
      await post('/api/import/rows/PATTO', { id: nanoid(14), what: 'organization', rows }),
    ).toMatchObject({
      refused: 'malformed',
    });
  });
});
