'use client';
/** A table to compare rows, sortable by any heading, read aloud with its caption. */
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Sideways } from './scroll-area';
import { type Column, Headings, type Sort, side } from './table-headings';

export type { Column, Sort } from './table-headings';

export type Row = { id: string; cells: Record<string, ReactNode>; quiet?: boolean };

type Props = {
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
};

/** Text that somebody wrote gets its own direction; a cell made of parts sets it part by part. */
const wordsAlone = (inside: ReactNode) => (typeof inside === 'string' ? 'auto' : undefined);
const nothing = (inside: ReactNode) =>
  inside === null || inside === undefined || inside === '' || inside === false;

/** On a phone each row of more than two columns is a card, and each value carries its column's name. */
export function DataTable({ caption, captionHidden, columns, rows, foot, sort, onSort, empty }: Props) {
  const cards = columns.length > 2;
  const line = (cells: Record<string, ReactNode>) =>
    columns.map((c) => <Cell key={c.key} column={c} inside={cells[c.key]} cards={cards} />);
  return (
    <Sideways label={caption} className="border border-line bg-raised shadow-card">
      <table className={cx('w-full border-collapse', cards && 'max-sm:block')}>
        <caption
          className={cx(
            captionHidden ? 'sr-only' : 'px-4 pt-3 pb-2 text-start font-bold text-lg',
            cards && 'max-sm:block',
          )}
        >
          {caption}
        </caption>
        <Headings columns={columns} cards={cards} {...(sort && { sort })} {...(onSort && { onSort })} />
        <tbody className={cards ? 'max-sm:block' : undefined}>
          {rows.map((row) => (
            <tr
              key={row.id}
              className={cx(
                'border-line border-b last:border-0',
                cards && 'max-sm:flex max-sm:flex-col max-sm:pb-3',
                row.quiet && 'text-ink-soft',
              )}
            >
              {line(row.cells)}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr className={cards ? 'max-sm:block' : undefined}>
              <td
                colSpan={columns.length}
                className={cx('px-4 py-8 text-center text-ink-soft', cards && 'max-sm:block')}
              >
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
              {line(foot)}
            </tr>
          </tfoot>
        )}
      </table>
    </Sideways>
  );
}

function Cell({ column: c, inside, cards }: { column: Column; inside: ReactNode; cards: boolean }) {
  if (c.heads)
    return (
      <th
        scope="row"
        className={cx(
          'min-w-40 px-4 py-3 align-top font-semibold',
          cards && 'max-sm:-order-1 max-sm:pb-1',
          side(c),
        )}
        dir={wordsAlone(inside)}
      >
        {inside}
      </th>
    );
  if (!cards)
    return (
      <td className={cx('px-4 py-3 align-top', side(c))} dir={wordsAlone(inside)}>
        {inside}
      </td>
    );
  return (
    <td
      className={cx(
        'px-4 py-3 align-top max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3 max-sm:py-1',
        nothing(inside) && 'max-sm:hidden',
        side(c),
      )}
    >
      {/* A value too long to stand beside its name goes beneath, over the whole width of the card. */}
      <span
        aria-hidden="true"
        className="flex-[0_1_7.5rem] text-start font-semibold text-ink-soft text-sm sm:hidden"
      >
        {c.label}
      </span>
      <div dir={wordsAlone(inside)} className="min-w-0 max-sm:flex-auto max-sm:text-start">
        {inside}
      </div>
    </td>
  );
}
