/** The outcome of a circle in the record, over time. */
import { expect, it } from 'vitest';
import { instantOf } from '@/domain/gathering/clock';
import { liveCircles } from '@/domain/gathering/session-queries';
import { gatheringJson } from '@/reports/gathering-json';
import { office } from '../domain/given';
import { opened, ROOMS } from '../domain/opened';

it('[E04] how a circle turned out is said once it is over: before, whoever is late may still come', () => {
  const g = opened();
  const [anna, bruno, carla] = ['anna', 'bruno', 'carla'].map((name) => g.seat(`seat-${name}`));
  if (!anna || !bruno || !carla) throw new Error('nobody sat down');
  const [alone, , full] = [anna, bruno, carla].map((who, n) =>
    g.place(who, g.topic(who, `tema ${n}`), 'slot-001', ROOMS[n]),
  );
  for (const who of [bruno, carla]) g.done(who, 'moveTo', { to: full });
  g.done(anna, 'moveTo', { to: alone });
  const [begins, ends] = ['10:00', '10:50'].map((hour) => instantOf('2014-05-17', hour, g.state.timezone));
  const came = (at = 0) =>
    gatheringJson(g.state, { labels: {}, publicly: true, exportedAt: at }).sessions.map((s) => s.came);
  expect(came((begins ?? 0) + 60_000)).toEqual([null, null, 'circle']);
  // Only the convener tapped, or nobody: neither means that nobody came.
  expect(came(ends)).toEqual(['unmarked', 'unmarked', 'circle']);
  g.done(office(), 'changePhase', { phase: 'completing' });
  expect(came(0)).toEqual(['unmarked', 'unmarked', 'circle']);
});

it('[E04] the report’s own word wins over taps, and no number is made of those that are missing', () => {
  const g = opened();
  const [anna, bruno, carla] = ['anna', 'bruno', 'carla'].map((name) => g.seat(`seat-${name}`));
  if (!anna || !bruno || !carla) throw new Error('nobody sat down');
  const topics = [anna, bruno, carla].map((who, n) => {
    const topic = g.topic(who, `tema ${n}`);
    g.place(who, topic, 'slot-001', ROOMS[n]);
    return topic;
  });
  const [first = '', second = '', third = ''] = topics;
  g.done(anna, 'writeReport', { topic: first, field: 'summary', text: 'Eravamo in nove', rev: 0 });
  g.done(anna, 'publishReport', { topic: first });
  g.done(bruno, 'setOutcome', { topic: second, outcome: 'nobody' });
  g.done(carla, 'setOutcome', { topic: third, outcome: 'only_convener' });
  g.done(office(), 'changePhase', { phase: 'concluded' });
  const sessions = gatheringJson(g.state, { labels: {}, publicly: false, exportedAt: 0 }).sessions;
  expect(sessions.map((s) => s.came)).toEqual(['circle', 'nobody', 'only_convener']);
  expect(sessions.map((s) => s.attended)).toEqual([null, 0, 1]);
});

it('nothing is under way once the day is over, also where nobody said that it ended', () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  const session = g.place(anna, g.topic(anna));
  g.done(anna, 'startSession', { session });
  expect(liveCircles(g.state)).toHaveLength(1);
  g.done(office(), 'changePhase', { phase: 'concluded' });
  expect(liveCircles(g.state)).toEqual([]);
  const [out] = gatheringJson(g.state, { labels: {}, publicly: true, exportedAt: 0 }).sessions;
  expect(out?.state).toBe('ended');
});
