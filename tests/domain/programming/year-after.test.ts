/** Next year’s path, field by field: all that a path hands on to it. And the past of each work table. */
import { describe, expect, it } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { stillOpen, yearAfter } from '@/domain/programming/next-year';
import { emptyPath } from '@/domain/programming/state';
import { originsOf, whatBecame } from '@/domain/programming/table-origins';
import { bench } from '../given';
import { note, opened, planner } from './opened';

/** A path with one of each thing that is handed on, and of each that is not. */
function year() {
  const b = opened({ [note(1)]: 'Vogliamo sapere quando apre.', [note(2)]: '' });
  const add = (type: string, id: string, words: object) => b.done(planner, type, { id, ...words });
  const remove = (what: string, id: string) => b.done(planner, 'removeThing', { what, id });
  const why = 'perché sì';
  add('addTable', 'table-open', { name: 'Tavolo', object: 'oggetto', lead: 'Comune', areas: ['anziani'] });
  add('addTable', 'table-shut', { name: 'Finito' });
  b.done(planner, 'closeTable', { id: 'table-shut', rationale: why });
  for (const outcome of ['da_esaminare', 'accolta', 'accolta_in_parte', 'rinviata', 'non_accolta']) {
    add('addProposal', `prop-${outcome}`, { title: `Proposta ${outcome}` });
    if (outcome !== 'da_esaminare')
      b.done(planner, 'giveOutcome', { id: `prop-${outcome}`, outcome, reason: why });
  }
  add('addProposal', 'prop-removed', { title: 'Tolta' });
  remove('proposal', 'prop-removed');
  for (const answer of ['si', 'no', 'quando', null]) {
    add('takeRequest', `request-${answer}`, { text: `Richiesta ${answer}` });
    if (answer)
      b.done(planner, 'answerRequest', { id: `request-${answer}`, answer, reason: why, when: 'ottobre' });
  }
  add('takeRequest', 'request-ref', { ref: note(1) });
  add('takeRequest', 'request-blank', { text: 'x' });
  b.state.requests['request-blank']!.text = '';
  const complete = {
    ...{ objective: 1, table: 'table-open', who: 'a', where: 'b', when: 'a giugno', indicator: 'c' },
    ...{ baseline: 'd', target: 'e', done: 'f' },
  };
  for (const status of ['bozza', 'condiviso', 'in_corso', 'raggiunto', 'non_raggiunto'])
    add('addGoal', `goal-${status}`, { code: status, statement: 'Uscite', status, ...complete });
  add('addGoal', 'goal-due', { code: 'O1', statement: 'Otto uscite', due: '2015-10-31', when: 'presto' });
  add('addGoal', 'goal-removed', { code: 'O2', statement: 'Tolto' });
  remove('goal', 'goal-removed');
  add('addOrganization', 'org-0001', { name: 'Emporio', sector: 'volontariato', municipality: 'Carpi' });
  add('addOrganization', 'org-0002', { name: 'Tolta' });
  remove('organization', 'org-0002');
  add('addMember', 'member-1', {
    table: 'table-open',
    organization: 'org-0001',
    role: 'coordina',
    isNew: true,
    why,
  });
  add('addMember', 'member-2', { table: 'table-open', label: 'Tolto' });
  remove('member', 'member-2');
  add('addProject', 'project-1', {
    code: 'P1',
    title: 'Sportello',
    area: 'anziani',
    holder: 'Unione',
    results: 'ok',
    table: 'table-open',
  });
  add('addProject', 'project-2', { code: 'P2', title: 'Opuscolo' });
  b.state.projects['project-2']!.table = 'table-shut';
  add('addProject', 'project-3', { code: 'P3', title: 'Tolto' });
  add('addResource', 'res-0001', { project: 'project-1', cents: 100, source: 'fsl' });
  add('addResource', 'res-0002', { cents: 200 });
  add('addResource', 'res-0003', { project: 'project-3', cents: 300 });
  add('addResource', 'res-0004', { project: 'project-1', cents: 400 });
  b.state.projects['project-3']!.removed = true;
  remove('resource', 'res-0004');
  add('makeCode', 'code-0001', { label: 'Cura', definition: 'Chi cura' });
  add('makeCode', 'code-0002', { label: 'Assistenza' });
  add('makeCode', 'code-0003', { label: 'Tempo', parent: 'code-0002' });
  b.done(planner, 'mergeCode', { id: 'code-0002', into: 'code-0001' });
  add('makeCode', 'code-0004', { label: 'Tolta' });
  add('makeCode', 'code-0005', { label: 'Orfana', parent: 'code-0004' });
  b.state.codes['code-0004']!.removed = true;
  b.done(planner, 'reviseSector', { id: 'care_giver', order: 3 });
  add('addSector', 'sector-gone', { label: 'Tolto' });
  add('addSector', 'sector-left', { label: 'Rimasto', order: 50, parent: 'sector-gone' });
  b.state.sectors['sector-gone']!.removed = true;
  remove('phase', add('addPhase', 'phase-gone', { label: 'Tolta' }) && 'phase-gone');
  return b;
}
const open = (
  what: string,
  id: string,
  text: string,
  state: string,
  when = '',
  ref: string | null = null,
) => ({
  ...{ id, what, ref, text, state, when },
});
const OPEN = [
  open('proposal', 'prop-da_esaminare', 'Proposta da_esaminare', 'da_esaminare'),
  open('proposal', 'prop-rinviata', 'Proposta rinviata', 'rinviata'),
  open('request', 'request-null', 'Richiesta null', ''),
  open('request', 'request-ref', 'Vogliamo sapere quando apre.', '', '', note(1)),
  open('request', 'request-quando', 'Richiesta quando', 'quando', 'ottobre'),
  open('goal', 'goal-bozza', 'bozza Uscite', 'bozza', 'a giugno'),
  open('goal', 'goal-condiviso', 'condiviso Uscite', 'condiviso', 'a giugno'),
  open('goal', 'goal-in_corso', 'in_corso Uscite', 'in_corso', 'a giugno'),
  open('goal', 'goal-non_raggiunto', 'non_raggiunto Uscite', 'non_raggiunto', 'a giugno'),
  open('goal', 'goal-due', 'O1 Otto uscite', 'bozza', '2015-10-31'),
];

