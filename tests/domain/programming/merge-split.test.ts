/** Merging, splitting and closing work tables, needs and others: what moves along, and how it comes back. */
import { describe, expect, it } from 'vitest';
import { publicWords } from '@/domain/programming/public-words';
import { note, planner } from './opened';
import { does, furnished } from './undo-ways';

describe('[S43] merging, splitting and closing', () => {
  it('a merge takes everything along: members, needs, proposals, projects, goals, sheets, evidence, invitations', () => {
    const w = furnished();
    does(w.b, ['mergeTables', { id: 'table-new1', name: 'Insieme', object: '', from: w.t, rationale: 'x' }]);
    const s = w.b.state;
    const tables = [
      s.needs,
      s.proposals,
      s.projects,
      s.goals,
      s.sheets,
      s.invitations,
      s.experiences,
    ].flatMap((r) =>
      Object.values(r as Record<string, { table: string | null; removed: boolean }>).map((x) => x.table),
    );
    // The document's own invitation belongs to no table, and neither does somebody else's need.
    expect(new Set(tables)).toEqual(new Set(['table-new1', null]));
    expect(tables.filter((x) => x === null)).toHaveLength(2);
    // The organisation that sat at two of them sits once, in the first of its roles.
    expect(
      Object.values(s.members)
        .filter((m) => !m.removed)
        .map((m) => [m.table, m.organization, m.role]),
    ).toEqual([
      ['table-new1', w.o[0], 'coordina'],
      ['table-new1', w.o[1], 'invitato'],
    ]);
    expect(
      Object.values(s.evidence)
        .filter((e) => e.what === 'table')
        .map((e) => e.target),
    ).toEqual(['table-new1']);
    expect(s.tables['table-new1']).toMatchObject({ lead: 'Poveri', areas: ['anziani'] });
  });

  it('a merge leaves who sits at another table too, and everybody who is of no organisation', () => {
    const w = furnished();
    const other = w.b.add('addMember', { table: w.t[2], organization: w.o[1], role: 'coordina' });
    const people = [0, 1].map((n) => w.b.add('addMember', { table: w.t[n], label: 'Chi passa' }));
    const from = w.t.slice(0, 2);
    does(w.b, ['mergeTables', { id: 'table-new1', name: 'Insieme', object: '', from, rationale: 'x' }]);
    const sits = (id = '') => [w.b.state.members[id]?.table, w.b.state.members[id]?.removed];
    expect(sits(other)).toEqual([w.t[2], false]);
    for (const one of people) expect(sits(one)).toEqual(['table-new1', false]);
  });

  it('a split sends what is chosen to each part and the rest to the first', () => {
    const w = furnished();
    const takes = [{ register: 'need', id: w.n[0] }];
    const into = [
      { id: 'table-aaa', name: 'Una', object: '' },
      { id: 'table-bbb', name: 'Altra', object: '', takes },
    ];
    does(w.b, ['splitTable', { id: w.t[0], into, rationale: 'x' }]);
    expect(w.b.state.needs[w.n[0] ?? '']?.table).toBe('table-bbb');
    expect(w.b.state.proposals[w.p[0] ?? '']?.table).toBe('table-aaa');
    const foreign = { register: 'need', id: w.n[2] };
    const again = [
      { id: 'table-ccc', name: 'Una', object: '', takes: [foreign] },
      { id: 'table-ddd', name: 'Altra', object: '' },
    ];
    expect(w.b.refusal(planner, 'splitTable', { id: 'table-aaa', into: again, rationale: 'x' })).toBe(
      'unknown_thing',
    );
  });

  it('what came to the new table meanwhile goes to the first of the old ones; what was moved on stays there', () => {
    const w = furnished();
    does(w.b, [
      'mergeTables',
      { id: 'table-new1', name: 'Insieme', object: '', from: w.t.slice(0, 2), rationale: 'x' },
    ]);
    const fresh = w.b.add('addNeed', { title: 'Nato dopo', table: 'table-new1' });
    does(w.b, ['reviseNeed', { id: w.n[0], table: w.t[2] }]);
    does(w.b, ['undoReshape', { what: 'table', id: 'table-new1' }]);
    expect(w.b.state.needs[fresh]?.table).toBe(w.t[0]);
    expect(w.b.state.needs[w.n[0] ?? '']?.table).toBe(w.t[2]);
    expect(w.b.state.needs[w.n[1] ?? '']?.table).toBe(w.t[1]);
  });

  it('a list that somebody lengthened or shortened meanwhile keeps that, and gets back what the merge took', () => {
    const w = furnished();
    const [p0 = '', p1 = ''] = w.p;
    const needs = (p: string) => [...(w.b.state.proposals[p]?.needs ?? [])].sort();
    const [before, other] = [needs(p0), needs(p1)];
    does(w.b, ['mergeThings', { what: 'need', into: w.n[0], from: [w.n[1]], rationale: 'lo stesso' }]);
    const later = w.b.add('addNeed', { title: 'Nato dopo' });
    does(w.b, ['reviseProposal', { id: p0, needs: [...needs(p0), later] }]);
    does(w.b, ['reviseProposal', { id: p1, needs: needs(p1).filter((n) => n !== w.n[2]) }]);
    does(w.b, ['undoReshape', { what: 'need', id: w.n[0] }]);
    expect(needs(p0)).toEqual([...before, later].sort());
    expect(needs(p1)).toEqual(other.filter((n) => n !== w.n[2]));
  });

  it('merges of merges are undone in order, the last one first', () => {
    const w = furnished();
    does(w.b, [
      'mergeTables',
      { id: 'table-new1', name: 'Due', object: '', from: w.t.slice(0, 2), rationale: 'x' },
    ]);
    does(w.b, [
      'mergeTables',
      { id: 'table-new2', name: 'Tre', object: '', from: ['table-new1', w.t[2]], rationale: 'x' },
    ]);
    expect(w.b.refusal(planner, 'undoReshape', { what: 'table', id: 'table-new1' })).toBe('undo_in_order');
    does(w.b, ['undoReshape', { what: 'table', id: 'table-new2' }]);
    does(w.b, ['undoReshape', { what: 'table', id: 'table-new1' }]);
    expect(w.b.refusal(planner, 'undoReshape', { what: 'table', id: 'table-new1' })).toBe(
      'nothing_to_change',
    );
    expect(w.n.map((n) => w.b.state.needs[n]?.table)).toEqual(w.t);
  });

  it('undone, what descends from a table or code that goes descends from its heir; what was removed is left', () => {
    const w = furnished();
    does(w.b, [
      'mergeTables',
      { id: 'table-new1', name: 'Due', object: '', from: w.t.slice(0, 2), rationale: 'x' },
    ]);
    const child = w.b.add('addTable', { name: 'Nata dopo' });
    does(w.b, ['setPredecessors', { id: child, predecessors: [w.t[2], 'table-new1'], rationale: 'x' }]);
    does(w.b, ['undoReshape', { what: 'table', id: 'table-new1' }]);
    expect(w.b.state.tables[child]?.predecessors).toEqual([w.t[2], w.t[0]]);

    const part = 'code-part1';
    does(w.b, ['splitCode', { id: w.c[0], parts: [{ id: part, label: 'Parte', codings: [] }] }]);
    const given = (n: number, codes: unknown[]) =>
      w.b.add('codeWords', { ref: note(n), start: 0, end: 6, codes });
    const [kept, gone, both, foreign] = [
      given(4, [part]),
      given(5, [part]),
      given(6, [w.c[0], part]),
      given(6, [w.c[1]]),
    ];
    does(w.b, ['removeThing', { what: 'coding', id: gone }]);
    const before = structuredClone([w.b.state.codings[gone], w.b.state.codings[foreign]]);
    does(w.b, ['undoReshape', { what: 'code', id: w.c[0] }]);
    expect(w.b.state.codings[kept]?.codes).toEqual([w.c[0]]);
    expect(w.b.state.codings[both]?.codes).toEqual([w.c[0]]);
    expect([w.b.state.codings[gone], w.b.state.codings[foreign]]).toEqual(before);
    expect(w.b.state.codes[part]?.removed).toBe(true);
  });

  it('two needs that are one after all keep every quotation, proposal and goal of both', () => {
    const w = furnished();
    does(w.b, ['mergeThings', { what: 'need', into: w.n[0], from: [w.n[1]], rationale: 'sono lo stesso' }]);
    expect(w.b.state.proposals[w.p[0] ?? '']?.needs).toEqual([w.n[0], w.n[2]]);
    expect(
      Object.values(w.b.state.evidence)
        .filter((e) => e.what === 'need')
        .map((e) => e.target),
    ).toEqual([w.n[0], w.n[0]]);
    expect(publicWords(w.b.state, 'proposal', w.p[0] ?? '')).not.toBeNull();
    expect(
      w.b.refusal(planner, 'mergeThings', { what: 'need', into: w.n[0], from: [w.n[0]], rationale: '' }),
    ).toBe('circular_merge');
  });
});
