/** A sheet of projects comes in whole or not at all: each reason why it is refused, with all that it carries. */
import { describe, expect, it } from 'vitest';
import { opened, planner } from './opened';

const resource = (id: string, more: object = {}) => ({
  ...{ id, kind: 'economica', description: '', cents: 100, hours: null, mobility: 'fluttuante' },
  ...{ constraint: null, constraintNote: '', source: 'non_detta', sourceNote: '', ...more },
});
const project = (id: string, code: string, more: object = {}) => ({
  ...{ id, code, title: 'Sportello', area: null, holder: '', results: '', table: null },
  ...{ assessment: 'non_valutato', assessmentReason: '', resources: [], ...more },
});
const used = { refused: 'id_already_used' };

describe('a sheet of projects is refused whole', () => {
  const path = () => {
    const b = opened();
    const rows = [project('proj-here', 'P0', { resources: [resource('res-here')] })];
    b.done(planner, 'importRows', { what: 'project', rows });
    return b;
  };
  it.each<[string, object[], object]>([
    ['for a project that is there', [project('proj-here', 'P1')], used],
    [
      'for a resource that is there',
      [project('proj-0001', 'P1', { resources: [resource('res-here')] })],
      used,
    ],
    ['for one id of two projects', [project('proj-0001', 'P1'), project('proj-0001', 'P2')], used],
    [
      'for one id of two resources',
      [project('proj-0001', 'P1', { resources: [resource('res-0001'), resource('res-0001')] })],
      used,
    ],
    ['for one id of both', [project('proj-0001', 'P1', { resources: [resource('proj-0001')] })], used],
    [
      'for a code of the path',
      [project('proj-0001', 'p0')],
      { refused: 'duplicate_code', detail: { code: 'P0' } },
    ],
    [
      'for a code of the sheet',
      [project('proj-0001', 'P1'), project('proj-0002', 'p1')],
      { refused: 'duplicate_code', detail: { code: 'P1' } },
    ],
    [
      'for a table that is not there',
      [project('proj-0001', 'P1', { table: 'table-none' })],
      { refused: 'unknown_thing', detail: { what: 'table', id: 'table-none' } },
    ],
    [
      'for an untouchable resource that nothing binds',
      [project('proj-0001', 'P1', { resources: [resource('res-0001', { mobility: 'intoccabile' })] })],
      { refused: 'missing_reason', detail: { field: 'constraint', code: 'P1' } },
    ],
  ])('%s', (_, rows, refusal) => {
    const b = path();
    expect(b.ask(planner, 'importRows', { what: 'project', rows })).toEqual(refusal);
    expect(b.ask(planner, 'importProjects', { rows })).toEqual(refusal);
    expect(Object.keys(b.state.projects)).toEqual(['proj-here']);
  });
});
