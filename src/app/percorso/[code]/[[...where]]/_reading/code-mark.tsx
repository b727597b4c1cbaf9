'use client';
/** The mark of a code wherever it stands: its sign, its colour and its name, never the colour alone. */
import { usePath } from '@/client/hooks/path-provider';
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

type Look = { colour: Colour; symbol: string };
/** Signs in colours: all signs, then all of them again in other colours. */
const MARKS: readonly Look[] = Array.from({ length: SYMBOLS.length * COLOURS.length }, (_, i) => ({
  symbol: SYMBOLS[i % SYMBOLS.length] ?? '●',
  colour: COLOURS[((i % SYMBOLS.length) + Math.floor(i / SYMBOLS.length)) % COLOURS.length] ?? 'accent',
}));
const markOf = ({ symbol, colour }: Look): string => `${symbol} ${colour}`;

/**
 * The mark of each code: as somebody chose it, else the first that no other code has, in the order in which codes were made;
 * so it is the same on every desk. A code that is merged or gone keeps its own.
 */
export function looksOf(codes: Readonly<Record<string, Code>>): ReadonlyMap<string, Look> {
  const all = Object.values(codes);
  const chosen = (c: Code): Look | null => {
    const colour = COLOURS.find((x) => x === c.colour);
    return c.symbol || colour ? { symbol: c.symbol || '●', colour: colour ?? 'accent' } : null;
  };
  const taken = new Set(all.flatMap((c) => chosen(c) ?? []).map(markOf));
  const free = MARKS.filter((m) => !taken.has(markOf(m)));
  let next = 0;
  const given = (): Look => (free.length > 0 ? free : MARKS)[next++ % (free.length || MARKS.length)] as Look;
  return new Map(all.map((c) => [c.id, chosen(c) ?? given()]));
}
/** The marks of a path's codes, until one of them changes. */
const made = new WeakMap<object, ReadonlyMap<string, Look>>();

/** The sign of a code, the class of its colour, and that of the line under coded words. */
export function useMarks(): (code: Pick<Code, 'id'>) => { symbol: string; ink: string; line: string } {
  const { codes } = usePath();
  return (code) => {
    const looks = made.get(codes) ?? looksOf(codes);
    made.set(codes, looks);
    const { symbol, colour } = looks.get(code.id) ?? { symbol: '●', colour: 'accent' };
    return { symbol, ink: TEXT[colour], line: LINE[colour] };
  };
}

export function CodeSign({ code, className }: { code: Code; className?: string }) {
  const { symbol, ink } = useMarks()(code);
  return (
    <span aria-hidden="true" className={cx('inline-block w-[1.1em] text-center', ink, className)}>
      {symbol}
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
