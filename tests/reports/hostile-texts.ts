/** Every character that some file may not hold, each between two words, and a document made of nothing else. */
import { type Doc, heading, lead, list, quote, small, table, text } from '@/reports/document';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const planes = range(0, 16).flatMap((p) => [p * 0x10000 + 0xfffe, p * 0x10000 + 0xffff]);
const FORBIDDEN = [
  ...[...range(0, 31), ...range(127, 159), ...range(0xfdd0, 0xfdef), ...planes, 0x2028, 0x2029].map((c) =>
    String.fromCodePoint(c),
  ),
  ...[
    '\uD800',
    '\uDBFF',
    '\uDC00',
    '\uDFFF',
    '\uDC00\uD800',
    '\uD83D \uDE00',
    '_x0041_',
    ']]>',
    '&#0;',
    '<!--',
  ],
];
/** Each between two words, to see that the words remain. */
export const HOSTILE = FORBIDDEN.map((c, i) => `prima${i}${c}dopo${i}`).join(' ');
export const words = FORBIDDEN.flatMap((_, i) => [`prima${i}`, `dopo${i}`]);

export const doc: Doc = {
  name: 'prova',
  title: HOSTILE,
  subtitle: HOSTILE,
  office: [HOSTILE],
  notice: HOSTILE,
  made: HOSTILE,
  day: '2026-01-01',
  lang: 'it',
  page: [HOSTILE, HOSTILE],
  blocks: [
    heading(2, HOSTILE),
    text(HOSTILE),
    small(HOSTILE),
    quote(HOSTILE, HOSTILE),
    ...lead(HOSTILE, HOSTILE),
    ...list([HOSTILE, HOSTILE]),
    table(HOSTILE, [HOSTILE, HOSTILE], [[HOSTILE, HOSTILE]]),
  ],
};

export const missing = (said: string): string[] => words.filter((w) => !said.includes(w));
