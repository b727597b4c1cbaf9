/** A scene's heading: its name, its count, and the page number. */
import type { ReactNode } from 'react';

type Props = { title: ReactNode; aside?: ReactNode; page?: string | null };

export function Heading({ title, aside, page }: Props) {
  return (
    <header className="mb-[calc(var(--h)*1.6)] flex items-baseline justify-between gap-10 upright-wall:flex-wrap upright-wall:gap-x-10 upright-wall:gap-y-0">
      <h1 className="text-3xl leading-[1.15] [overflow-wrap:break-word]">{title}</h1>
      <p className="flex shrink-0 gap-10 text-ink-soft text-lg tabular-nums">
        {aside}
        {page && <span>{page}</span>}
      </p>
    </header>
  );
}
