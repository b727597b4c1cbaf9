import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { counts, codedSources } from '@/domain/programming/analysis';
import { standingOnes } from '@/domain/programming/deed';
import { agreement } from '@/domain/programming/reader-agreement';
import { goalGaps } from '@/domain/programming/goals';
import { fundingPlan, resourceMap } from '@/domain/programming/resource-map';
import { saidAlong } from '@/domain/programming/source-text';
import type { Path } from '@/domain/programming/state';
import { bringDemo } from '../../db/demo/bring';
import { PATH } from '../../db/demo/path';
import { type TestHouse, testHouse } from '../server/house';
import { verifyAll } from '@/server/upkeep/verify';
import { gatheringsOf } from '@/server/streams/path-gatherings';

// A whole demonstration is created and written out: a busy machine takes its time over it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let house: TestHouse;
let path: Path;
const row = () => {
  const found = house.streams.index.find(PATH.code);
  if (!found) throw new Error('no demonstration path');
  return found;
};
beforeAll(async () => {
  house = await testHouse();
  await bringDemo(house.streams);
  path = house.streams.path(row()).whole() as Path;
});
afterAll(async () => {
  await house.streams.commits.settle();
  await house.close();
  house.remove();
});

const alive = <T extends { removed: boolean }>(things: Record<string, T>): T[] =>
  Object.values(things).filter((t) => !t.removed);

