'use client';
/** A long list a page at a time, so that thousands of texts stay as quick as fifty. */
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';

export function Pages({
  here,
  last,
  n,
  size,
  onPage,
}: {
  here: number;
  last: number;
  n: number;
  size: number;
  onPage: (page: number) => void;
}) {
  const say = useSay();
  if (last === 1) return null;
  return (
    <nav aria-label={say('reading.pages')} className="flex flex-wrap items-center justify-between gap-3">
      <Button size="small" icon="left" disabled={here === 1} onClick={() => onPage(here - 1)}>
        {say('reading.pageBefore')}
      </Button>
      <p className="text-ink-soft tabular-nums">
        {say('reading.pageText', { from: (here - 1) * size + 1, to: Math.min(n, here * size), n })}
      </p>
      <Button size="small" icon="right" disabled={here === last} onClick={() => onPage(here + 1)}>
        {say('reading.pageAfter')}
      </Button>
    </nav>
  );
}