describe('next year’s path', () => {
  it('is not there before this one is open', () => {
    expect(yearAfter(emptyPath())).toBeNull();
  });

  it('has what is still open: neither what was settled nor what was removed', () => {
    expect(stillOpen(year().state)).toEqual(OPEN);
  });

  it('inherits the things that stand, each with its words', () => {
    const { state } = year();
    const {
      at: _,
      by: __,
      removed: ___,
      history: ____,
      id: _____,
      year: ______,
      programmingYear: _______,
      ...about
    } = state.about!;
    const next = yearAfter(state);
    expect(next).toEqual({
      ...about,
      ...{ year: 2015, programmingYear: 2016 },
      phases: Object.values(state.phases)
        .filter((p) => p.id !== 'phase-gone')
        .map(({ id, order, label }) => ({
          ...{ id, order, label: label.replace('2015', '2016').replace('2014', '2015') },
          ...{ dateText: '', from: null, to: null, dateStatus: 'da_definire' },
        })),
      sectors: Object.values(state.sectors)
        .filter((s) => s.id !== 'sector-gone')
        .map(({ id, label, order, parent }) => ({
          ...{ id, label, order },
          parent: parent === 'sector-gone' ? null : parent,
        })),
      inherits: {
        ...{ path: 'path-carpi', code: 'PATTO14', title: about.title, open: OPEN, unexamined: 0 },
        organizations: [
          {
            id: 'org-0001',
            name: 'Emporio',
            sector: 'volontariato',
            municipality: 'Carpi',
            alreadyInvolved: true,
            institutionalRole: '',
          },
        ],
        tables: [{ id: 'table-open', name: 'Tavolo', object: 'oggetto', lead: 'Comune', areas: ['anziani'] }],
        members: [
          {
            id: 'member-1',
            table: 'table-open',
            organization: 'org-0001',
            label: '',
            role: 'coordina',
            isNew: false,
            why: 'perché sì',
          },
        ],
        projects: [
          {
            id: 'project-1',
            code: 'P1',
            title: 'Sportello',
            area: 'anziani',
            holder: 'Unione',
            results: 'ok',
            table: 'table-open',
          },
          {
            id: 'project-2',
            code: 'P2',
            title: 'Opuscolo',
            area: null,
            holder: '',
            results: '',
            table: null,
          },
        ],
        resources: [
          { ...BLANK_RESOURCE, id: 'res-0001', project: 'project-1', cents: 100, source: 'fsl' },
          { ...BLANK_RESOURCE, id: 'res-0002', cents: 200 },
        ],
        codes: [
          { ...BLANK_CODE, id: 'code-0001', label: 'Cura', definition: 'Chi cura' },
          { ...BLANK_CODE, id: 'code-0003', label: 'Tempo', parent: 'code-0001' },
          { ...BLANK_CODE, id: 'code-0005', label: 'Orfana' },
        ],
      },
    });
    expect(new Set(next?.sectors.map((s) => s.parent))).toEqual(new Set([null, 'gruppi_innovativi']));
  });

  it('counts the rows nobody examined, and no other text', () => {
    const said = [
      { kind: 'item', withheld: false, ref: 'ost-carpi/item/tema-1.voce-1' },
      { kind: 'item', withheld: true, ref: 'ost-carpi/item/tema-1.voce-2' },
      { kind: 'note', withheld: false, ref: note(1) },
    ] as never;
    expect(yearAfter(year().state, said)?.inherits.unexamined).toBe(1);
  });

  it('begins with them: tables under way, projects not judged, codes in use', () => {
    const { state } = year();
    const next = bench(programming);
    const { at, by } = next.done(planner, 'openPath', {
      ...yearAfter(state),
      path: 'path-2015',
      code: 'PATTO15',
    });
    const thing = { at, by, removed: false, history: [] };
    const inherits = yearAfter(state)?.inherits;
    const all = <T extends { id: string }>(things: readonly T[] = [], more: object = {}) =>
      Object.fromEntries(things.map((t) => [t.id, { ...thing, ...t, ...more }]));
    expect(next.state.organizations).toEqual(all(inherits?.organizations));
    expect(next.state.members).toEqual(all(inherits?.members));
    expect(next.state.resources).toEqual(all(inherits?.resources));
    const unassessed = { assessment: 'non_valutato', assessmentReason: '', assessedAt: null };
    expect(next.state.projects).toEqual(all(inherits?.projects, unassessed));
    expect(next.state.codes).toEqual(all(inherits?.codes, { mergedInto: null, splitFrom: null }));
    expect(next.state.tables).toEqual(
      all(inherits?.tables, {
        ...{ names: [], objects: [], existing: true, rationale: '', status: 'avviato', predecessors: [] },
        ...{ cameBy: null, closed: null },
      }),
    );
    expect(next.state.inherited).toEqual(inherits);
    expect([next.state.id, next.state.code, next.state.demo]).toEqual(['path-2015', 'PATTO15', false]);
  });
});
const BLANK_RESOURCE = {
  ...{ project: null, kind: 'economica', description: '', cents: null, hours: null },
  ...{
    mobility: 'non_classificata',
    constraint: null,
    constraintNote: '',
    source: 'non_detta',
    sourceNote: '',
  },
};
const BLANK_CODE = {
  ...{ definition: '', family: '', parent: null, area: null, status: 'emergente', colour: '', symbol: '' },
  participatory: 'non_detto',
};

