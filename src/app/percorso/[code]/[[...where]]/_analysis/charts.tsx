'use client';
/** The pictures of the analysis, drawn by recharts; loaded only where they are looked at. */
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';

export type BarRow = { id: string; label: string; value: number };

const INK = { fill: 'var(--ink)', fontSize: 15 } as const;

export function Bars({ rows, wide }: { rows: readonly BarRow[]; wide: boolean }) {
  return (
    <ResponsiveContainer width="100%" height={rows.length * 40 + 24}>
      <BarChart
        data={[...rows]}
        layout="vertical"
        margin={{ top: 4, right: 48, bottom: 4, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis type="number" hide allowDecimals={false} domain={[0, 'dataMax']} />
        <YAxis
          type="category"
          dataKey="label"
          width={wide ? 280 : 150}
          interval={0}
          tick={{ ...INK, fontSize: wide ? 15 : 13 }}
          tickLine={false}
          axisLine={{ stroke: 'var(--edge)' }}
        />
        <Bar
          dataKey="value"
          fill="var(--accent)"
          radius={[0, 6, 6, 0]}
          barSize={24}
          isAnimationActive={false}
        >
          <LabelList dataKey="value" position="right" style={{ ...INK, fontWeight: 700 }} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

export type Step = { i: number; themes: number; fresh: number };
export function Steps({ steps, x, y }: { steps: readonly Step[]; x: string; y: string }) {
  return (
    <ResponsiveContainer width="100%" height={320}>
      <LineChart
        data={[...steps]}
        margin={{ top: 16, right: 24, bottom: 28, left: 8 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="i"
          tick={INK}
          stroke="var(--edge)"
          label={{ value: x, position: 'insideBottom', offset: -16, ...INK }}
        />
        <YAxis
          allowDecimals={false}
          tick={INK}
          stroke="var(--edge)"
          width={52}
          label={{ value: y, angle: -90, position: 'insideLeft', ...INK }}
        />
        <Line
          type="stepAfter"
          dataKey="themes"
          stroke="var(--accent)"
          strokeWidth={3}
          dot={{ r: 4, fill: 'var(--raised)', stroke: 'var(--accent)', strokeWidth: 2 }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
