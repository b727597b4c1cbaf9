'use client';
/** The sections of one part, each with its own address and count. */
import { cx } from '@/ui/cx';
import { useInSight } from '@/ui/scroll-into-view';

export type SubPlace = { href: string; label: string; count?: number; here: boolean };

export function SubPlaces({ label, places }: { label: string; places: readonly SubPlace[] }) {
  return (
    <nav
      ref={useInSight(places.find((p) => p.here)?.href ?? '')}
      aria-label={label}
      className="relative overflow-x-auto border-line border-b-2 print:hidden"
    >
      <ul className="flex gap-1">
        {places.map((p) => (
          <li key={p.href}>
            <a
              href={p.href}
              aria-current={p.here ? 'page' : undefined}
              className={cx(
                '-mb-0.5 flex min-h-11 items-center whitespace-nowrap border-b-4 px-3.5 font-semibold no-underline -outline-offset-3',
                p.here
                  ? 'border-accent text-accent'
                  : 'border-transparent text-ink-soft hover:border-line hover:text-ink',
              )}
            >
              {p.label}
              {p.count !== undefined && <span className="ml-1.5 font-normal tabular-nums">{p.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