describe('a work table', () => {
  function tables() {
    const b = opened();
    const add = (id: string, existing: boolean) =>
      b.done(planner, 'addTable', { id, name: id, object: `oggetto di ${id}`, existing });
    for (const id of ['old-same', 'old-named', 'old-object', 'old-shut', 'old-one', 'old-two', 'old-three'])
      add(id, true);
    add('new-0001', false);
    const rationale = 'perché sì';
    b.done(planner, 'renameTable', { id: 'old-named', name: 'Altro nome', rationale });
    b.done(planner, 'renameTable', { id: 'old-named', name: 'Terzo nome', rationale });
    b.done(planner, 'redefineTable', { id: 'old-object', object: 'altro oggetto', rationale });
    b.done(planner, 'renameTable', { id: 'new-0001', name: 'Nuovo nome', rationale });
    b.done(planner, 'closeTable', { id: 'old-shut', rationale });
    b.done(planner, 'mergeTables', {
      id: 'merged-1',
      name: 'Uniti',
      object: '',
      from: ['old-one', 'old-two'],
      rationale,
    });
    const into = ['split-01', 'split-02'].map((id) => ({ id, name: id, object: '' }));
    b.done(planner, 'splitTable', { id: 'old-three', into, rationale });
    return b.state;
  }
  it.each([
    ['old-same', 'invariato', [['old-same', 'old-same', 'oggetto di old-same']]],
    ['old-named', 'rinominato', [['old-named', 'old-named', 'oggetto di old-named']]],
    ['old-object', 'rinominato', [['old-object', 'old-object', 'oggetto di old-object']]],
    ['old-shut', 'chiuso', [['old-shut', 'old-shut', 'oggetto di old-shut']]],
    ['old-one', 'chiuso', [['old-one', 'old-one', 'oggetto di old-one']]],
    ['new-0001', 'nuovo', []],
    [
      'merged-1',
      'fuso',
      [
        ['old-one', 'old-one', 'oggetto di old-one'],
        ['old-two', 'old-two', 'oggetto di old-two'],
      ],
    ],
    ['split-01', 'diviso', [['old-three', 'old-three', 'oggetto di old-three']]],
  ])('%s is %s, and comes from these', (id, became, origins) => {
    const path = tables();
    const table = path.tables[id]!;
    expect(whatBecame(table)).toBe(became);
    expect(originsOf(path, table)).toEqual(
      origins.map(([from, name, object]) => ({ id: from, name, object })),
    );
  });

  it('comes from no table that is not there', () => {
    const path = tables();
    path.tables['split-01']!.predecessors = ['gone-0001'];
    expect(originsOf(path, path.tables['split-01']!)).toEqual([]);
  });
});
