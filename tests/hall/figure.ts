/** A figure of the bench: a ratio between ours and a baseline of the same run, and its components. */
export type Target = { at: 'least' | 'most'; value: number };
/** One run of one row. `ratio` is compared with the target. */
export type Run = {
  ratio: number;
  ours: number;
  baseline: number;
  unit: string;
  more?: Record<string, number>;
  /** Each program's result at each rate, for the picture. */
  curves?: Record<string, [number, number][]>;
};
export type Row = { key: string; what: string; against: string; target: Target | null };
export type Group = {
  rows: readonly Row[];
  /** One run of all its rows, side by side. Quick: shorter, coarser, the same things. */
  run(quick: boolean): Promise<Record<string, Run>>;
  /** Rows that need a built application and a browser. */
  browser?: boolean;
};

export type Figure = Row & Run & { runs: number[]; meets: boolean | null };

const middle = (sorted: readonly Run[]): Run => sorted[Math.floor((sorted.length - 1) / 2)] as Run;

/** The run with the median ratio, whole, so that its parts belong together. */
export function figure(row: Row, runs: readonly Run[]): Figure {
  const sorted = [...runs].sort((a, b) => a.ratio - b.ratio);
  const median = middle(sorted);
  const { target } = row;
  const meets = target
    ? target.at === 'least'
      ? median.ratio >= target.value
      : median.ratio <= target.value
    : null;
  return { ...row, ...median, runs: runs.map((r) => r.ratio), meets };
}

export const median = (xs: readonly number[]): number => {
  const sorted = [...xs].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};
