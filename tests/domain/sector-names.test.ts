import { describe, expect, it } from 'vitest';
import { namesFrom, namesIn } from '@/app/regia/[code]/_settings/strand-sector-lines';
import { preparedOf } from '@/domain/gathering/rehearsal';
import { foundingCounts } from '@/domain/gathering/sector-names';
import { alongPath } from '@/domain/programming/path-texts';
import { programming } from '@/domain/programming/catalogue';
import { baseOf } from '@/domain/revision';
import { SECTORS, type Sector } from '@/domain/words';
import { office } from './given';
import { opened } from './opened';

const holder = office();
const own: { id: Sector; name: string }[] = [
  { id: 'istituzioni', name: 'Scuole' },
  { id: 'volontariato', name: '' },
];

describe('sectors', () => {
  it('are the founding document’s until a gathering has its own, or none', () => {
    const g = opened();
    expect(g.open.sectors.map((s) => s.id)).toEqual(SECTORS);
    g.done(holder, 'nameSectors', { sectors: own });
    expect(g.open.sectors).toEqual(own);
    g.done(holder, 'nameSectors', { sectors: [] });
    expect(g.open.sectors).toEqual([]);
  });

  it('that a gathering has not are not written down, whatever a form may have sent', () => {
    const g = opened();
    g.done(holder, 'nameSectors', { sectors: own });
    g.seat('seat-anna', 'operatori_sociali');
    g.seat('seat-bruno', 'istituzioni');
    expect([g.state.seats['seat-anna']?.sector, g.state.seats['seat-bruno']?.sector]).toEqual([
      null,
      'istituzioni',
    ]);
    const taken = g.facts
      .filter((f) => f.type === 'seatTaken')
      .map((f) => (f.data as { sector: unknown }).sector);
    expect(taken).toEqual([null, 'istituzioni']);
  });

  it('[E25] are not taken away once anybody has come in, of that sector or not; they may be renamed', () => {
    const g = opened();
    g.seat('seat-anna', 'volontariato');
    expect(g.refusal(holder, 'nameSectors', { sectors: own })).toBe('people_came_in');
    const renamed = SECTORS.map((id) => ({ id, name: id === 'istituzioni' ? 'Scuole' : '' }));
    g.done(holder, 'nameSectors', { sectors: renamed });
    expect(g.open.sectors).toEqual(renamed);
  });

  it('[E28] are not replaced by somebody who had others before their eyes', () => {
    const g = opened();
    const base = baseOf({ sectors: g.state.sectors });
    g.done(holder, 'nameSectors', { sectors: own });
    expect(g.refusal(holder, 'nameSectors', { sectors: [] }, { base })).toBe('stale_version');
  });

  it('and strands go with a gathering that is set up again, or rehearsed', () => {
    const g = opened();
    g.done(holder, 'nameSectors', { sectors: own });
    g.done(holder, 'nameStrands', { strands: [] });
    const again = opened();
    for (const { type, ask } of preparedOf(g.state)) again.done(holder, type, ask as object);
    expect(again.open).toMatchObject({ sectors: own, strands: [] });
    expect(preparedOf(opened().state)).toEqual([]);
  });

  it('of a gathering’s own are not counted with those of the path', () => {
    const g = opened();
    g.done(holder, 'nameSectors', { sectors: own });
    g.seat('seat-anna', 'istituzioni');
    g.seat('seat-bruno', 'volontariato');
    expect(foundingCounts(g.state, { istituzioni: 4, volontariato: 3, non_indicato: 1 })).toEqual({
      non_indicato: 5,
      volontariato: 3,
    });
    const along = alongPath(programming.empty(), [g.state]);
    expect(along.meetings[0]?.sectors).toEqual({ non_indicato: 1, volontariato: 1 });
  });
});

describe('names written as lines', () => {
  const founding = [
    { id: 'A', name: 'Risultati' },
    { id: 'B', name: 'Bisogni' },
    { id: 'C', name: 'Modalità' },
  ];
  const before = founding.map(({ id }) => ({ id, name: '' }));

  it('keep their ids when a line goes, changes place or is renamed', () => {
    expect(namesIn(before, founding)).toBe('Risultati\nBisogni\nModalità');
    expect(namesFrom('Bisogni\nModalità', before, founding)).toEqual(before.slice(1));
    expect(namesFrom('Modalità\nRisultati', before, founding).map((n) => n.id)).toEqual(['C', 'A']);
    expect(namesFrom('Risultati\nScuola\nModalità', before, founding)).toEqual([
      { id: 'A', name: '' },
      { id: 'B', name: 'Scuola' },
      { id: 'C', name: '' },
    ]);
    const own = [{ id: 'B', name: 'Scuola' }];
    expect(namesFrom('Casa\nScuola', own, founding)).toEqual([
      { id: 'A', name: 'Casa' },
      { id: 'B', name: 'Scuola' },
    ]);
    expect(namesFrom('\n a \nb\nc\nd', before, founding)).toHaveLength(3);
  });
});
