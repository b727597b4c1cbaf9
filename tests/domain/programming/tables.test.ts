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
});
