/** Every text on every ground it may stand on, in both themes, on screens and on the wall (E34, E40). */
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, PAPER, SIGNAL, WALL } from '@/tokens/colours';

/** A theme's colours on screens by their names, and those of the wall with `wall-` before them. */
const theme = (screen: object, wall: object): Record<string, string> => ({
  ...screen,
  ...Object.fromEntries(Object.entries(wall).map(([name, value]) => [`wall-${name}`, value])),
});

function light(hex: string): number {
  expect(hex).toMatch(/^#[0-9a-f]{6}$/);
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const GROUNDS = ['surface', 'raised', 'sunken'] as const;
const VOICES = ['accent', 'good', 'warn', 'bad', 'strand-a', 'strand-b', 'strand-c'] as const;

/** Text colour and ground, as the components pair them. */
const PAIRS: [string, string][] = [
  ...GROUNDS.flatMap(
    (g) => [['ink', g], ['ink-soft', g], ...VOICES.map((v) => [v, g])] as [string, string][],
  ),
  ...VOICES.flatMap(
    (v) =>
      [
        [v, `${v}-soft`],
        ['ink', `${v}-soft`],
      ] as [string, string][],
  ),
  ['ink-soft', 'accent-soft'],
  ['ink', 'plain'],
  ['accent-ink', 'accent'],
  ['surface', 'ink'],
  ['raised', 'bad'],
];

const themes = { light: theme(LIGHT, WALL.light), dark: theme(DARK, WALL.dark) };

describe.each(Object.entries(themes))('the %s theme', (_name, t) => {
  it.each(PAIRS)('%s on %s reads at 4.5:1', (text, ground) => {
    expect(contrast(t[text]!, t[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PAIRS)('[E40] %s on %s reads at 7:1 on the wall', (text, ground) => {
    const onWall = (name: string) => t[`wall-${name}`] ?? t[name]!;
    expect(contrast(onWall(text), onWall(ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(['edge', 'focus', 'warm'])('%s, which is no text, stands out at 3:1', (line) => {
    for (const ground of ['surface', 'raised'])
      expect(contrast(t[line]!, t[ground]!)).toBeGreaterThanOrEqual(3);
  });
});

it.each([
  ['panel-ink', 'panel'],
  ['panel-ink', 'panel-deep'],
  ['ring', 'panel'],
  ['panel-ink', 'gong'],
])('[E40] %s on %s reads at 7:1 on every wall and phone', (text, ground) => {
  const panels: Record<string, string> = SIGNAL;
  expect(contrast(panels[text]!, panels[ground]!)).toBeGreaterThanOrEqual(text === 'ring' ? 3 : 7);
});

it.each(['a', 'b', 'c'])('[E40] the number in a disc of strand %s reads at 7:1', (strand) => {
  for (const t of Object.values(themes))
    expect(contrast(t.surface!, t[`wall-seat-${strand}`]!)).toBeGreaterThanOrEqual(7);
});

it.each(['ink', 'soft', 'accent', 'warn'] as const)(
  'paper: %s reads at 7:1 on white and on a table’s head',
  (text) => {
    for (const ground of [PAPER.ground, PAPER.head])
      expect(contrast(PAPER[text], ground)).toBeGreaterThanOrEqual(text === 'accent' ? 6 : 7);
  },
);

it('gives both themes the same names, on screens and on the wall', () => {
  expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light));
});
