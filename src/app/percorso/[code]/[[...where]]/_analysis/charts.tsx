'use client';
/** The charts of the analysis, drawn by recharts; loaded only where they are shown. */
import { cloneElement, type ReactElement } from 'react';
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

/**
 * The width of an A4 sheet inside its margins: charts are drawn for it, so that their text is as large on paper as on
 * the screen.
 */
const SHEET = 680;

function Sized({
  height,
  paper,
  children,
}: {
  height: number;
  paper: boolean;
  children: ReactElement<{ width?: number; height?: number }>;
}) {
  if (paper) return cloneElement(children, { width: SHEET, height });
  return (
    <ResponsiveContainer width="100%" height={height}>
      {children}
    </ResponsiveContainer>
  );
}

/** Approximate number of characters in a label's line. */
const LINE = { wide: 38, narrow: 20 };

type Shape = { wide: boolean; paper: boolean };
export function Bars({ rows, wide, paper }: { rows: readonly BarRow[] } & Shape) {
  // A long label takes more lines, and every bar gets the height of the longest.
  const lines = Math.max(...rows.map((r) => Math.ceil(r.label.length / (wide ? LINE.wide : LINE.narrow))), 1);
  const band = Math.max(40, lines * (wide ? 18 : 16) + 12);
  return (
    <Sized height={rows.length * band + 24} paper={paper}>
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
    </Sized>
  );
}

export type Step = { i: number; themes: number; fresh: number };
export function Steps({
  steps,
  x,
  y,
  paper,
}: {
  steps: readonly Step[];
  x: string;
  y: string;
  paper: boolean;
}) {
  return (
    <Sized height={320} paper={paper}>
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
    </Sized>
  );
}
