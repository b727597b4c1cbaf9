/** Wrong input is reported line by line, with nothing half-written; things that others depend on cannot be removed. */
import { describe, expect, it } from 'vitest';
import type { ProjectRow } from '@/domain/programming/project-import';
import { id } from '../given';
import { note, opened, planner } from './opened';
import { readProjectSheet } from './sheet-previews';

const HEAD = 'Cod;Progetto;Giudizio;Motivo;Totale;di cui fluttuanti;di cui intoccabili';
const sheet = (...lines: string[]) => [HEAD, ...lines].join('\r\n');
const read = (text: string, b = opened()) => readProjectSheet(b.state, text, () => id('riga'));
const reasons = (text: string) => read(text).bad.map((x) => [x.line, x.reason]);

describe('a sheet of projects', () => {
  it('begins with a byte order mark or not', () => {
    expect(read(`\uFEFF${sheet('P1;Povertà;;;1;1;0')}`).rows[0]?.title).toBe('Povertà');
  });

  it('without its columns, says which are missing', () => {
    expect(read('Nome;Euro\r\nSportello;3').bad).toEqual([
      { line: 1, reason: 'missing_column', value: expect.stringContaining('code') },
    ]);
  });

  it('with codes twice, or a code the path has, keeps the first and tells the others', () => {
    const b = opened();
    b.add('addProject', { code: 'p01', title: 'Sportello' });
    const { rows, bad } = read(sheet('P01;Uno;;;;;', 'P02;Due;;;;;', 'p02;Due ancora;;;;;'), b);
    expect(rows.map((r) => r.code)).toEqual(['P02']);
    expect(bad.map((x) => [x.line, x.reason])).toEqual([
      [2, 'duplicate_code'],
      [4, 'duplicate_code'],
    ]);
  });

  it('with negative, absurd or unreadable sums, or parts greater than the whole, tells each', () => {
    expect(
      reasons(
        sheet(
          'A;a;;;-5;;',
          'B;b;;;999999999999999;;',
          'C;c;;;dodici;;',
          'D;d;;;100;80;30',
          'E;e;;;1.500,75;;',
        ),
      ),
    ).toEqual([
      [2, 'negative_amount'],
      [3, 'bad_amount'],
      [4, 'bad_amount'],
      [5, 'parts_exceed_total'],
    ]);
  });

  it('reads both separators and both decimal styles to the same cents; the unclassified rest is not floating', () => {
    const semicolons = read(sheet('P1;Uno;;;1.500,75;1.000,50;'));
    const commas = read('Cod,Progetto,Totale,di cui fluttuanti\nP1,Uno,"1,500.75",1000.50');
    for (const { rows } of [semicolons, commas])
      expect(rows[0]?.resources.map((r) => [r.mobility, r.cents])).toEqual([
        ['fluttuante', 100_050],
        ['non_classificata', 50_025],
      ]);
  });

  it('of fifty thousand rows is told so at once, and nothing of it is taken', () => {
    const many = sheet(...Array.from({ length: 50_000 }, (_, i) => `P${i};Progetto ${i};;;1;;`));
    // Of the processor: on a busy machine the clock tells how busy it is.
    const began = process.cpuUsage();
    const { rows, bad } = read(many);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(5000);
    expect([rows.length, bad]).toEqual([0, [{ line: 1, reason: 'too_many_rows', value: '50000' }]]);
  });

  it('is written whole or not at all: one row that cannot be leaves the path as it was', () => {
    const b = opened();
    const { rows } = read(sheet('P1;Uno;;;10;10;', 'P2;Due;;;20;20;'), b);
    const twin: ProjectRow = { ...(rows[1] as ProjectRow), code: 'P1' };
    expect(b.refusal(planner, 'importProjects', { rows: [rows[0], twin] })).toBe('duplicate_code');
    expect([Object.keys(b.state.projects), Object.keys(b.state.resources)]).toEqual([[], []]);
    b.done(planner, 'importProjects', { rows });
    expect(Object.keys(b.state.projects)).toHaveLength(2);
  });

  it('a text that a spreadsheet would run comes in as text, without the apostrophe that guarded it', () => {
    expect(read(sheet("P1;'=SOMMA(A1);;;;;")).rows[0]?.title).toBe('=SOMMA(A1)');
  });
});

