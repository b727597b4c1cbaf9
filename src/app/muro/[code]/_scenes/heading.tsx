/** A scene's heading: what it is, how much of it, and which page of how many. */
import type { ReactNode } from 'react';

export function Heading({
  title,
  aside,
  page,
}: {
  title: ReactNode;
  aside?: ReactNode;
  page?: string | null;
}) {
  return (
    <header className="mb-6 flex items-baseline justify-between gap-10">
      <h1 className="text-3xl">{title}</h1>
      <p className="flex gap-10 text-ink-soft text-lg tabular-nums">
        {aside}
        {page && <span>{page}</span>}
      </p>
    </header>
  );
}
