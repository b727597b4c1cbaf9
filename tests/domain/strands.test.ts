import { describe, expect, it } from 'vitest';
import { foundingStrands } from '@/domain/gathering/formats';
import { alongPath } from '@/domain/programming/path-texts';
import { baseOf } from '@/domain/revision';
import { programming } from '@/domain/programming/catalogue';
import { office } from './given';
import { opened } from './opened';

const holder = office();
const own = [{ id: 'A', name: 'Scuola' }] as const;

describe('strands', () => {
  it('are the founding document’s until a gathering has its own, or none', () => {
    const g = opened();
    expect(g.open.strands.map((s) => s.id)).toEqual(['A', 'B', 'C']);
    g.done(holder, 'nameStrands', { strands: own });
    expect(g.open.strands).toEqual(own);
    g.done(holder, 'nameStrands', { strands: [] });
    expect(g.open.strands).toEqual([]);
  });

  it('[E28] are not replaced by somebody who had others before their eyes', () => {
    const g = opened();
    const base = baseOf({ strands: g.state.strands });
    g.done(holder, 'nameStrands', { strands: own });
    const late = { strands: [{ id: 'A', name: 'Casa' }] };
    expect(g.refusal(holder, 'nameStrands', late, { base })).toBe('stale_version');
    expect(g.open.strands).toEqual(own);
  });

  it('that a topic stands in are not taken away, and one that is gone is left out of what is proposed', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    g.done(anna, 'proposeTopic', { topic: 'topic-0001', title: 'uno', strands: ['B'] });
    expect(g.refusal(holder, 'nameStrands', { strands: own })).toBe('in_use');
    g.done(anna, 'withdrawTopic', { topic: 'topic-0001' });
    g.done(holder, 'nameStrands', { strands: own });
    g.done(anna, 'proposeTopic', { topic: 'topic-0002', title: 'due', strands: ['A', 'C'] });
    expect(g.open.topics['topic-0002']?.strands).toEqual(['A']);
  });

  it('of a gathering’s own are not counted with those of the path', () => {
    const g = opened();
    g.done(holder, 'nameStrands', { strands: [...own, { id: 'B', name: '' }] });
    const anna = g.seat('seat-anna');
    g.done(anna, 'proposeTopic', { topic: 'topic-0001', title: 'uno', strands: ['A', 'B'] });
    expect(foundingStrands(g.state, ['A', 'B', 'C'])).toEqual(['B']);
    const along = alongPath(programming.empty(), [g.state]);
    expect(along.meetings[0]?.topics[0]?.strands).toEqual(['B']);
  });
});
