/** What the record says of a circle, and when. */
import { expect, it } from 'vitest';
import { instantOf } from '@/domain/gathering/clock';
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
  expect(came(ends)).toEqual(['only_convener', 'nobody', 'circle']);
  g.done(office(), 'changePhase', { phase: 'completing' });
  expect(came(0)).toEqual(['only_convener', 'nobody', 'circle']);
});
