/** Places a goal's values on a small chart, in units of a fixed drawing: the screen and the documents draw the same. */
import type { Measure } from './state';

export const CHART = { width: 320, height: 150 } as const;
/** Room for the values above points, and for the dates below. */
const MARGIN = { left: 22, right: 22, top: 22, bottom: 26 };
/** With more points than this their values would cover each other, and only the table says them. */
export const VALUES_MOST = 8;

type Point = { id: string; kind: Measure['kind']; value: number; x: number; y: number };
export type MeasureChart = {
  points: Point[];
  /** The measured values from the baseline on: the line that is drawn. */
  line: { x: number; y: number }[];
  from: string;
  to: string;
};

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** `measures` in order of date; null with fewer than two, which are no chart. */
export function measureChart(
  measures: readonly Pick<Measure, 'id' | 'kind' | 'date' | 'value'>[],
): MeasureChart | null {
  const [first, last] = [measures[0], measures.at(-1)];
  if (!first || !last || measures.length < 2) return null;
  const days = measures.map((m) => dayOf(m.date));
  const values = measures.map((m) => m.value);
  const along = scale(Math.min(...days), Math.max(...days), MARGIN.left, CHART.width - MARGIN.right);
  // Zero is in the picture, so that heights compare.
  const up = scale(Math.min(0, ...values), Math.max(0, ...values), CHART.height - MARGIN.bottom, MARGIN.top);
  const points = measures.map((m) => {
    const { id, kind, value } = m;
    return { id, kind, value, x: along(dayOf(m.date)), y: up(value) };
  });
  const line = points.filter((p) => p.kind !== 'arrivo').map(({ x, y }) => ({ x, y }));
  return { points, line, from: first.date, to: last.date };
}

/** Values all alike are in the middle. */
const scale = (low: number, high: number, from: number, to: number) => (n: number) =>
  Math.round((high === low ? (from + to) / 2 : from + ((n - low) / (high - low)) * (to - from)) * 10) / 10;
