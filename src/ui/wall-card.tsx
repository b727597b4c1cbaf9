/** A topic, a note or a news item large enough for the last row of chairs. */
import type { ReactNode } from 'react';
import type { Strand } from '@/domain/words';
import { STRAND_TEXT, StrandShape } from './badge';
import { cx } from './cx';

export function StrandLetters({ strands }: { strands: readonly Strand[] }) {
  return strands.map((s) => (
    <span key={s} className={cx('inline-flex items-center gap-1.5 font-bold', STRAND_TEXT[s])}>
      <StrandShape strand={s} />
      {s}
    </span>
  ));
}

export function WallCard({
  number,
  title,
  convener,
  strands = [],
  detail,
  flag,
  lines = 3,
  emphasis,
}: {
  number?: string;
  title: ReactNode;
  convener?: ReactNode;
  strands?: readonly Strand[];
  /** Where and when, how many. */
  detail?: ReactNode;
  flag?: ReactNode;
  /** How many lines the title may take. */
  lines?: 1 | 2 | 3 | 4;
  emphasis?: boolean;
}) {
  const clamp = { 1: 'line-clamp-1', 2: 'line-clamp-2', 3: 'line-clamp-3', 4: 'line-clamp-4' }[lines];
  return (
    <article
      className={cx(
        'flex h-full animate-arrive flex-col gap-1.5 overflow-hidden rounded-xl border-2 px-5 py-3.5',
        emphasis ? 'border-accent bg-accent-soft' : 'border-line bg-raised',
      )}
    >
      {(number || strands.length > 0 || flag) && (
        <div className="flex items-center gap-4 text-base leading-tight">
          {number && <span className="font-bold text-accent text-base tabular-nums">{number}</span>}
          <StrandLetters strands={strands} />
          {flag && (
            <span className="ml-auto rounded-full bg-accent px-4 font-bold text-accent-ink text-sm">
              {flag}
            </span>
          )}
        </div>
      )}
      <h2 className={cx('shrink-0 break-words font-bold text-base leading-tight', clamp)}>{title}</h2>
      {(convener || detail) && (
        <div className="mt-auto flex items-baseline justify-between gap-6 text-ink-soft text-sm">
          <span className="min-w-0 truncate">{convener}</span>
          {detail && <span className="shrink-0 font-semibold text-ink tabular-nums">{detail}</span>}
        </div>
      )}
    </article>
  );
}
