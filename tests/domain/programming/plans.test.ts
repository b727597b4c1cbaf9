/** Projects, resources, goals and sheets: sums that come out, gaps that are told, and drafts made of the path's own data. */
import { describe, expect, it } from 'vitest';
import { centsFrom } from '@/domain/programming/csv-reader';
import { goalGaps } from '@/domain/programming/goals';
import { draftSheet } from '@/domain/programming/intervention-sheet-draft';
import { sectorsInOrder } from '@/domain/programming/listening-coverage';
import { heldBefore } from '@/domain/programming/merge-split';
import { fundingPlan, projectSums, resourceMap } from '@/domain/programming/resource-map';
import { originsOf, whatBecame } from '@/domain/programming/table-origins';
import { id } from '../given';
import { note, opened, planner } from './opened';

const refused = (b: ReturnType<typeof opened>, type: string, ask: object) => b.refusal(planner, type, ask);

describe('an amount that somebody types', () => {
  it.each([
    ['1.500,75', 150_075],
    ['1,500.75', 150_075],
    ['1500,75', 150_075],
    ['€ 1.500', 150_000],
    ['1500.75', 150_075],
    ['1.500 EUR', 150_000],
    ["1'500", 150_000],
    ['-20', -2000],
    ['0,5', 50],
    ['0,05', 5],
    ['1.234.567,8', 123_456_780],
    ['', 0],
    ['€', 0],
    ['dodici', null],
    ['1.50.75', null],
    ['1.500.75', null],
    ['1500,755', null],
    ['20-', null],
    ['x20', null],
    ['20x', null],
  ])('%s is understood, or is none', (written, cents) => {
    expect(centsFrom(written)).toBe(cents);
  });
});

/** Two projects that were judged, one that was not, and a resource of none. */
function budget() {
  const b = opened();
  const project = (code: string, assessment?: string) => {
    const x = b.add('addProject', { code, title: `Progetto ${code}` });
    if (assessment) b.done(planner, 'assessProject', { id: x, assessment, reason: 'da rivedere' });
    return x;
  };
  const [weak, again, fresh] = [
    project('P1', 'scarsa_utilita'),
    project('P2', 'rivisitabile'),
    project('P3'),
  ];
  const resource = (of: string | null, mobility: string, cents: number | null, more: object = {}) =>
    b.add('addResource', {
      ...{ project: of, mobility, cents },
      ...(mobility === 'intoccabile' && { constraint: 'altro' }),
      ...more,
    });
  resource(weak, 'fluttuante', 100, { source: 'fsl' });
  resource(weak, 'fluttuante', 50, { source: 'frna' });
  resource(weak, 'intoccabile', 1000, { source: 'fsl' });
  resource(again, 'fluttuante', 30, { hours: 2.25 });
  resource(again, 'intoccabile', 7);
  resource(fresh, 'fluttuante', 5);
  const loose = resource(null, 'non_classificata', null, { hours: 1.5 });
  return { b, weak, again, fresh, loose, project, resource };
}

describe('the map of resources', () => {
  it('places each sum in the row of its project’s judgement; what belongs to no project was not judged', () => {
    const { b, weak, again, fresh } = budget();
    const map = resourceMap(b.state);
    const row = (assessment: string) => map.rows.find((r) => r.assessment === assessment)!;
    expect(row('scarsa_utilita').cells.fluttuante).toEqual({ cents: 150, hours: 0, projects: [weak] });
    expect(row('scarsa_utilita').total).toEqual({ cents: 1150, hours: 0 });
    expect(row('rivisitabile').cells.fluttuante).toEqual({ cents: 30, hours: 2.25, projects: [again] });
    expect(row('non_valutato').cells.fluttuante).toEqual({ cents: 5, hours: 0, projects: [fresh] });
    expect(row('non_valutato').cells.non_classificata).toEqual({ cents: 0, hours: 1.5, projects: [] });
    expect(row('confermato').total).toEqual({ cents: 0, hours: 0 });
    expect(map.columns.intoccabile).toEqual({ cents: 1007, hours: 0 });
    expect(map.total).toEqual({ cents: 1192, hours: 3.75 });
  });

  it('frees what floats in projects that can be revisited or are of little use, and shows where it is stuck', () => {
    const { b, weak } = budget();
    const map = resourceMap(b.state);
    expect(map.freeable).toEqual({
      ...{ cents: 180, hours: 2.25 },
      revisitable: { cents: 30, hours: 2.25 },
      lowUtility: { cents: 150, hours: 0 },
    });
    expect(map.stuck.map((p) => p.id)).toEqual([weak]);
  });

  it('counts nothing of a project or of a resource that was removed', () => {
    const { b, weak, loose } = budget();
    b.state.projects[weak]!.removed = true;
    b.done(planner, 'removeThing', { what: 'resource', id: loose });
    expect(resourceMap(b.state).total).toEqual({ cents: 42, hours: 2.25 });
    expect(resourceMap(b.state).stuck).toEqual([]);
    expect(fundingPlan(b.state)).toEqual([{ source: 'non_detta', cents: 42 }]);
  });
});

