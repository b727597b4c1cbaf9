/** Many things on a wall that cannot scroll: as many as fit, then the next page. */
import type { ReactNode } from 'react';
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

export function WallList<T extends { id: string }>({
  items,
  capacity,
  columns = 1,
  page = 0,
  sayPage,
  draw,
  empty,
}: {
  items: readonly T[];
  /** How many fit at once. */
  capacity: number;
  columns?: 1 | 2 | 3 | 4;
  page?: number;
  /** "pagina 2 di 5"; from 1. */
  sayPage: (page: number, pages: number) => string;
  draw: (item: T) => ReactNode;
  empty?: ReactNode;
}) {
  const { shown, page: at, pages } = pageOf(items, capacity, page);
  const rows = Math.ceil(capacity / columns);
  if (items.length === 0) return <div className="grid flex-1 place-items-center text-2xl">{empty}</div>;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ul
        className="grid min-h-0 flex-1 gap-5"
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
        }}
      >
        {shown.map((item) => (
          <li key={item.id} className="min-h-0 min-w-0">
            {draw(item)}
          </li>
        ))}
      </ul>
      <Pager page={at} pages={pages} says={sayPage(at + 1, pages)} />
    </div>
  );
}
