/** Many things on a wall that cannot scroll: as many as fit, then the next page. */
import { cx } from './cx';

/** Which of `items` stand on page `page` (from 0; it goes round, so a counter may simply grow). */
export function pageOf<T>(items: readonly T[], capacity: number, page: number) {
  const room = Math.max(1, Math.floor(capacity));
  const pages = Math.max(1, Math.ceil(items.length / room));
  const at = ((page % pages) + pages) % pages;
  return { shown: items.slice(at * room, (at + 1) * room), page: at, pages };
}

export function Pager({ page, pages, says }: { page: number; pages: number; says: string }) {
  if (pages < 2) return null;
  return (
    <p className="flex items-center justify-center gap-3 pt-4 font-semibold text-sm">
      <span aria-hidden="true" className="flex gap-2.5">
        {Array.from({ length: pages }, (_, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
            key={i}
            className={cx('size-4 rounded-full border-2 border-accent', i === page && 'bg-accent')}
          />
        ))}
      </span>
      {says}
    </p>
  );
}
