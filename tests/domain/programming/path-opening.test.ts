/** Opening a path, discarding it, the sectors it has from the start, and facts of the first version on it. */
import { describe, expect, it } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { bench } from '../given';
import { lookAmong, opened, planner } from './opened';

describe('a path', () => {
  it('hears nobody who is simulated, and nothing once it is discarded', () => {
    const b = opened();
    const ask = (type: string, words: object, more: object = {}) => b.ask(planner, type, words, more);
    const simulated = { origin: 'simulata' } as const;
    expect(ask('addNeed', { id: 'need-0001', title: 'A' }, simulated)).toEqual({
      refused: 'not_a_rehearsal',
    });
    b.done(planner, 'discardPath', {});
    expect(ask('discardPath', {})).toEqual({ refused: 'path_discarded' });
    expect(ask('addNeed', { id: 'need-0001', title: 'A' })).toEqual({ refused: 'path_discarded' });
    expect(ask('recoverPath', {})).toMatchObject({ type: 'pathRecovered' });
    expect(ask('recoverPath', {})).toEqual({ refused: 'nothing_to_change' });
  });

  it('is opened once, with the year it programmes after its own unless it says another', () => {
    const open = (more: object) => {
      const b = bench(programming, 0, lookAmong({}));
      return b.ask(planner, 'openPath', {
        path: 'path-0001',
        code: 'P',
        title: 'Patto',
        year: 2014,
        ...more,
      });
    };
    const blank = {
      ...{
        path: 'path-0001',
        code: 'P',
        demo: false,
        phases: [],
        sectors: [],
        meetings: [],
        invitations: [],
      },
      ...{
        inherits: null,
        title: 'Patto',
        year: 2014,
        promoter: '',
        body: '',
        method: '',
        intro: '',
        pact: '',
      },
      ...{ municipalities: [], objectives: [], areas: [], headings: [], licence: 'nessuna' },
    };
    expect(open({})).toMatchObject({ data: { ...blank, programmingYear: 2015 } });
    expect(open({ programmingYear: 2017 })).toMatchObject({ data: { ...blank, programmingYear: 2017 } });
    expect(
      opened().ask(planner, 'openPath', { path: 'path-0002', code: 'P', title: 'A', year: 2014 }),
    ).toEqual({
      refused: 'already_open',
    });
  });

  it('without sectors of its own still has those of the join form on paper, also when a line comes back', () => {
    const b = bench(programming, 0, lookAmong({}));
    b.done(planner, 'openPath', { path: 'path-0001', code: 'P', title: 'Patto', year: 2014 });
    b.done(planner, 'importPaper', { lines: [{ id: 'paper-01', text: 'Una riga', sector: 'volontariato' }] });
    const line = { what: 'paper', id: 'paper-01' };
    b.done(planner, 'removeThing', line);
    expect(b.refusal(planner, 'restoreThing', line)).toBe('accepted');
  });
});

describe('a merge of tables as the first version wrote it', () => {
  it('moves nothing, gives no lead, and leaves a member of both at their own table', () => {
    const b = opened();
    for (const id of ['table-one', 'table-two']) {
      b.done(planner, 'addTable', { id, name: id, lead: 'Comune', areas: ['anziani'] });
      b.done(planner, 'addMember', { id: `member-${id}`, table: id, label: 'Chi c’è' });
    }
    const data = {
      id: 'table-both',
      name: 'Insieme',
      object: 'x',
      from: ['table-one', 'table-two'],
      rationale: 'y',
    };
    const fact = {
      seq: b.state.seq + 1,
      at: 5,
      v: 1,
      by: planner.id,
      origin: 'ufficio',
      cmd: 'cmd-old',
    } as const;
    const before = structuredClone(b.state.members);
    programming.apply(b.state, programming.read({ ...fact, type: 'tablesMerged', data }));
    expect(b.state.members).toEqual(before);
    expect(b.state.tables['table-both']).toEqual({
      ...{
        id: 'table-both',
        at: 5,
        by: planner.id,
        removed: false,
        history: [],
        name: 'Insieme',
        object: 'x',
      },
      ...{ names: [], objects: [], existing: false, rationale: 'y', lead: '', areas: [], status: 'proposto' },
      ...{ predecessors: ['table-one', 'table-two'], cameBy: 'merge', closed: null },
    });
    expect(b.state.tables['table-one']?.closed).toEqual({ at: 5, rationale: 'y' });
  });
});
