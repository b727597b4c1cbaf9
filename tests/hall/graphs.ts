/** The bench as pictures: each figure against its target, and the last phone's delay as commands increase. */
import type { Figure } from './figure';

const INK = '#1c2733';
const QUIET = '#5b6b7b';
const GOOD = '#0b6e4f';
const SHORT = '#b3261e';
const LINES: Record<string, { colour: string; dash: string; label: string }> = {
  naive: { colour: '#b3261e', dash: '2 4', label: 'bare Socket.IO' },
  ideal: { colour: '#5b6b7b', dash: '8 4', label: 'frames and commits, no domain' },
  ours: { colour: '#0b6e4f', dash: '', label: 'Cerchi' },
};

const words = (x: number, y: number, text: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`;
const sheet = (width: number, height: number, title: string, body: string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="14" fill="${INK}">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');

/** Above 1 the figure is better than its target; each step to the right is twice as good. */
const margin = (f: Figure): number => {
  if (!f.target) return 1;
  const { at, value } = f.target;
  if (at === 'least') return f.ratio / value;
  return value === 0 ? (f.ratio === 0 ? 2 : 0.25) : value / Math.max(f.ratio, 1e-6);
};

export function margins(figures: readonly Figure[]): string {
  const rows = figures.filter((f) => f.target);
  const [left, row, width] = [190, 30, 860];
  const height = 70 + rows.length * row;
  const [low, high] = [-2, 4];
  const x = (m: number): number =>
    left + ((Math.min(high, Math.max(low, Math.log2(m))) - low) / (high - low)) * (width - left - 150);
  const body = [
    words(16, 28, 'How far each figure is from what was asked', 'font-size="17" font-weight="600"'),
  ];
  for (let step = low; step <= high; step++) {
    const at = x(2 ** step);
    const label = step < 0 ? `÷${2 ** -step}` : step === 0 ? 'asked' : `×${2 ** step}`;
    body.push(
      `<line x1="${at}" x2="${at}" y1="54" y2="${height - 8}" stroke="${step === 0 ? INK : '#d5dce3'}"/>`,
      words(at, 48, label, `text-anchor="middle" font-size="12" fill="${QUIET}"`),
    );
  }
  rows.forEach((f, i) => {
    const y = 62 + i * row;
    const [from, to] = [x(1), x(margin(f))];
    const wanted = `${f.target?.at === 'least' ? '≥' : '≤'} ${f.target?.value}`;
    body.push(
      words(left - 10, y + 17, f.key, 'text-anchor="end"'),
      `<rect x="${Math.min(from, to).toFixed(1)}" y="${y + 4}" width="${Math.max(2, Math.abs(to - from)).toFixed(1)}" height="18" fill="${f.meets ? GOOD : SHORT}"/>`,
      words(
        width - 140,
        y + 17,
        `${f.meets ? '✓' : '✗'} ${f.ratio.toFixed(2)} (${wanted})`,
        `fill="${f.meets ? GOOD : SHORT}"`,
      ),
    );
  });
  return sheet(width, height, 'How far each figure of the bench is from what was asked', body);
}

/** p99 from tap to last phone against commands a second, one line for each program; both axes by doubling. */
export function waits(curves: Readonly<Record<string, readonly (readonly [number, number])[]>>): string {
  const [width, height, left, bottom, top] = [860, 460, 70, 400, 60];
  const all = Object.values(curves).flat();
  const span = (xs: number[]): [number, number] => [Math.floor(Math.min(...xs)), Math.ceil(Math.max(...xs))];
  const [x0, x1] = span(all.map(([rate]) => Math.log2(rate)));
  const [y0, y1] = span(all.map(([, ms]) => Math.log2(Math.max(ms, 1))));
  const x = (rate: number): number => left + ((Math.log2(rate) - x0) / (x1 - x0)) * (width - left - 30);
  const y = (ms: number): number => bottom - ((Math.log2(Math.max(ms, 1)) - y0) / (y1 - y0)) * (bottom - top);
  const body = [
    words(16, 28, 'How long the last of 500 phones waits as taps grow', 'font-size="17" font-weight="600"'),
    words(width - 30, bottom + 44, 'commands a second', 'text-anchor="end"'),
    words(16, top - 10, 'p99, ms', `fill="${QUIET}"`),
  ];
  for (let e = x0; e <= x1; e++)
    body.push(
      `<line x1="${x(2 ** e)}" x2="${x(2 ** e)}" y1="${top}" y2="${bottom}" stroke="#eef1f4"/>`,
      words(x(2 ** e), bottom + 20, String(2 ** e), `text-anchor="middle" font-size="12" fill="${QUIET}"`),
    );
  for (let e = y0; e <= y1; e++)
    body.push(
      `<line x1="${left}" x2="${width - 30}" y1="${y(2 ** e)}" y2="${y(2 ** e)}" stroke="#eef1f4"/>`,
      words(left - 8, y(2 ** e) + 4, String(2 ** e), `text-anchor="end" font-size="12" fill="${QUIET}"`),
    );
  body.push(
    `<line x1="${left}" x2="${width - 30}" y1="${y(250)}" y2="${y(250)}" stroke="${INK}" stroke-dasharray="3 3"/>`,
    words(width - 34, y(250) - 6, '250 ms: what was asked', 'text-anchor="end" font-size="12"'),
  );
  Object.entries(curves).forEach(([name, points], i) => {
    const line = LINES[name];
    if (!line) return;
    const sorted = [...points].sort((a, b) => a[0] - b[0]);
    const path = sorted.map(([rate, ms]) => `${x(rate).toFixed(1)},${y(ms).toFixed(1)}`).join(' ');
    body.push(
      `<polyline points="${path}" fill="none" stroke="${line.colour}" stroke-width="3" stroke-dasharray="${line.dash}"/>`,
      ...sorted.map(
        ([rate, ms]) =>
          `<circle cx="${x(rate).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="4" fill="${line.colour}"/>`,
      ),
      `<line x1="${left + 20 + i * 250}" x2="${left + 60 + i * 250}" y1="${height - 12}" y2="${height - 12}" stroke="${line.colour}" stroke-width="3" stroke-dasharray="${line.dash}"/>`,
      words(left + 68 + i * 250, height - 7, line.label, 'font-size="13"'),
    );
  });
  return sheet(width, height, 'How long the last of 500 phones waits as taps grow', body);
}
