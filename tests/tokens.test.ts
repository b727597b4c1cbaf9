/** Holds every colour to `src/tokens/tokens.json`: the stylesheet, the documents and the icon take theirs from it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STYLE } from '@/server/file-formats/html';
import { documentStyles } from '@/server/file-formats/docx-styles';
import { CELL_BORDER, stylesXml } from '@/server/file-formats/odt-styles';
import { colourAt, LIGHT, PAPER } from '@/tokens/colours';
import { stylesheet } from '@/tokens/stylesheet';
import { root } from './graph';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const textsIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return textsIn(path);
    return /\.(tsx?|mjs|js|css|typ|svg|html)$/.test(name) ? [path] : [];
  });

const NAMED = 'white|black|red|green|blue|gray|grey|orange|yellow|purple|teal|silver|navy|maroon|brown|pink';
const PALETTE =
  'white|black|(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\\d+';
/** A colour written out: in hexadecimal, also as DOCX has it, as a function, by its name in CSS, or as a class of Tailwind's own palette. */
const LITERALS = [
  /(?<![\w&/])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])/gi,
  /(?<=['"])[0-9a-f]{6}(?=['"])/gi,
  /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\((?!colours\.)/g,
  new RegExp(`(?:color|background|fill|stroke|border[\\w-]*)["']?[:=]\\s*\\{?["']?(?:${NAMED})\\b`, 'g'),
  new RegExp(
    `\\b(?:bg|text|border|fill|stroke|ring|outline|decoration|divide|accent|caret)-(?:${PALETTE})\\b`,
    'g',
  ),
];
const literalsIn = (text: string): string[] => LITERALS.flatMap((kind) => text.match(kind) ?? []);

describe('the colours', () => {
  it('src/app/colours.css is what `npm run tokens` writes', () => {
    expect(read('src/app/colours.css')).toBe(stylesheet());
  });

  it('are written out nowhere else', () => {
    const wrong = [...textsIn('src'), ...textsIn('public')]
      .filter((path) => path !== 'src/app/colours.css' && path !== 'public/icon.svg')
      .flatMap((path) => literalsIn(read(path)).map((found) => `${path}: ${found}`));
    expect(wrong).toEqual([]);
  });

  it('of the icon are those of the light theme', () => {
    const used = read('public/icon.svg').match(/#[0-9a-f]{6}/g) ?? [];
    expect(used.length).toBeGreaterThan(2);
    expect(used.filter((c) => !Object.values<string>(LIGHT).includes(c))).toEqual([]);
  });

  it('of a document are those of paper, and its accent is that of the screens', () => {
    expect(PAPER.accent).toBe(LIGHT.accent);
    const doc = { lang: 'it', title: '', subtitle: '', notice: '', page: ['', ''] } as never;
    expect(stylesXml(doc)).toContain(`fo:color="${LIGHT.accent}"`);
    expect(CELL_BORDER).toContain(PAPER.line);
    expect(documentStyles('it').default?.heading2?.run).toMatchObject({
      color: LIGHT.accent.slice(1).toUpperCase(),
    });
    expect(STYLE).toContain(`a { color: ${LIGHT.accent}; }`);
    const used = read('src/server/file-formats/document.typ').matchAll(/\bcolours\.([\w-]+)/g);
    expect([...used].map(([, name = '']) => name).filter((name) => !(name in PAPER))).toEqual([]);
  });

  it('an alias that names no token is refused', () => {
    expect(colourAt('{light.accent}')).toBe(LIGHT.accent);
    expect(() => colourAt('{light.acent}')).toThrow('{light.acent} names no token');
  });

  it('are all used', () => {
    const sources = textsIn('src')
      .filter((path) => path !== 'src/app/colours.css')
      .map(read)
      .join('\n');
    const unused = [...read('src/app/colours.css').matchAll(/--color-([\w-]+):/g)]
      .map(([, name = '']) => name)
      .filter((name) => !new RegExp(`-${name}\\b|PAPER\\W+${name.replace('paper-', '')}\\b`).test(sources));
    expect(unused).toEqual([]);
  });
});
