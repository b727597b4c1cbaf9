/** The map of resources, the sums of each project and the financial plan, of one small path. */
import { describe, expect, it } from 'vitest';
import {
  fundingPlan,
  noSums,
  projectSums,
  resourceMap,
  sumsByProject,
} from '@/domain/programming/resource-map';
import { opened, planner } from './opened';

function funded() {
  const b = opened();
  const project = (id: string, assessment: string) => {
    b.done(planner, 'addProject', { id, code: id, title: id });
    if (assessment !== 'non_valutato') b.done(planner, 'assessProject', { id, assessment, reason: 'perché' });
    return id;
  };
  const resource = (id: string, of: string | null, mobility: string, more: object) =>
    b.done(planner, 'addResource', {
      ...{ id, project: of, mobility, constraint: mobility === 'intoccabile' ? 'legge' : null },
      ...more,
    });
  project('prog-kept', 'confermato');
  project('prog-seen', 'rivisitabile');
  project('prog-poor', 'scarsa_utilita');
  project('prog-gone', 'scarsa_utilita');
  project('prog-none', 'non_valutato');
  resource('res-0001', 'prog-kept', 'fluttuante', { cents: 100, source: 'fsl' });
  resource('res-0002', 'prog-kept', 'intoccabile', { cents: 20, hours: 0.25, source: 'ausl' });
  resource('res-0003', 'prog-seen', 'fluttuante', { cents: 300, source: 'fsl' });
  resource('res-0004', 'prog-seen', 'fluttuante', { hours: 1.5 });
  resource('res-0005', 'prog-poor', 'fluttuante', { cents: 1000, hours: 0.25, source: 'comuni_unione' });
  resource('res-0006', 'prog-poor', 'intoccabile', { cents: 5000, source: 'frna' });
  resource('res-0007', 'prog-poor', 'intoccabile', { description: 'una sala' });
  resource('res-0008', 'prog-poor', 'non_classificata', { hours: 2 });
  resource('res-0009', null, 'non_classificata', { cents: 7, source: 'altri_soggetti' });
  resource('res-0010', 'prog-gone', 'intoccabile', { cents: 9999, source: 'compartecipazione' });
  resource('res-0011', 'prog-kept', 'fluttuante', { cents: 8888, source: 'fsl' });
  b.done(planner, 'removeThing', { what: 'resource', id: 'res-0011' });
  // As paths from before projects in use were kept may have it.
  b.state.projects['prog-gone']!.removed = true;
  return b.state;
}
const sum = (cents = 0, hours = 0) => ({ cents, hours });
const cell = (cents: number, hours: number, ...projects: string[]) => ({ cents, hours, projects });

describe('the map of resources', () => {
  it('has each sum in its row and column, and each project once in a cell', () => {
    const path = funded();
    expect(resourceMap(path)).toEqual({
      rows: [
        {
          assessment: 'non_valutato',
          cells: { fluttuante: cell(0, 0), intoccabile: cell(0, 0), non_classificata: cell(7, 0) },
          total: sum(7),
        },
        {
          assessment: 'confermato',
          cells: {
            fluttuante: cell(100, 0, 'prog-kept'),
            intoccabile: cell(20, 0.25, 'prog-kept'),
            non_classificata: cell(0, 0),
          },
          total: sum(120, 0.25),
        },
        {
          assessment: 'rivisitabile',
          cells: {
            fluttuante: cell(300, 1.5, 'prog-seen'),
            intoccabile: cell(0, 0),
            non_classificata: cell(0, 0),
          },
          total: sum(300, 1.5),
        },
        {
          assessment: 'scarsa_utilita',
          cells: {
            fluttuante: cell(1000, 0.25, 'prog-poor'),
            intoccabile: cell(5000, 0, 'prog-poor'),
            non_classificata: cell(0, 2, 'prog-poor'),
          },
          total: sum(6000, 2.25),
        },
      ],
      columns: { fluttuante: sum(1400, 1.75), intoccabile: sum(5020, 0.25), non_classificata: sum(7, 2) },
      total: sum(6427, 4),
      freeable: { ...sum(1300, 1.75), revisitable: sum(300, 1.5), lowUtility: sum(1000, 0.25) },
      stuck: [path.projects['prog-poor']],
    });
  });

  it('without resources has its rows and columns, all empty', () => {
    const { rows, columns, total, freeable, stuck } = resourceMap(opened().state);
    expect(rows.map((r) => [r.assessment, r.total])).toEqual(
      ['non_valutato', 'confermato', 'rivisitabile', 'scarsa_utilita'].map((a) => [a, sum()]),
    );
    expect([columns, total, stuck]).toEqual([
      { fluttuante: sum(), intoccabile: sum(), non_classificata: sum() },
      sum(),
      [],
    ]);
    expect(freeable).toEqual({ ...sum(), revisitable: sum(), lowUtility: sum() });
  });
});

describe('the resources of one project', () => {
  it('are summed by mobility; a project without any has none', () => {
    const path = funded();
    expect(projectSums(path, 'prog-poor')).toEqual({
      ...{ fluttuante: sum(1000, 0.25), intoccabile: sum(5000), non_classificata: sum(0, 2) },
      total: sum(6000, 2.25),
    });
    expect(projectSums(path, 'prog-none')).toEqual(noSums());
    expect(noSums()).toEqual({
      ...{ fluttuante: sum(), intoccabile: sum(), non_classificata: sum() },
      total: sum(),
    });
    expect([...sumsByProject(path).keys()]).toEqual(['prog-kept', 'prog-seen', 'prog-poor', 'prog-gone']);
  });
});

describe('the financial plan', () => {
  it('has the sources in the order of their list, without those of no money or of a removed project', () => {
    expect(fundingPlan(funded())).toEqual([
      { source: 'comuni_unione', cents: 1000 },
      { source: 'fsl', cents: 400 },
      { source: 'frna', cents: 5000 },
      { source: 'ausl', cents: 20 },
      { source: 'altri_soggetti', cents: 7 },
    ]);
  });

  it('may be of some projects only', () => {
    expect(fundingPlan(funded(), ['prog-kept', 'prog-gone'])).toEqual([
      { source: 'fsl', cents: 100 },
      { source: 'ausl', cents: 20 },
    ]);
    expect(fundingPlan(funded(), [])).toEqual([]);
  });
});
