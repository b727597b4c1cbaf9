/** The styles of a DOCX: an office changes one of them and the whole document follows. */
import type { IStylesOptions } from 'docx';
import { PAPER } from '@/tokens/colours';

/** As DOCX writes a colour: six hexadecimal digits without a sign before them. */
const digits = (colour: string): string => colour.slice(1).toUpperCase();
export const COLOURS = {
  soft: digits(PAPER.soft),
  accent: digits(PAPER.accent),
  head: digits(PAPER.head),
  warn: digits(PAPER.warn),
} as const;

export const documentStyles = (lang: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Arial', size: 21, language: { value: lang === 'it' ? 'it-IT' : 'en-GB' } },
      paragraph: { spacing: { after: 100, line: 276 } },
    },
    heading1: { run: { size: 40, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
    heading2: {
      run: { size: 28, bold: true, color: COLOURS.accent },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
    heading3: {
      run: { size: 23, bold: true },
      paragraph: { spacing: { before: 220, after: 80 }, keepNext: true },
    },
    ...Object.fromEntries(
      [4, 5, 6].map((n) => [
        `heading${n}`,
        { run: { size: 21, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
      ]),
    ),
  },
});