describe('the financial plan', () => {
  it('adds each source of funds, of all projects or of some, in the order of the list', () => {
    const { b, weak, again } = budget();
    expect(fundingPlan(b.state)).toEqual([
      { source: 'non_detta', cents: 42 },
      { source: 'fsl', cents: 1100 },
      { source: 'frna', cents: 50 },
    ]);
    expect(fundingPlan(b.state, [again])).toEqual([{ source: 'non_detta', cents: 37 }]);
    expect(fundingPlan(b.state, [])).toEqual([]);
    b.add('addResource', { cents: 9, source: 'fsl' });
    expect(fundingPlan(b.state, [weak]).map((f) => f.cents)).toEqual([1100, 50]);
  });

  it('of one project is by mobility; one without resources has sums of nothing', () => {
    const { b, weak, project } = budget();
    const nothing = { cents: 0, hours: 0 };
    expect(projectSums(b.state, weak)).toEqual({
      fluttuante: { cents: 150, hours: 0 },
      intoccabile: { cents: 1000, hours: 0 },
      non_classificata: nothing,
      total: { cents: 1150, hours: 0 },
    });
    const none = { fluttuante: nothing, intoccabile: nothing, non_classificata: nothing, total: nothing };
    expect(projectSums(b.state, project('P4'))).toEqual(none);
  });
});

describe('a goal', () => {
  const whole = {
    ...{ code: 'O1', statement: 'Otto uscite', who: 'il distretto', where: 'Carpi', when: 'entro maggio' },
    ...{ indicator: 'uscite', target: '8', baseline: '0', done: 'no', objective: 1 },
  };
  it('tells each thing it does not say yet; a date stands for when, and a reason for the baseline', () => {
    const b = opened();
    const table = b.add('addTable', { name: 'Poveri' });
    const goal = b.add('addGoal', { ...whole, table });
    const gaps = (patch: object) => goalGaps({ ...b.state.goals[goal]!, ...patch });
    expect(gaps({})).toEqual([]);
    for (const field of ['who', 'where', 'indicator', 'target', 'done', 'when', 'baseline'] as const)
      expect(gaps({ [field]: '' }), field).toEqual([field]);
    for (const field of ['objective', 'table'] as const)
      expect(gaps({ [field]: null }), field).toEqual([field]);
    expect(gaps({ when: '', due: '2015-05-31' })).toEqual([]);
    expect(gaps({ baseline: '', noBaseline: 'nessuno contava' })).toEqual([]);
  });

  it('has a code of its own, and an objective that the path has', () => {
    const b = opened();
    b.add('addGoal', whole);
    const add = (patch: object) => refused(b, 'addGoal', { id: id('goal'), ...whole, ...patch });
    const objectives = b.state.about?.objectives.length ?? 0;
    expect([add({ code: 'O1' }), add({ code: 'O2', objective: objectives + 1 })]).toEqual([
      'label_taken',
      'unknown_thing',
    ]);
    expect(add({ code: 'O3', objective: objectives })).toBe('accepted');
  });
});