describe('the demonstration path (domain 5.1), brought through the room', () => {
  it('five phases, two without a date; seven sittings with 41 ideas, 18 notes in February, one formation dated (S23–S36)', () => {
    expect(alive(path.phases).map((p) => p.from)).toEqual([
      '2014-01-13',
      '2014-02-08',
      null,
      '2014-05-17',
      null,
    ]);
    const said = (meeting: string) => alive(path.papers).filter((p) => p.meeting === meeting).length;
    const january = alive(path.meetings).filter((m) => m.phase === 'fase-gennaio');
    expect(january.map((m) => said(m.id))).toEqual([9, 7, 8, 8, 3, 3, 3]);
    expect(said('incontro-febbraio')).toBe(18);
    const formation = alive(path.meetings).filter((m) => m.kind === 'formazione');
    expect(formation.map((m) => m.dateStatus)).toEqual(['svolto', 'da_definire', 'da_definire']);
    expect(alive(path.meetings).find((m) => m.kind === 'ost')?.gathering).toBe('demo-ost-carpi');
  });

  it('five work tables, old to new, with who was invited and the topics they come from (S13, S43, S44)', () => {
    const open = alive(path.tables).filter((t) => t.closed === null);
    const before = (t: (typeof open)[number]) =>
      t.predecessors.length > 0
        ? t.predecessors.map((p) => path.tables[p]?.name)
        : t.names.map((n) => n.words);
    expect(open.map((t) => [before(t).join(' + '), t.name])).toEqual([
      ['Tavolo nuove povertà', 'Tavolo impoverimenti e ripartenze'],
      ['Tavolo anziani', 'Tavolo cura e vicinato'],
      ['Tavolo giovani + Tavolo immigrazione', 'Tavolo giovani e nuove cittadinanze'],
      ['', 'Tavolo servizi verso i cittadini'],
      ['', 'Cabina del Patto'],
    ]);
    const fresh = (id: string) => alive(path.members).filter((m) => m.table === id && m.isNew).length;
    expect(open.map((t) => fresh(t.id))).toEqual([4, 3, 2, 3, 2]);
    const sources = (id: string) => alive(path.evidence).filter((e) => e.what === 'table' && e.target === id);
    expect(open.map((t) => sources(t.id).length)).toEqual([4, 2, 1, 2, 4]);
  });

  it('ten projects: € 981.400 = 139.400 floating + 842.000 untouchable; freeable 122.100 + 17.300 (S21)', () => {
    const map = resourceMap(path);
    expect(alive(path.projects)).toHaveLength(10);
    expect(map.total.cents).toBe(98_140_000);
    expect(map.columns.fluttuante.cents).toBe(13_940_000);
    expect(map.columns.intoccabile.cents).toBe(84_200_000);
    expect(map.columns.non_classificata.cents).toBe(0);
    expect(map.freeable).toMatchObject({
      cents: 13_940_000,
      revisitable: { cents: 12_210_000 },
      lowUtility: { cents: 1_730_000 },
    });
  });

  it('five goals with everything a goal must say, each with the words it comes from (S48)', () => {
    const goals = alive(path.goals);
    expect(goals.map((g) => g.code)).toEqual(['O1', 'O2', 'O3', 'O4', 'O5']);
    expect(goals.map((g) => g.objective)).toEqual([1, 2, 3, 4, 2]);
    expect(goals.flatMap(goalGaps)).toEqual([]);
    for (const g of goals)
      expect(alive(path.evidence).some((e) => e.what === 'goal' && e.target === g.id)).toBe(true);
    expect(alive(path.sheets).map((s) => s.kind)).toEqual([
      ...Array(5).fill('scheda_intervento'),
      'programma_attuativo',
      'patto',
    ]);
  });

  it('intervention sheets name who is involved, not why they were invited, and have their money (S48)', () => {
    const sheets = alive(path.sheets).filter((s) => s.kind === 'scheda_intervento');
    const under = (heading: string) =>
      sheets.map((s) => s.parts.find((p) => p.heading === heading)?.text ?? '');
    const reasons = alive(path.invitations).map((i) => i.reason);
    const actors = under('Istituzioni e attori sociali coinvolti');
    expect(actors.filter((text) => text === '')).toEqual([]);
    expect(actors.filter((text) => reasons.some((reason) => text.includes(reason)))).toEqual([]);
    const funded = sheets.map((s) =>
      fundingPlan(
        path,
        s.goals.flatMap((g) => path.goals[g]?.projects ?? []),
      ),
    );
    // The fifth rests on no project: it has no plan yet.
    expect(funded.map((plan) => plan.length > 0)).toEqual([true, true, true, true, false]);
  });

  it('every quotation is in the log where it was said, word for word; one proposal is without (S08)', () => {
    const said = new Map(saidAlong(path, gatheringsOf(house.streams, row())).map((s) => [s.ref, s.text]));
    const words = [...alive(path.evidence), ...alive(path.codings)].filter((e) => said.has(e.ref));
    expect(words.length).toBeGreaterThan(180);
    expect(words.filter((e) => !said.get(e.ref)?.includes(e.quote))).toEqual([]);
    const grounded = new Set(alive(path.evidence).map((e) => e.target));
    expect(
      alive(path.proposals)
        .filter((p) => !grounded.has(p.id))
        .map((p) => p.id),
    ).toEqual(['proposta-sito-unico']);
    expect(alive(path.needs).filter((n) => !grounded.has(n.id))).toEqual([]);
  });

  it('outcomes of every kind with their reason, and requests with an answer but one (S17)', () => {
    const outcomes = alive(path.proposals).map((p) => p.outcome);
    expect(new Set(outcomes).size).toBe(5);
    expect(alive(path.proposals).every((p) => p.outcome === 'da_esaminare' || p.outcomeReason !== '')).toBe(
      true,
    );
    const requests = Object.values(path.requests);
    expect([requests.length, requests.filter((r) => r.answer === null).length]).toEqual([8, 1]);
  });

  it('reading done enough to be counted: seventeen codes, two readers who mostly agree (S46, S47)', () => {
    const coded = codedSources(path, saidAlong(path, gatheringsOf(house.streams, row())));
    const { rows } = counts(coded);
    expect(rows).toHaveLength(17);
    expect(rows[0]?.sessions).toBeGreaterThan(4);
    expect(agreement(path)).toMatchObject({ n: 10 });
    expect(agreement(path).overall).toBeGreaterThan(0.6);
    expect(standingOnes(path.codes).find((c) => c.mergedInto)?.label).toBe('Vicinato');
  });

  it('is marked as invented, and verify finds nothing wrong', () => {
    expect(path.demo).toBe(true);
    const verdict = verifyAll(house.streams).find((v) => v.kind === 'path');
    expect(verdict).toMatchObject({ code: 'PATTO', wrong: [] });
  });

  it('asked for twice it is there once: one gathering, one path', async () => {
    const other = await testHouse();
    await bringDemo(other.streams);
    expect(await bringDemo(other.streams)).toBe(false);
    expect(other.streams.all().map((r) => r.code)).toEqual(['DEMO', 'PATTO']);
    await other.close();
    other.remove();
  });
});
