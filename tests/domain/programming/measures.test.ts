/** A goal's measured values: kept by date, drawn on one scale, gone with their goal and back with it. */
import { describe, expect, it } from 'vitest';
import { CHART, measureChart } from '@/domain/programming/measure-chart';
import { measuresOf } from '@/domain/programming/measures';
import { opened, planner } from './opened';

function measured() {
  const b = opened();
  const goal = b.add('addGoal', { code: 'O1', statement: 'Otto uscite' });
  const value = (kind: string, date: string, n: number) =>
    b.add('addMeasure', { goal, kind, date, value: n });
  return { b, goal, value };
}

describe('[S48] measured values of a goal', () => {
  it('stand by date, whatever the order they were written in; of one day the baseline is first', () => {
    const { b, goal, value } = measured();
    value('arrivo', '2015-12-31', 8);
    value('misura', '2015-03-01', 2.5);
    value('misura', '2014-09-15', 1);
    value('partenza', '2014-09-15', 0);
    expect(measuresOf(b.state, goal).map((m) => [m.kind, m.value])).toEqual([
      ['partenza', 0],
      ['misura', 1],
      ['misura', 2.5],
      ['arrivo', 8],
    ]);
  });

  it('are of a goal that there is, on a day, and no number that nobody could read', () => {
    const { b, goal } = measured();
    const ask = { id: 'misura-0001', goal, kind: 'misura', date: '2015-03-01', value: 1 };
    expect(b.refusal(planner, 'addMeasure', { ...ask, goal: 'nessuno-01' })).toBe('unknown_thing');
    expect(b.refusal(planner, 'addMeasure', { ...ask, date: '' })).toBe('bad_date');
    expect(b.refusal(planner, 'addMeasure', { ...ask, value: 1e13 })).toBe('bad_amount');
    b.done(planner, 'addMeasure', ask);
    expect(b.refusal(planner, 'reviseMeasure', { id: ask.id, value: 1 })).toBe('nothing_to_change');
    b.done(planner, 'reviseMeasure', { id: ask.id, value: -3.25 });
    expect(b.state.measures[ask.id]).toMatchObject({
      value: -3.25,
      history: [{ field: 'value', before: 1 }],
    });
  });

  it('are drawn on one scale of days and one of values, with zero in it, and the target off the line', () => {
    const { b, goal, value } = measured();
    value('partenza', '2015-01-01', 10);
    expect(measureChart(measuresOf(b.state, goal))).toBeNull();
    value('misura', '2015-01-11', 30);
    value('arrivo', '2015-01-31', 40);
    const chart = measureChart(measuresOf(b.state, goal));
    const [first, second, last] = chart?.points ?? [];
    if (!chart || !first || !second || !last) throw new Error('no chart');
    // Ten days of thirty, and thirty of forty above zero.
    expect((second.x - first.x) / (last.x - first.x)).toBeCloseTo(1 / 3, 2);
    const zero = last.y + ((first.y - last.y) * 40) / 30;
    expect((zero - second.y) / (zero - last.y)).toBeCloseTo(3 / 4, 2);
    expect(zero).toBeLessThan(CHART.height);
    expect(chart.line).toHaveLength(2);
    expect([chart.from, chart.to]).toEqual(['2015-01-01', '2015-01-31']);
  });

  it('all alike and of one day are still inside the picture', () => {
    const { b, goal, value } = measured();
    value('partenza', '2015-01-01', 0);
    value('misura', '2015-01-01', 0);
    const points = measureChart(measuresOf(b.state, goal))?.points ?? [];
    expect(points.every((p) => p.x > 0 && p.x < CHART.width && p.y > 0 && p.y < CHART.height)).toBe(true);
  });
});