describe('a first draft of a sheet', () => {
  it('fills each heading of the office from the path’s own data, and leaves the others empty', () => {
    const b = opened({ [note(1)]: 'Chi perde il lavoro si vergogna.', [note(2)]: 'Non serve a nessuno.' });
    const table = b.add('addTable', { name: 'Poveri', lead: 'Comune di Carpi' });
    const emporio = b.add('addOrganization', { name: 'Emporio' });
    b.add('addMember', { table, organization: emporio });
    b.add('addMember', { table, label: 'Chi passa' });
    b.add('addMember', { table: b.add('addTable', { name: 'Altri' }), label: 'Di un altro tavolo' });
    const need = (words: object) => b.add('addNeed', { title: 'Non essere soli', ...words });
    const needs = [need({ affectedGroups: 'chi vive solo', description: 'La sera è lunga' }), need({})];
    const proposals = [b.add('addProposal', { title: 'Aprire la sera' })];
    const projects = [b.add('addProject', { code: 'P1', title: 'Sportello' })];
    b.add('addResource', { project: projects[0], cents: 100, source: 'fsl' });
    b.add('addResource', { project: projects[0], hours: 2.5, cents: 20, source: 'frna' });
    const words = {
      who: 'Anna',
      where: 'Carpi',
      indicator: 'uscite',
      baseline: '0',
      target: '8',
      objective: 1,
    };
    const links = { table, needs, proposals, projects };
    const goal = b.add('addGoal', { code: 'O1', statement: 'Otto uscite', ...words, ...links });
    b.add('linkEvidence', { what: 'goal', target: goal, ref: note(1) });
    b.add('linkEvidence', { what: 'goal', target: goal, ref: note(2), relation: 'contrasta' });
    const parts = draftSheet(
      b.state,
      b.state.goals[goal]!,
      (cents) => `${cents} c`,
      (s) => `da ${s}`,
    );
    expect(parts.map((p) => p.heading)).toEqual(b.state.about?.headings);
    const text = (heading: string) => parts.find((p) => p.heading.toLowerCase().startsWith(heading))?.text;
    expect(text('denominazione')).toBe('Otto uscite');
    expect(text('area')).toBe(b.state.about?.objectives[0]);
    expect(text('soggetto')).toBe('Comune di Carpi');
    expect(text('referente')).toBe('Anna');
    expect(text('ambito')).toBe('Carpi');
    expect(text('in continuità')).toBe('P1 Sportello');
    expect(text('destinatari')).toBe('chi vive solo');
    expect(text('motivazione')).toBe('La sera è lunga\nNon essere soli\n«Chi perde il lavoro si vergogna.»');
    expect(text('azioni')).toBe('Aprire la sera');
    expect(text('istituzioni')).toBe('Emporio\nChi passa');
    expect(text('risorse umane')).toBe('2,5 h');
    expect(text('risultati')).toBe('uscite\n0\n8');
    expect(text('piano')).toBe('da fsl: 100 c\nda frna: 20 c\n120 c');
    const filled = parts.filter((p) => p.text !== '').length;
    expect(filled).toBe(13);
  });

  it('of a goal that says nothing yet is empty but for its statement', () => {
    const b = opened();
    const goal = b.add('addGoal', { code: 'O1', statement: 'Otto uscite' });
    const parts = draftSheet(b.state, b.state.goals[goal]!, String);
    expect(parts.filter((p) => p.text !== '').map((p) => p.text)).toEqual(['Otto uscite']);
  });
});