describe('what is asked wrong of a path', () => {
  it('an outcome, or an answer, without a reason', () => {
    const b = opened();
    const proposal = b.add('addProposal', { title: 'Aprire la sera' });
    const request = b.add('takeRequest', { text: 'Aprire la sera', from: 'allo sportello' });
    expect(b.refusal(planner, 'giveOutcome', { id: proposal, outcome: 'non_accolta', reason: '  ' })).toBe(
      'outcome_without_reason',
    );
    expect(b.refusal(planner, 'answerRequest', { id: request, answer: 'no' })).toBe('outcome_without_reason');
    expect(b.state.proposals[proposal]?.outcome).toBe('da_esaminare');
  });

  it('a table that would descend from itself, at once or round about', () => {
    const b = opened();
    const [one, two, three] = ['Uno', 'Due', 'Tre'].map((name) => b.add('addTable', { name }));
    const from = (table: string | undefined, predecessors: (string | undefined)[]) =>
      b.refusal(planner, 'setPredecessors', { id: table, predecessors, rationale: 'Da rivedere' });
    expect(from(one, [one])).toBe('circular_predecessor');
    expect([from(two, [one]), from(three, [two])]).toEqual(['accepted', 'accepted']);
    expect(from(one, [three])).toBe('circular_predecessor');
    expect(b.state.tables[one ?? '']?.predecessors).toEqual([]);
  });

  it('evidence to a note that is withheld, or that nobody wrote', () => {
    const b = opened({ [note(1)]: '#La signora del terzo piano' });
    const need = b.add('addNeed', { title: 'Non essere soli' });
    const link = (ref: string) =>
      b.refusal(planner, 'linkEvidence', { id: id('filo'), what: 'need', target: need, ref });
    expect([link(note(1)), link(note(2))]).toEqual(['evidence_withheld', 'unknown_thing']);
    expect(b.state.evidence).toEqual({});
  });

  it('taking away a code in use, a project with resources, a phase with meetings: told by how many', () => {
    const b = opened({ [note(1)]: 'Chi perde il lavoro si vergogna.' });
    const code = b.add('makeCode', { label: 'Vergogna' });
    b.add('codeWords', { ref: note(1), start: 0, end: 8, codes: [code] });
    const project = b.add('addProject', { code: 'P1', title: 'Sportello' });
    b.add('addResource', { project, cents: 100 });
    b.add('addMeeting', { title: 'Ascolto', phase: 'fase-gennaio' });
    const away = (what: string, thing: string) => b.ask(planner, 'removeThing', { what, id: thing });
    expect(away('code', code)).toMatchObject({ refused: 'code_in_use', detail: { times: 1 } });
    expect(away('project', project)).toMatchObject({ refused: 'in_use', detail: { times: 1 } });
    // The document's own meeting of February.
    expect(away('phase', 'fase-febbraio')).toMatchObject({ refused: 'in_use', detail: { times: 1 } });
  });

  it('a sum below nothing, an untouchable resource that nothing binds, hours that no week has', () => {
    const b = opened();
    const ask = (words: object) => b.refusal(planner, 'addResource', { id: id('risorsa'), ...words });
    expect(ask({ cents: -1 })).toBe('bad_amount');
    expect(ask({ cents: 100, mobility: 'intoccabile' })).toBe('missing_reason');
    expect(ask({ hours: 1e9 })).toBe('bad_amount');
    expect(b.state.resources).toEqual({});
  });

  it('a goal called shared before it says what a goal must say', () => {
    const b = opened();
    const goal = b.add('addGoal', { code: 'O1', statement: 'Otto uscite' });
    expect(b.ask(planner, 'reviseGoal', { id: goal, status: 'condiviso' })).toMatchObject({
      refused: 'goal_incomplete',
      detail: { gaps: expect.arrayContaining(['indicator', 'target', 'table', 'baseline']) },
    });
  });
});
