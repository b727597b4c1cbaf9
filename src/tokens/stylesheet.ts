/** Writes `tokens.json` as the CSS custom properties and Tailwind colours of `src/app/colours.css`. */
import { DARK, LIGHT, PAPER, SIGNAL, WALL } from './colours';

type Colours = Readonly<Record<string, string>>;

const properties = (colours: Colours, prefix = ''): string[] =>
  Object.entries(colours).map(([name, value]) => `--${prefix}${name}: ${value};`);

const block = (selector: string, lines: readonly string[]): string =>
  `${selector} {\n${lines.map((line) => line.replace(/^(?=.)/gm, '  ')).join('\n')}\n}`;

/** Translucent colours make shadows and veils; they are no colour of a text or a ground. */
const isOpaque = ([, value]: [string, string]): boolean => value.length === 7;

const THEME = { light: properties(LIGHT), dark: properties(DARK) };
const darkLines = ['color-scheme: dark;', ...THEME.dark, ...properties(WALL.dark, 'wall-')];

export const stylesheet =
  (): string => `/* Written by \`npm run tokens\` from src/tokens/tokens.json: change it there. */
${block(
  '@theme inline',
  [
    ...new Set([
      ...Object.entries<string>(LIGHT)
        .filter(isOpaque)
        .map(([name]) => name),
      ...Object.keys(WALL.light),
      ...Object.keys(SIGNAL),
    ]),
  ]
    .map((name) => `--color-${name}: var(--${name});`)
    .concat(properties(PAPER, 'color-paper-')),
)}

${block(':root,\n[data-theme="light"]', ['color-scheme: light;', ...THEME.light, ...properties(WALL.light, 'wall-')])}

/* Paper is always light. */
${block('@media screen and (prefers-color-scheme: dark)', [block(':root:not([data-theme])', darkLines)])}

${block('@media screen', [block('[data-theme="dark"]', darkLines)])}

${block(':root', properties(SIGNAL))}

/* A projector washes colours out: on the wall every text has a contrast of 7:1 (E40). */
${block(
  '.wall',
  Object.keys(WALL.light).map((name) => `--${name}: var(--wall-${name});`),
)}
`;
