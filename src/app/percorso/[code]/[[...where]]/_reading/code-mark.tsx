/** The mark of a code wherever it stands: its sign, its colour and its name, never the colour alone. */
import type { Code } from '@/domain/programming/state';
import { cx } from '@/ui/cx';

const COLOURS = ['accent', 'strand-a', 'strand-b', 'strand-c', 'good', 'warn'] as const;
/** The star is left out: it marks quotations. */
export const SYMBOLS = ['●', '▲', '■', '◆', '✚', '▼', '◐', '✱', '⬟'] as const;
type Colour = (typeof COLOURS)[number];
const TEXT: Record<Colour, string> = {
  accent: 'text-accent',
  'strand-a': 'text-strand-a',
  'strand-b': 'text-strand-b',
  'strand-c': 'text-strand-c',
  good: 'text-good',
  warn: 'text-warn',
};

const LINE: Record<Colour, string> = {
  accent: 'decoration-accent',
  'strand-a': 'decoration-strand-a',
  'strand-b': 'decoration-strand-b',
  'strand-c': 'decoration-strand-c',
  good: 'decoration-good',
  warn: 'decoration-warn',
};

const turn = (id: string): number => [...id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7);
/** A colour nobody has chosen follows from the code's own id, the same on every desk. */
export function lookOf(code: Pick<Code, 'id' | 'colour' | 'symbol'>): { colour: Colour; symbol: string } {
  const colour =
    COLOURS.find((c) => c === code.colour) ?? COLOURS[turn(code.id) % COLOURS.length] ?? 'accent';
  return { colour, symbol: code.symbol || (SYMBOLS[turn(code.id) % SYMBOLS.length] ?? '●') };
}
export const inkOf = (code: Pick<Code, 'id' | 'colour' | 'symbol'>): string => TEXT[lookOf(code).colour];

/** The colour of the line under coded words. */
export const lineOf = (code: Pick<Code, 'id' | 'colour' | 'symbol'>): string => LINE[lookOf(code).colour];

export function CodeSign({ code, className }: { code: Code; className?: string }) {
  return (
    <span aria-hidden="true" className={cx('inline-block w-[1.1em] text-center', inkOf(code), className)}>
      {lookOf(code).symbol}
    </span>
  );
}

export function CodeChip({ code }: { code: Code }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-pill border border-line bg-raised px-2 py-0.5 font-semibold text-sm leading-snug">
      <CodeSign code={code} />
      <span className="min-w-0 break-words">{code.label}</span>
    </span>
  );
}
