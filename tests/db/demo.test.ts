import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatheringJson, type GatheringExport } from '@/reports/gathering-json';
import { bringDemo } from '../../db/demo/bring';
import { TOPICS } from '../../db/demo/topics';
import { type TestHouse, testHouse } from '../server/house';
import { verifyAll } from '@/server/upkeep/verify';

let house: TestHouse;
let out: GatheringExport;
beforeAll(async () => {
  house = await testHouse();
  expect(await bringDemo(house.streams)).toBe(true);
  expect(await bringDemo(house.streams)).toBe(false);
  const row = house.streams.index.find('DEMO');
  if (!row) throw new Error('no demonstration');
  const { labels } = house.streams.seats.labelled(row.id, 'all');
  out = gatheringJson(house.streams.gathering(row).whole(), { labels, publicly: false, exportedAt: 0 });
});
afterAll(async () => {
  await house.close();
  house.remove();
});

const tally = <T>(rows: readonly T[], key: (row: T) => string | null) =>
  rows.reduce<Record<string, number>>((counts, row) => {
    const k = key(row) ?? '-';
    counts[k] = (counts[k] ?? 0) + 1;
    return counts;
  }, {});

describe('the demonstration (domain 5.1), brought through the room', () => {
  it('62 participants, as they were spread', () => {
    expect(out.seats).toHaveLength(62);
    expect(tally(out.seats, (s) => s.sector)).toEqual({
      operatori_sociali: 15,
      istituzioni: 9,
      terzo_settore_cooperazione: 11,
      volontariato: 13,
      gruppi_innovativi: 12,
      altri_punti_di_vista: 2,
    });
    expect(tally(out.seats, (s) => s.subgroup)).toMatchObject({
      transition_town: 4,
      care_giver: 4,
      giovani_migranti: 4,
    });
    expect(tally(out.seats, (s) => s.municipality)).toEqual({
      Carpi: 34,
      Soliera: 11,
      'Novi di Modena': 9,
      Campogalliano: 8,
    });
    expect(out.seats.filter((s) => s.newVoice)).toHaveLength(19);
    expect(out.seats.filter((s) => s.origin !== 'telefono')).toHaveLength(12);
    expect(out.seats.filter((s) => (s.at ?? '') > '2014-05-17T07:45')).toHaveLength(5);
  });

  it('14 topics (A4/B6/C4), 14 sessions in 15 cells, the free one is turno 3 Olmo', () => {
    expect(out.topics.map((t) => t.number)).toEqual(
      TOPICS.map((_, i) => `T${String(i + 1).padStart(2, '0')}`),
    );
    expect(out.topics.map((t) => t.title)).toEqual(TOPICS.map((t) => t.title));
    expect(tally(out.topics, (t) => t.strands[0] ?? null)).toEqual({ A: 4, B: 6, C: 4 });
    expect(out.sessions).toHaveLength(14);
    const cells = new Set(out.sessions.map((s) => `${s.slot} ${s.space}`));
    expect(cells.size).toBe(14);
    expect(cells.has('Turno 3 Olmo')).toBe(false);
  });

  it('234 interests and 184 notes, topic by topic; who came to each circle', () => {
    expect(out.interests).toHaveLength(234);
    expect(out.notes).toHaveLength(184);
    for (const t of TOPICS) {
      const number = `T${String(t.n).padStart(2, '0')}`;
      expect(
        out.interests.filter((i) => i.topic === number),
        number,
      ).toHaveLength(t.interests);
      expect(
        out.notes.filter((n) => n.topic === number),
        number,
      ).toHaveLength(t.notes);
      expect(
        out.sessions.filter((s) => s.topic === number).map((s) => s.attended),
        number,
      ).toEqual(t.present);
    }
    const inSlot = (slot: string) =>
      out.sessions.filter((s) => s.slot === slot).reduce((n, s) => n + Number(s.attended), 0);
    expect(['Turno 1', 'Turno 2', 'Turno 3'].map(inSlot)).toEqual([54, 53, 40]);
  });

  it('three anonymous notes and one withheld on T06; T09 moved; [E30] it says it is invented', () => {
    const t06 = out.notes.filter((n) => n.topic === 'T06');
    expect(t06.filter((n) => n.anonymous && n.author === null)).toHaveLength(3);
    expect(t06.filter((n) => n.hidden && n.text === null)).toHaveLength(1);
    expect(JSON.stringify(out)).not.toContain('Pina');
    expect(out.sessions.find((s) => s.topic === 'T09')?.movedFrom).toMatchObject([
      { slot: 'Turno 2', space: 'Olmo' },
    ]);
    expect(out.notice).toBe('DATI DIMOSTRATIVI — evento inventato');
  });

  it('[E25] in public nobody is counted by sector, nor labelled but by what she signed', () => {
    const row = house.streams.index.find('DEMO');
    if (!row) throw new Error('no demonstration');
    const { labels } = house.streams.seats.labelled(row.id, 'all');
    const shown = gatheringJson(house.streams.gathering(row).whole(), {
      labels,
      publicly: true,
      exportedAt: 0,
    });
    expect(shown.gathering.bySector).toEqual({});
    const { number: _, label: __, ...rest } = shown.seats[0] as (typeof shown.seats)[number];
    expect(shown.seats.map(({ number: _, ...s }) => s)).toEqual(
      shown.seats.map(() => ({ label: null, ...rest })),
    );
    expect(Object.values(rest).every((x) => x === null)).toBe(true);
  });

  it('T04 merged into T05; 256 dots, 236 on phones and 20 on paper, topic by topic; six clusters', () => {
    expect(out.topics.find((t) => t.number === 'T04')).toMatchObject({
      standing: 'merged',
      mergedInto: 'T05',
    });
    const total = Object.fromEntries(out.votes.map((v) => [v.topic, v.phone + v.paper]));
    expect(total).toEqual({
      T01: 11,
      T02: 14,
      T03: 5,
      T05: 46,
      T06: 34,
      T07: 27,
      T08: 8,
      T09: 9,
      T10: 1,
      T11: 24,
      T12: 17,
      T13: 38,
      T14: 22,
    });
    const sum = (ns: number[]) => ns.reduce((a, b) => a + b, 0);
    expect([sum(out.votes.map((v) => v.phone)), sum(out.votes.map((v) => v.paper))]).toEqual([236, 20]);
    expect(out.voting).toMatchObject({ state: 'closed', quota: 5, voters: 48, paperVoters: 4 });
    expect(out.paperVotes).toMatchObject([{ voters: 4 }]);
    const clusters = out.clusters.map((c) => [
      c.topics.join('+'),
      sum(c.topics.map((t) => total[t ?? ''] ?? 0)),
    ]);
    expect(clusters).toEqual([
      ['T05+T11', 70],
      ['T06+T09', 43],
      ['T13+T03', 43],
      ['T12+T14', 39],
      ['T07', 27],
      ['T01+T02', 25],
    ]);
  });

  it('thirteen reports, T10 alone, T08 completed after; five action groups', () => {
    expect(out.reports).toHaveLength(13);
    expect(out.reports.find((r) => r.topic === 'T08')?.status).toBe('completato_dopo');
    expect(out.reports.find((r) => r.topic === 'T10')).toMatchObject({ outcome: 'only_convener' });
    expect(out.reports.filter((r) => r.status === 'pubblicato')).toHaveLength(12);
    expect(out.actionGroups.map((a) => a.title)).toHaveLength(5);
    expect(out.actionGroups[0]).toMatchObject({ number: 'G1', due: '2014-06-30' });
    expect(out.actionGroups[0]?.joined).toHaveLength(4);
    expect(out.clusters.filter((c) => c.initiator === null)).toHaveLength(1);
  });

  it('verify finds nothing wrong', () => {
    const [verdict] = verifyAll(house.streams);
    expect(verdict).toMatchObject({
      code: 'DEMO',
      wrong: [],
      totals: { seats: 62, topics: 14, sessions: 14, interests: 234, notes: 184, reports: 13, votes: 256 },
    });
  });
});