describe('a work table', () => {
  const begin = () => {
    const b = opened();
    const add = (name: string, more: object = {}) =>
      b.add('addTable', { name, object: `Di ${name}`, ...more });
    const of = (table: string) => b.state.tables[table]!;
    const became = (table: string) => whatBecame(of(table));
    const origins = (table: string) => originsOf(b.state, of(table)).map((o) => [o.id, o.name, o.object]);
    return { b, add, of, became, origins };
  };

  it('of last year is as it was until its name or object changes, and keeps its first ones', () => {
    const { b, add, became, origins } = begin();
    const [same, named, meant] = ['Poveri', 'Anziani', 'Giovani'].map((n) => add(n, { existing: true }));
    b.done(planner, 'renameTable', { id: named, name: 'Età grande', rationale: 'più giusto' });
    b.done(planner, 'redefineTable', { id: meant, object: 'Di tutti', rationale: 'più largo' });
    expect([same, named, meant].map((t) => became(t!))).toEqual(['invariato', 'rinominato', 'rinominato']);
    expect(origins(named!)).toEqual([[named, 'Anziani', 'Di Anziani']]);
    expect(origins(meant!)).toEqual([[meant, 'Giovani', 'Di Giovani']]);
    expect(origins(same!)).toEqual([[same, 'Poveri', 'Di Poveri']]);
  });

  it('that is new comes from nowhere; one that was merged, split or closed says so', () => {
    const { b, add, became, origins } = begin();
    const fresh = add('Nuovo');
    expect([became(fresh), origins(fresh)]).toEqual(['nuovo', []]);
    const from = [add('Uno', { existing: true }), add('Due', { existing: true })];
    b.done(planner, 'mergeTables', { id: 'table-both', name: 'Insieme', object: '', from, rationale: 'x' });
    expect(became('table-both')).toBe('fuso');
    expect(origins('table-both')).toEqual([
      [from[0], 'Uno', 'Di Uno'],
      [from[1], 'Due', 'Di Due'],
    ]);
    const whole = add('Intero', { existing: true });
    const into = ['table-left', 'table-right'].map((part) => ({ id: part, name: part, object: '' }));
    b.done(planner, 'splitTable', { id: whole, into, rationale: 'x' });
    expect([became('table-left'), origins('table-left')]).toEqual([
      'diviso',
      [[whole, 'Intero', 'Di Intero']],
    ]);
    b.done(planner, 'closeTable', { id: fresh, rationale: 'finito' });
    expect(became(fresh)).toBe('chiuso');
  });

  it('that became another still shows what it held', () => {
    const { b, add } = begin();
    const from = [add('Uno'), add('Due')];
    const [held, free] = [
      b.add('addNeed', { title: 'Suo', table: from[0] }),
      b.add('addNeed', { title: 'Altro' }),
    ];
    const holds = () => heldBefore(b.state, 'table', from[0]!).map((p) => `${p.register}/${p.id}.${p.field}`);
    expect(holds()).toEqual([`need/${held}.table`]);
    b.done(planner, 'mergeTables', { id: 'table-both', name: 'Insieme', object: '', from, rationale: 'x' });
    expect(holds()).toEqual([`need/${held}.table`]);
    expect(JSON.stringify(holds())).not.toContain(free);
    b.done(planner, 'undoReshape', { what: 'table', id: 'table-both' });
    expect(holds()).toEqual([`need/${held}.table`]);
  });

  it('has a name, an object and a past: each changes with its reason, and not to what it is', () => {
    const { b, add, of } = begin();
    const table = add('Poveri');
    const ask = (type: string, words: object) => refused(b, type, { id: table, ...words });
    expect(ask('renameTable', { name: 'Poveri', rationale: 'x' })).toBe('nothing_to_change');
    expect(ask('renameTable', { name: 'Altro', rationale: '' })).toBe('missing_reason');
    expect(ask('redefineTable', { object: 'Di Poveri', rationale: 'x' })).toBe('nothing_to_change');
    expect(ask('redefineTable', { object: 'Altro', rationale: '' })).toBe('missing_reason');
    expect(ask('reviseTable', { lead: '' })).toBe('nothing_to_change');
    expect(ask('reopenTable', { rationale: 'x' })).toBe('nothing_to_change');
    expect(ask('closeTable', { rationale: '' })).toBe('missing_reason');
    expect(refused(b, 'addTable', { id: table, name: 'Due volte' })).toBe('id_already_used');
    b.done(planner, 'renameTable', { id: table, name: 'Altro', rationale: 'più giusto' });
    expect(of(table).names).toEqual([{ words: 'Poveri', rationale: 'più giusto', at: expect.any(Number) }]);
    expect([of(table).status, of(add('Vecchio', { existing: true })).status]).toEqual([
      'proposto',
      'avviato',
    ]);
    b.done(planner, 'closeTable', { id: table, rationale: 'finito' });
    for (const [type, words] of Object.entries({
      renameTable: { name: 'x', rationale: 'x' },
      redefineTable: { object: 'x', rationale: 'x' },
      reviseTable: { lead: 'x' },
      setPredecessors: { predecessors: [], rationale: 'x' },
    }))
      expect(b.ask(planner, type, { id: table, ...words }), type).toEqual({
        refused: 'unknown_thing',
        detail: { what: 'table' },
      });
    expect(ask('closeTable', { rationale: 'x' })).not.toBe('accepted');
    expect(ask('reopenTable', { rationale: '' })).toBe('missing_reason');
  });
});

it('sectors stand in their order, and in the order they came where it is the same', () => {
  const b = opened();
  const add = (label: string, order: number, parent: string | null = null) =>
    b.add('addSector', { label, order, parent });
  const top = add('Scuole', 90);
  const [late, early, twin] = [add('Licei', 5, top), add('Nidi', 1, top), add('Medie', 1, top)];
  expect(sectorsInOrder(b.state, top).map((s) => s.id)).toEqual([early, twin, late]);
  expect(sectorsInOrder(b.state, null).at(-1)?.id).toBe(top);
});
