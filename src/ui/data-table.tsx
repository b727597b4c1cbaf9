'use client';
/** Rows and columns to be compared, sorted by any heading, read aloud with their caption. */
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icons';
import { Sideways } from './sideways';

export type Column = {
  key: string;
  label: string;
  align?: 'left' | 'right';
  sortable?: boolean;
  /** The cell that names its row. */
  heads?: boolean;
};
export type Sort = { key: string; direction: 'ascending' | 'descending' };
export type Row = { id: string; cells: Record<string, ReactNode>; quiet?: boolean };

/** Words that somebody wrote read in their own direction; what is made of parts says it part by part. */
const wordsAlone = (inside: ReactNode) => (typeof inside === 'string' ? 'auto' : undefined);

export function DataTable({
  caption,
  captionHidden,
  columns,
  rows,
  foot,
  sort,
  onSort,
  empty,
}: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Totals, by column key. */
  foot?: Record<string, ReactNode>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Shown instead of the rows when there are none. */
  empty?: ReactNode;
}) {
  const side = (c: Column) => (c.align === 'right' ? 'text-right tabular-nums' : 'text-left');
  // On a phone each row is a card of its own; what is sorted by its headings keeps them, and scrolls.
  const cards = columns.length > 2 && !columns.some((c) => c.sortable);
  const cell = (c: Column, inside: ReactNode) => (
    <td
      key={c.key}
      className={cx(
        'px-4 align-top',
        cards
          ? cx(
              'py-3 max-sm:grid max-sm:grid-cols-[7.5rem_1fr] max-sm:items-baseline max-sm:gap-x-3 max-sm:py-1 max-sm:text-left',
              (inside === null || inside === undefined || inside === '' || inside === false) &&
                'max-sm:hidden',
            )
          : 'py-3',
        side(c),
      )}
      dir={cards ? undefined : wordsAlone(inside)}
    >
      {cards ? (
        <>
          <span aria-hidden="true" className="font-semibold text-ink-soft text-sm sm:hidden">
            {c.label}
          </span>
          <div dir={wordsAlone(inside)} className="min-w-0 max-sm:text-left">
            {inside}
          </div>
        </>
      ) : (
        inside
      )}
    </td>
  );
  const turn = (key: string) =>
    onSort?.({
      key,
      direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending',
    });
  return (
    <Sideways label={caption} className="border border-line bg-raised shadow-card">
      <table className={cx('w-full border-collapse', cards && 'max-sm:block')}>
        <caption
          className={cx(
            captionHidden ? 'sr-only' : 'px-4 pt-3 pb-2 text-left font-bold text-lg',
            cards && 'max-sm:block',
          )}
        >
          {caption}
        </caption>
        <thead className={cards ? 'max-sm:sr-only' : undefined}>
          <tr className="border-edge border-b-2">
            {columns.map((c) => (
              <th
                key={c.key}
                scope="col"
                aria-sort={sort?.key === c.key ? sort.direction : undefined}
                className={cx('px-4 py-1 align-bottom text-sm', side(c))}
              >
                {c.sortable && onSort ? (
                  <>
                    {/* Paper has no buttons, and its columns have names all the same. */}
                    <span className="hidden font-bold print:inline">{c.label}</span>
                    <button
                      type="button"
                      onClick={() => turn(c.key)}
                      className={cx(
                        'inline-flex min-h-11 items-center gap-1 font-bold hover:text-accent',
                        c.align === 'right' && 'flex-row-reverse',
                      )}
                    >
                      {c.label}
                      <Icon
                        name={sort?.key !== c.key ? 'sort' : sort.direction === 'ascending' ? 'up' : 'down'}
                        className={sort?.key === c.key ? 'text-accent' : 'text-ink-soft'}
                      />
                    </button>
                  </>
                ) : (
                  <span className="inline-block py-2 font-bold">{c.label}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={cards ? 'max-sm:block' : undefined}>
          {rows.map((row) => (
            <tr
              key={row.id}
              className={cx(
                'border-line border-b last:border-0',
                cards && 'max-sm:block max-sm:pb-3',
                row.quiet && 'text-ink-soft',
              )}
            >
              {columns.map((c) =>
                c.heads ? (
                  <th
                    key={c.key}
                    scope="row"
                    className={cx(
                      'min-w-40 px-4 py-3 align-top font-semibold',
                      cards && 'max-sm:block max-sm:pb-1',
                      side(c),
                    )}
                    dir={wordsAlone(row.cells[c.key])}
                  >
                    {row.cells[c.key]}
                  </th>
                ) : (
                  cell(c, row.cells[c.key])
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="px-4 py-8 text-center text-ink-soft">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
        {foot && rows.length > 0 && (
          <tfoot className={cards ? 'max-sm:block' : undefined}>
            <tr
              className={cx(
                'border-edge border-t-2 bg-sunken font-bold',
                cards && 'max-sm:block max-sm:py-2',
              )}
            >
              {columns.map((c) => cell(c, foot[c.key]))}
            </tr>
          </tfoot>
        )}
      </table>
    </Sideways>
  );
}
