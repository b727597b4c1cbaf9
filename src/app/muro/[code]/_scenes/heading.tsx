/** A scene's heading: its name, its count, and the page number. */
import type { ReactNode } from 'react';
import { cx } from '@/ui/cx';

type Props = {
  title: ReactNode;
  aside?: ReactNode;
  page?: string | null;
  /** A wall with half its height: the heading is smaller. */
  tight?: boolean;
};

export function Heading({ title, aside, page, tight }: Props) {
  return (
    <header
      className={cx(
        'flex items-baseline justify-between gap-10 upright-wall:flex-wrap upright-wall:gap-x-10 upright-wall:gap-y-0',
        tight ? 'mb-[calc(var(--h)*0.8)]' : 'mb-[calc(var(--h)*1.6)]',
      )}
    >
      <h1 className={cx('leading-[1.15] [overflow-wrap:break-word]', tight ? 'text-xl' : 'text-3xl')}>
        {title}
      </h1>
      <p
        className={cx(
          'flex shrink-0 gap-x-10 text-ink-soft tabular-nums upright-wall:shrink upright-wall:flex-wrap upright-wall:items-baseline',
          tight ? 'text-base' : 'text-lg',
        )}
      >
        {aside}
        {page && <span>{page}</span>}
      </p>
    </header>
  );
}
