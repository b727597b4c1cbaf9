import { describe, expect, it } from 'vitest';
import { opened, planner } from './opened';

describe('work tables', () => {
  it('[S43][S44] each keeps its own names and objects: renaming one leaves no trace on another', () => {
    const b = opened();
    const poor = b.add('addTable', { name: 'Tavolo nuove povertà', object: 'contributi', existing: true });
    const old = b.add('addTable', { name: 'Tavolo anziani', object: 'assistenza', existing: true });
    const why = 'La parola allontana chi sta scivolando';
    b.done(planner, 'renameTable', { id: poor, name: 'Tavolo impoverimenti e ripartenze', rationale: why });
    b.done(planner, 'redefineTable', { id: poor, object: 'riconoscere presto', rationale: why });
    expect(b.state.tables[poor]).toMatchObject({
      names: [{ words: 'Tavolo nuove povertà', rationale: why }],
      objects: [{ words: 'contributi' }],
    });
    expect(b.state.tables[old]).toMatchObject({ names: [], objects: [] });
  });

  it('are merged each once: one named twice would stand twice among those it comes from', () => {
    const b = opened();
    const [one, two] = ['Poveri', 'Anziani'].map((name) => b.add('addTable', { name }));
    const merge = (...from: unknown[]) =>
      b.ask(planner, 'mergeTables', { id: 'table-both', name: 'Insieme', object: '', from, rationale: 'x' });
    expect(merge(one, two, one)).toEqual({ refused: 'id_already_used' });
    expect(merge(one, one)).toEqual({ refused: 'id_already_used' });
    expect(merge(one, 'table-none')).toEqual({ refused: 'unknown_thing', detail: { what: 'table' } });
    expect(merge(one, two)).toMatchObject({ type: 'tablesMerged' });
    expect(b.state.tables['table-both']?.predecessors).toEqual([one, two]);
  });
});
