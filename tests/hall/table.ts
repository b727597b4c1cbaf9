/** The bench's figures as a table that reads well in a terminal. */
import type { Figure } from './figure';

const number = (n: number): string =>
  n >= 1000
    ? Math.round(n).toLocaleString('en')
    : n >= 100
      ? n.toFixed(0)
      : n >= 10
        ? n.toFixed(1)
        : n.toFixed(2);

const wants = (f: Figure): string =>
  f.target ? `${f.target.at === 'least' ? '≥' : '≤'} ${f.target.value}` : '';
const mark = (f: Figure): string => (f.meets === null ? '' : f.meets ? 'yes' : 'NO');

const parts = (more: Record<string, number>): string =>
  Object.entries(more)
    .map(([k, v]) => `${k} ${number(v)}`)
    .join(' · ');

export function table(
  figures: readonly Figure[],
  failed: Record<string, string>,
  conditions: Record<string, unknown>,
): string {
  const head = ['key', 'ratio', 'wanted', 'met', 'ours', 'baseline', 'runs'];
  const rows = figures.map((f) => [
    f.key,
    f.ratio.toFixed(2),
    wants(f),
    mark(f),
    `${number(f.ours)} ${f.unit}`,
    `${number(f.baseline)} ${f.unit}`,
    f.runs.map((r) => r.toFixed(2)).join(' '),
  ]);
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((c, i) => c.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    '',
    line(head),
    line(widths.map((w) => '─'.repeat(w))),
    ...rows.map(line),
    ...Object.entries(failed).map(([key, why]) => `${key}: could not be measured: ${why.split('\n')[0]}`),
    '',
    ...figures.map((f) => `${f.key}: ${f.what}; beside ${f.against}.`),
    ...figures.flatMap((f) => (f.more ? [`${f.key}: ${parts(f.more)}`] : [])),
    '',
    Object.entries(conditions)
      .map(([k, v]) => `${k} ${String(v)}`)
      .join(' · '),
    '',
  ].join('\n');
}
